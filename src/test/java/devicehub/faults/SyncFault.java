package devicehub.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import devicehub.faults.Ledger.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * One hub whose disk answers EIO when something is to be forced to it: once, or from then on until
 * the disk is repaired. The hub may end, but not without a line; and what it confirms while nothing
 * reaches the disk is wrong, whatever becomes of it.
 */
final class SyncFault {
  /** How the fault ends. */
  enum End {
    /** One call fails, and the next succeeds. */
    ONCE,
    /** All fail; then the disk is repaired under the running hub. */
    REPAIRED,
    /** All fail; then the hub is killed. */
    KILLED
  }

  private static final int PATIENCE_SECONDS = 120;
  private static final int RED_SECONDS = 10;
  private static final int SETTLE_SECONDS = 25;
  private static final long QUIET_MILLIS = 2_000;

  private final Campaign campaign;
  private final Troubles disk;

  SyncFault(Campaign campaign, Troubles disk) {
    this.campaign = campaign;
    this.disk = disk;
  }

  /**
   * Runs a hub under load and lets it meet the fault.
   *
   * @param number which call fails first, counted from the start of the process
   */
  void meet(long number, End end) throws Exception {
    disk.none();
    disk.failSyncs(number, end == End.ONCE ? 1 : Long.MAX_VALUE);
    String told = logged();
    try (HubProcess hub = HubProcess.run(campaign.ground(), disk.environment())) {
      if (!Campaign.await(() -> disk.hasFailed() || !hub.isAlive(), PATIENCE_SECONDS)) {
        campaign.verdict().wrong("call " + number + " was never reached");
        return;
      }
      if (hub.isAlive() && end != End.ONCE) {
        red(hub, number);
        nothingConfirmed(hub, number);
      }
      if (end != End.KILLED) {
        disk.none();
        goesOn(hub, number);
      }
      ends(hub, number);
    } finally {
      disk.none();
    }
    if (logged().substring(told.length()).lines().noneMatch(SyncFault::tells)) {
      campaign.verdict().wrong("not a word about call " + number + ", " + end);
    }
    new ReportCheck(campaign.ground(), campaign.verdict()).look();
  }

  private void red(HubProcess hub, long number) {
    if (!Campaign.await(() -> !hub.isAlive() || campaign.health() != 200, RED_SECONDS)) {
      campaign.verdict().wrong("health is not red after call " + number + " and all later ones");
    }
  }

  /** What was under way may still be confirmed; then there must be an end to it. */
  private void nothingConfirmed(HubProcess hub, long number) {
    long end = System.nanoTime() + SECONDS.toNanos(SETTLE_SECONDS);
    int before;
    do {
      before = taken();
      LockSupport.parkNanos(MILLISECONDS.toNanos(QUIET_MILLIS));
    } while (hub.isAlive() && taken() > before && System.nanoTime() < end);
    if (hub.isAlive() && taken() > before) {
      campaign.verdict().wrong("confirmed though no call succeeds since " + number);
    }
  }

  private int taken() {
    Ledger ledger = campaign.ledger();
    return ledger.confirmed(Kind.PUSHED).size() + ledger.confirmed(Kind.DROPPED).size();
  }

  private void goesOn(HubProcess hub, long number) {
    int before = taken();
    if (!Campaign.await(
        () -> !hub.isAlive() || (campaign.health() == 200 && taken() > before), PATIENCE_SECONDS)) {
      campaign.verdict().wrong("nothing is taken in any more after call " + number);
    }
  }

  private void ends(HubProcess hub, long number) throws InterruptedException {
    if (hub.isAlive()) {
      hub.kill();
    } else if (hub.end(1) == 0) {
      campaign.verdict().wrong("the hub ended after call " + number + " as if nothing were wrong");
    }
  }

  private String logged() throws IOException {
    Path log = campaign.ground().log();
    return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
  }

  private static boolean tells(String line) {
    return line.contains("devicehub: ") || line.contains(" WARN ") || line.contains(" ERROR ");
  }
}
