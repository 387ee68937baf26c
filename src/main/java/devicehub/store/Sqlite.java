package devicehub.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** How SQLite is opened: a commit is on the disk before it is confirmed. */
final class Sqlite {
  /** A first cycle's write of a million rows takes seconds; a person's decision waits for it. */
  private static final int BUSY_MILLIS = 60_000;

  private static final int CACHE_KIBIBYTES = 64 * 1024;
  private static final int JOURNAL_BYTES = 64 << 20;

  /** A first cycle's hundreds of megabytes take four times as many writes in the usual 4 KiB. */
  private static final int PAGE_BYTES = 16 << 10;

  private Sqlite() {}

  /**
   * Settles what only an empty database can be told, and in this order; one that is in use keeps
   * the pages it has.
   */
  static void prepare(Path file) {
    try (Connection connection = DriverManager.getConnection(url(file));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + PAGE_BYTES);
      statement.execute("PRAGMA journal_mode = WAL");
    } catch (SQLException e) {
      throw new StoreException("the database %s cannot be opened".formatted(file), e);
    }
  }

  static DataSource dataSource(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    // A transaction that reads first and writes later would fail when another wrote in between.
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setCacheSize(-CACHE_KIBIBYTES);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url(file));
    return source;
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }
}
