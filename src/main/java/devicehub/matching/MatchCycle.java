package devicehub.matching;

import devicehub.decision.Changes;
import devicehub.decision.DecisionLog;
import devicehub.decision.Outcome;
import devicehub.decision.StandingDecisions;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the hub: decide everything from the current records, compare with what stands, and
 * write only the differences. Cycles never overlap: who asks while one runs waits for its turn.
 */
public final class MatchCycle {
  private final Inventory inventory;
  private final DecisionLog log;
  private final Matcher matcher;
  private final Clock clock;
  private final Supplier<Awaited> expectations;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Outcome last;
  private @Nullable Standing standing;

  /**
   * @param expectations asked in each cycle which feeds are awaited
   */
  public MatchCycle(
      Inventory inventory,
      DecisionLog log,
      Matcher matcher,
      Clock clock,
      Supplier<Awaited> expectations) {
    this.expectations = expectations;
    this.inventory = inventory;
    this.log = log;
    this.matcher = matcher;
    this.clock = clock;
  }

  public Outcome run() {
    turn.lock();
    try {
      Instant started = clock.instant();
      long begun = System.nanoTime();
      Matching matching =
          matcher.match(
              inventory.records(Side.ENROLLMENT),
              inventory.records(Side.MAIL),
              Directory.of(inventory.people()),
              StandingDecisions.of(log.decisions()));
      Standing before = standing == null ? Standing.readFrom(log) : standing;
      Differences differences = new Differences(before, matching, expectations.get(), started);
      Changes changes = differences.changes();
      if (!changes.isEmpty()) {
        standing = null; // until the write is known to have succeeded
        log.write(changes);
      }
      standing = differences.after();
      long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      Outcome outcome = differences.outcome(millis);
      last = outcome;
      return outcome;
    } finally {
      turn.unlock();
    }
  }

  /** The newest finished cycle of this process. */
  public Optional<Outcome> last() {
    return Optional.ofNullable(last);
  }
}
