package devicehub.store;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * The one row that says who leads, by the clock of the database alone.
 *
 * <pre>
 *   epoch  holder               expires_at
 *      41  hub-a.example:70312  1767225615000    led until then, unless renewed
 *      42  hub-b.example:1337   1767225640250    took the lead: from now on all writes of 41 fail
 * </pre>
 */
final class LeaderTable {
  /** Of this moment: {@code now()} would be when the transaction began, however long ago. */
  private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

  /** How long a change of leader waits for a transaction that it has ended already. */
  private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '1s'";

  private LeaderTable() {}

  /** Who leads, or led last, and for how long yet. */
  record Leader(long epoch, String holder, long leftMillis) {
    boolean leads() {
      return leftMillis > 0;
    }
  }

  /** The same on a database that may be too old to know of leaders. */
  static Optional<Leader> find(Handle handle) {
    boolean known =
        handle.createQuery("SELECT to_regclass('leader') IS NOT NULL").mapTo(Boolean.class).one();
    return known ? Optional.of(current(handle)) : Optional.empty();
  }

  static Leader current(Handle handle) {
    return handle
        .createQuery("SELECT epoch, holder, expires_at - " + NOW + " FROM leader")
        .map((row, context) -> new Leader(row.getLong(1), row.getString(2), row.getLong(3)))
        .one();
  }

  /**
   * Takes the lead where nobody has it any more. What the last leader has open is ended first: a
   * paused process would keep its locks for as long as it sleeps.
   *
   * @return the epoch that begins; empty if another leads
   */
  static OptionalLong take(Handle handle, String holder, Duration lease) {
    Leader last = current(handle);
    if (last.leads()) {
      return OptionalLong.empty();
    }
    handle
        .createQuery(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND usename = current_user"
                + " AND application_name = ?")
        .bind(0, application(last.epoch()))
        .mapTo(Long.class)
        .one();
    handle.execute(LOCK_TIMEOUT);
    int taken =
        handle.execute(
            "UPDATE leader SET epoch = epoch + 1, holder = ?, expires_at = "
                + NOW
                + " + ? WHERE epoch = ? AND expires_at <= "
                + NOW,
            holder,
            lease.toMillis(),
            last.epoch());
    return taken == 1 ? OptionalLong.of(last.epoch() + 1) : OptionalLong.empty();
  }

  /**
   * @return whether the epoch still lasts
   */
  static boolean renew(Handle handle, long epoch, Duration lease) {
    return handle.execute(
            "UPDATE leader SET expires_at = " + NOW + " + ? WHERE epoch = ?",
            lease.toMillis(),
            epoch)
        == 1;
  }

  /** Ends the lead at once, so that the next need not wait. */
  static int release(Handle handle, long epoch) {
    return handle.execute("UPDATE leader SET expires_at = 0 WHERE epoch = ?", epoch);
  }

  static boolean lasts(Handle handle, long epoch) {
    return matches(handle, "SELECT epoch FROM leader WHERE epoch = ?", epoch);
  }

  /**
   * As {@link #lasts}, and for as long as the transaction does. The lock lets renewals through, and
   * keeps out whoever would change the key.
   */
  static boolean lastsToTheEnd(Handle handle, long epoch) {
    return matches(handle, "SELECT epoch FROM leader WHERE epoch = ? FOR KEY SHARE", epoch);
  }

  private static boolean matches(Handle handle, String query, long epoch) {
    return handle.createQuery(query).bind(0, epoch).mapTo(Long.class).findFirst().isPresent();
  }

  /** What a leader's sessions are called in the database. */
  static String application(long epoch) {
    return "devicehub leader " + epoch;
  }
}
