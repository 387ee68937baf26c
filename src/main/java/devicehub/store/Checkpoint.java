package devicehub.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what SQLite committed from its journal into the database, in a thread of its own. By itself
 * it does so within the commit, and whoever wrote a million merges waits as long again for nothing:
 * they are durable before.
 *
 * @see <a href="https://www.sqlite.org/wal.html#performance_considerations">SQLite: checkpoints in
 *     another thread</a>
 */
final class Checkpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

  /** What SQLite begins with: from so many pages in the journal on, a commit moves them. */
  private static final int USUAL_PAGES = 1_000;

  private final Jdbi jdbi;
  private @Nullable Thread running;

  Checkpoint(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Says that the commits of a connection leave it all in the journal, or no longer. */
  static void postpone(Handle handle, boolean postponed) {
    handle.execute("PRAGMA wal_autocheckpoint = " + (postponed ? 0 : USUAL_PAGES));
  }

  /** Begins to move; what is moved already is left alone. */
  synchronized void begin() {
    finish();
    Thread thread = new Thread(this::move, "store:checkpoint");
    thread.setDaemon(true);
    thread.start();
    running = thread;
  }

  private void move() {
    try {
      jdbi.useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(PASSIVE)"));
    } catch (JdbiException e) {
      LOG.info("what was committed stays in SQLite's journal for now", e);
    }
  }

  private synchronized void finish() {
    boolean interrupted = false;
    while (running != null) {
      try {
        running.join();
        running = null;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns once nothing is being moved any more. */
  @Override
  public void close() {
    finish();
  }
}
