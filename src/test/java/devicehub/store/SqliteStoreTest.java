package devicehub.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  StoreSettings settings() {
    return StoreSettings.sqlite(folder.resolve("data"));
  }
}
