package devicehub.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Knows the troubles that two transactions made each other, and that pass when one tries again. */
final class Conflicts {
  /** How often one tries again. */
  static final int RETRIES = 3;

  /** Serialisation failure, deadlock, lock timeout. */
  private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

  private static final int PAUSE_MILLIS = 50;

  private Conflicts() {}

  static boolean isOne(Throwable trouble) {
    for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Waits for longer with each try, and never for as long as the other does.
   *
   * @return false if interrupted
   */
  static boolean pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS * attempt) + 1L);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
