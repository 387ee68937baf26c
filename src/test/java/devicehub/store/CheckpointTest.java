package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
  private static final int BYTES = 20_000_000;

  @TempDir private Path data;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(StoreSettings.sqlite(data));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Database.Work<Integer> segment() {
    return handle ->
        handle.execute(
            "INSERT INTO merge_segments (merged_at, merges, content) VALUES (1, 1, zeroblob(?))",
            BYTES);
  }

  private long segments() {
    return database.read(
        handle -> handle.select("SELECT count(*) FROM merge_segments").mapTo(Long.class).one());
  }

  @Test
  void whatWasWrittenIsMovedIntoTheDatabaseAfterwards() {
    database.writeMuch(segment());

    assertThat(segments()).isEqualTo(1);
    await().until(() -> Files.size(data.resolve("hub.db")) > BYTES);
  }

  @Test
  void furtherCommitsAreMovedAsEver() {
    database.writeMuch(segment());

    int pages =
        database.read(
            handle -> handle.select("PRAGMA wal_autocheckpoint").mapTo(Integer.class).one());
    assertThat(pages).isEqualTo(1_000);
  }

  @Test
  void nothingIsWrittenOfWhatFails() {
    assertThatThrownBy(
            () ->
                database.writeMuch(
                    handle -> {
                      segment().with(handle);
                      return handle.execute("INSERT INTO no_such_table VALUES (1)");
                    }))
        .isInstanceOf(StoreException.class);

    assertThat(segments()).isZero();
    furtherCommitsAreMovedAsEver();
  }
}
