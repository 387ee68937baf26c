package devicehub.store;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Finds out what became of a commit whose answer was lost. PostgreSQL remembers for every
 * transaction whether it was committed; SQLite answers within the process.
 */
final class Commits {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long PAUSE_MILLIS = 100;

  private final Jdbi jdbi;
  private final boolean postgres;

  Commits(Jdbi jdbi, boolean postgres) {
    this.jdbi = jdbi;
    this.postgres = postgres;
  }

  /** What to ask for later; called in the transaction, after all its work. */
  Optional<Long> number(Handle handle) {
    return postgres
        ? Optional.of(handle.createQuery("SELECT txid_current()").mapTo(Long.class).one())
        : Optional.empty();
  }

  /**
   * Whether a transaction was committed, as the database says on another connection.
   *
   * @throws StoreException if it does not say so within seconds
   */
  boolean happened(long number, Exception trouble) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    do {
      Optional<Boolean> told = ask(number);
      if (told.isPresent()) {
        return told.get();
      }
    } while (System.nanoTime() < end && pause());
    throw new StoreException(
        "the database was lost during a commit; look whether it was written before you repeat it",
        trouble);
  }

  private Optional<Boolean> ask(long number) {
    try {
      String status =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery("SELECT COALESCE(txid_status(?), 'aborted')")
                      .bind(0, number)
                      .mapTo(String.class)
                      .one());
      return status.equals("in progress")
          ? Optional.empty()
          : Optional.of(status.equals("committed"));
    } catch (JdbiException e) {
      return Optional.empty();
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
