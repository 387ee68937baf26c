package devicehub.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteMigrationTest extends MigrationContract {
  @TempDir private Path folder;

  @Override
  StoreSettings empty() {
    return StoreSettings.sqlite(folder.resolve("data"));
  }
}
