package devicehub.store;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PostgresMigrationTest extends MigrationContract {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  @TempDir private Path folder;

  @Override
  StoreSettings empty() {
    return SERVER.newDatabase(folder.resolve("data"));
  }
}
