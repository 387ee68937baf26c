package devicehub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Connections to one database, handed out for one read or one transaction at a time. */
final class Database implements AutoCloseable {
  /** What is done with a connection; done again if another transaction was in the way. */
  interface Work<T> {
    T with(Handle handle) throws SQLException;
  }

  private static final int CONNECTIONS = 4;
  private static final long WAIT_MILLIS = 4_000;
  private static final long CHECK_MILLIS = 2_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Fence fence;
  private final Commits commits;
  private final Checkpoint checkpoint;
  private final boolean postgres;

  private Database(HikariDataSource pool, boolean postgres, Fence fence) {
    this.pool = pool;
    this.jdbi = PlainSql.on(pool);
    this.postgres = postgres;
    this.fence = fence;
    this.commits = new Commits(jdbi, postgres);
    this.checkpoint = new Checkpoint(jdbi);
  }

  /** Connects, and brings the schema up to date. */
  static Database open(StoreSettings settings) {
    DataSource source =
        settings.isSqlite()
            ? Sqlite.dataSource(settings.data().resolve("hub.db"))
            : Postgres.dataSource(settings);
    return open(settings, source, CONNECTIONS, Fence.NONE);
  }

  /** Connects with a single connection, for the lease alone. */
  static Database leasing(StoreSettings settings) {
    return open(settings, Postgres.leasing(settings), 1, Fence.NONE);
  }

  /** Connects as the leader that the lease makes this hub. */
  static Database leading(StoreSettings settings, Lease lease) {
    return open(settings, Postgres.leading(settings, lease.epoch()), CONNECTIONS, lease);
  }

  private static Database open(
      StoreSettings settings, DataSource source, int connections, Fence fence) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(CHECK_MILLIS);
    config.setDataSource(source);
    if (settings.isSqlite()) {
      // What is deleted is overwritten, so that a purge leaves nothing in free pages.
      config.setConnectionInitSql("PRAGMA secure_delete = ON");
    }
    try {
      Schema.bringUpToDate(source, settings.isSqlite());
      return new Database(new HikariDataSource(config), !settings.isSqlite(), fence);
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
    Work<T> fenced =
        handle -> {
          fence.beforeRead(handle);
          return query.with(handle);
        };
    try {
      return postgres ? jdbi.inTransaction(fenced::with) : jdbi.withHandle(fenced::with);
    } catch (JdbiException | SQLException e) {
      throw new StoreException("the store cannot be read", e);
    }
  }

  /** Writes all or nothing, durably once the call has returned. */
  <T> T write(Work<T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction(change);
      } catch (JdbiException | SQLException e) {
        if (attempt > Conflicts.RETRIES || !Conflicts.isOne(e) || !Conflicts.pause(attempt)) {
          throw new StoreException("the store cannot be written", e);
        }
      }
    }
  }

  /** Writes as ever, so much that what SQLite does after its commit is left to another thread. */
  <T> T writeMuch(Work<T> change) {
    if (postgres) {
      return write(change);
    }
    T result =
        jdbi.withHandle(
            handle -> {
              Checkpoint.postpone(handle, true);
              try {
                return write(change); // with the same connection, this thread's
              } finally {
                Checkpoint.postpone(handle, false);
              }
            });
    checkpoint.begin();
    return result;
  }

  /** Writes while nobody else writes under the same name, in whichever process. */
  <T> T writeAlone(String name, Work<T> change) {
    return write(
        handle -> {
          if (postgres) { // SQLite has one writer at a time anyway
            handle
                .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL")
                .bind(0, name)
                .mapTo(Boolean.class)
                .one();
          }
          return change.with(handle);
        });
  }

  private <T> T transaction(Work<T> change) throws SQLException {
    AtomicReference<@Nullable Done<T>> done = new AtomicReference<>();
    try {
      return jdbi.inTransaction(
          handle -> {
            fence.beforeWrite(handle);
            T result = change.with(handle);
            done.set(new Done<>(result, commits.number(handle)));
            return result;
          });
    } catch (JdbiException | SQLException e) {
      Done<T> uncertain = done.get();
      if (uncertain != null && uncertain.happened(commits, e)) {
        return uncertain.result();
      }
      throw e;
    }
  }

  /** Work that waits for its commit, with the number to ask for it by. */
  private record Done<T>(T result, Optional<Long> number) {
    boolean happened(Commits commits, Exception trouble) {
      return number.isPresent() && commits.happened(number.get(), trouble);
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
    return !postgres;
  }

  @Override
  public void close() {
    checkpoint.close();
    pool.close();
  }
}
