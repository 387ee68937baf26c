package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.inventory.RawStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  StoreSettings settings() {
    return StoreSettings.sqlite(folder.resolve("data"));
  }

  @Test
  void inAFolderThatOthersMayEnterNoFileIsTheirs() throws IOException {
    StoreSettings shared = StoreSettings.sqlite(Files.createDirectory(folder.resolve("shared")));
    Files.setPosixFilePermissions(shared.data(), PosixFilePermissions.fromString("rwxrwxrwx"));

    try (Store store = Store.open(shared)) {
      store.raw().keep("a.csv", RawStoreContract.text("a"));
      store.decisions(change -> "").decisions();
      try (Stream<Path> all = Files.walk(shared.data())) {
        assertThat(all.filter(Files::isRegularFile))
            .hasSizeGreaterThan(2)
            .allSatisfy(
                file ->
                    assertThat(Files.getPosixFilePermissions(file))
                        .as(file.toString())
                        .isEqualTo(PosixFilePermissions.fromString("rw-------")));
      }
    }
  }

  @Test
  void aNewDatabaseHasLargePagesAndOneInUseKeepsItsOwn() throws IOException {
    StoreSettings fresh = StoreSettings.sqlite(Files.createDirectory(folder.resolve("fresh")));
    Store.open(fresh).close();
    assertThat(pageBytes(fresh)).isEqualTo(16_384);

    StoreSettings inUse = StoreSettings.sqlite(Files.createDirectory(folder.resolve("in-use")));
    Database.open(inUse).close();
    Store.open(inUse).close();
    assertThat(pageBytes(inUse)).isEqualTo(4_096);
  }

  private static int pageBytes(StoreSettings settings) {
    try (Database database = Database.open(settings)) {
      return database.read(handle -> handle.select("PRAGMA page_size").mapTo(Integer.class).one());
    }
  }
}
