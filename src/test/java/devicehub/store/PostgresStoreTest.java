package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.DecisionLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PostgresStoreTest extends StoreContract {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  @TempDir private Path folder;
  private StoreSettings settings = StoreSettings.sqlite(Path.of("none"));

  @Override
  StoreSettings settings() {
    if (settings.isSqlite()) {
      settings = SERVER.newDatabase(folder.resolve("data"));
    }
    return settings;
  }

  @Test
  void twoHubsMayShareADatabaseFromFoldersOfTheirOwn() {
    StoreSettings here = settings();
    StoreSettings there =
        new StoreSettings(folder.resolve("other"), here.url(), here.user(), here.password());

    try (Store other = Store.open(there)) {
      decisions()
          .write(
              DecisionLogContract.merging(
                  MONDAY,
                  DecisionLogContract.merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY)));

      assertThat(other.decisions(change -> "").standingMerges()).hasSize(1);
    }
  }
}
