package devicehub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Connections to one database, handed out for one read or one transaction at a time. */
final class Database implements AutoCloseable {
  /** What is done with a connection. */
  interface Work<T> {
    T with(Handle handle) throws SQLException;
  }

  private static final int CONNECTIONS = 4;
  private static final long WAIT_MILLIS = 4_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean readsInTransaction;

  private Database(HikariDataSource pool, boolean readsInTransaction) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.readsInTransaction = readsInTransaction;
  }

  /** Connects, and brings the schema up to date. */
  static Database open(StoreSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setDataSource(
        settings.isSqlite()
            ? Sqlite.dataSource(settings.data().resolve("hub.db"))
            : Postgres.dataSource(settings));
    if (settings.isSqlite()) {
      // What is deleted is overwritten, so that a purge leaves nothing in free pages.
      config.setConnectionInitSql("PRAGMA secure_delete = ON");
    }
    try {
      HikariDataSource pool = new HikariDataSource(config);
      try {
        Schema.bringUpToDate(pool, settings.isSqlite());
        return new Database(pool, !settings.isSqlite());
      } catch (RuntimeException e) {
        pool.close();
        throw e;
      }
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StoreException("the store (%s) cannot be opened".formatted(settings), e);
    }
  }

  /**
   * Reads. PostgreSQL streams a long answer only inside a transaction; SQLite would let readers
   * wait for the writer there, and answers them from one point in time without.
   */
  <T> T read(Work<T> query) {
    try {
      return readsInTransaction ? jdbi.inTransaction(query::with) : jdbi.withHandle(query::with);
    } catch (JdbiException | SQLException e) {
      throw new StoreException("the store cannot be read", e);
    }
  }

  /** Writes all or nothing, durably once the call has returned. */
  <T> T write(Work<T> change) {
    try {
      return jdbi.inTransaction(change::with);
    } catch (JdbiException | SQLException e) {
      throw new StoreException("the store cannot be written", e);
    }
  }

  /** Runs a statement that no transaction may hold, such as VACUUM. */
  void run(String statement) {
    try {
      jdbi.useHandle(handle -> handle.execute(statement));
    } catch (JdbiException e) {
      throw new StoreException("the store cannot be written", e);
    }
  }

  boolean isSqlite() {
    return !readsInTransaction;
  }

  @Override
  public void close() {
    pool.close();
  }
}
