package devicehub.drill;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place in the code where a test may end the process, as a kill or a power cut would. For tests
 * only: without the property nothing is counted and nothing happens.
 *
 * <pre>
 *   java -Ddevicehub.killpoint=CYCLE_UNCOMMITTED:3 …   halts where that place is passed the 3rd time
 * </pre>
 */
public enum KillPoint {
  /** A raw input is on the disk, and nothing knows of it yet. */
  RAW_STORED,
  /** The rows of an input are read; its bytes may not be on the disk yet. */
  PARSED,
  SNAPSHOT_UNCOMMITTED,
  SNAPSHOT_COMMITTED,
  /** Merges, exceptions and the messages they owe are written, in one transaction. */
  CYCLE_UNCOMMITTED,
  CYCLE_COMMITTED,
  /** The broker has confirmed messages that the outbox still calls unsent. */
  SENT_UNMARKED,
  /** A report's bytes are in its part file, perhaps not yet on the disk. */
  REPORT_UNSYNCED,
  REPORT_UNRENAMED,
  /** A person's release of a held snapshot is read by the running hub. */
  RELEASE_TAKEN,
  /** A purge has let go of a feed's superseded snapshots, and not committed it. */
  PURGE_UNCOMMITTED,
  /** Nothing points to some raw inputs any more, and they are all there. */
  PURGE_POINTED,
  /** One of them is about to go. */
  PURGE_ASIDE,
  /** A step of the schema is made, and not committed. */
  MIGRATING,
  /** One of the hub's parts is closed in an orderly stop. */
  STOPPING;

  /** The exit code of a process that ended here: that of a SIGKILL. */
  public static final int EXIT = 137;

  private static final String PLAN = System.getProperty("devicehub.killpoint", "");
  private static final boolean ARMED = !PLAN.isEmpty();
  private static final AtomicInteger LEFT =
      new AtomicInteger(ARMED ? Integer.parseInt(PLAN.substring(PLAN.indexOf(':') + 1)) : 0);

  /** Ends the process if this is the place, and the pass, that the property names. */
  public void pass() {
    if (ARMED && PLAN.startsWith(name() + ":") && LEFT.decrementAndGet() == 0) {
      System.err.println("killed at " + PLAN);
      Runtime.getRuntime().halt(EXIT);
    }
  }
}
