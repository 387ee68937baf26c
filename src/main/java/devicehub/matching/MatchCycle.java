package devicehub.matching;

import devicehub.decision.Basis;
import devicehub.decision.Changes;
import devicehub.decision.DecisionLog;
import devicehub.decision.Outcome;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingDecisions;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the hub: decide everything from the current records, compare with what stands, and
 * write only the differences, or nothing where they are so large that a person must look first.
 * Given the very same as last time it need not decide again. Cycles never overlap: who asks while
 * one runs waits for its turn.
 */
public final class MatchCycle {
  private final Inventory inventory;
  private final DecisionLog log;
  private final Matcher matcher;
  private final Barrier barrier;
  private final Clock clock;
  private final Supplier<Awaited> expectations;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Outcome last;
  private volatile long lastNanos = System.nanoTime();
  private @Nullable Standing standing;
  private @Nullable Given given;

  /** All that a cycle's decisions depend on, the rule book apart: equal, they come out equal. */
  private record Given(long records, List<ReviewerDecision> decisions, Awaited awaited) {}

  /**
   * @param guard says which cycles must wait for a person
   * @param expectations asked in each cycle which feeds are awaited
   */
  public MatchCycle(
      Inventory inventory,
      DecisionLog log,
      Matcher matcher,
      CycleGuard guard,
      Clock clock,
      Supplier<Awaited> expectations) {
    this.expectations = expectations;
    this.inventory = inventory;
    this.log = log;
    this.matcher = matcher;
    this.barrier = new Barrier(guard, log, matcher.book());
    this.clock = clock;
  }

  public Outcome run() {
    turn.lock();
    try {
      Instant started = clock.instant();
      long begun = System.nanoTime();
      Given now = new Given(inventory.version(), log.decisions(), expectations.get());
      Outcome before = last;
      if (before != null && now.equals(given)) {
        return finished(before.again(started, millisSince(begun)));
      }
      Basis basis = barrier.basis(inventory);
      StandingDecisions people = StandingDecisions.of(now.decisions());
      Standing stood = standing == null ? Standing.readFrom(log) : standing;
      Differences differences = differences(stood, people, now.awaited(), started);
      Changes changes = differences.changes().on(basis);
      given = null; // until the write is known to have succeeded; a held cycle is decided anew
      Optional<Outcome.Held> held = barrier.holds(stood, changes, people);
      if (held.isPresent()) {
        standing = stood;
        return finished(differences.held(held.get(), millisSince(begun)));
      }
      if (!changes.isEmpty() || log.held().isPresent()) {
        standing = null;
        log.write(changes);
      }
      standing = differences.after();
      Outcome outcome = finished(differences.outcome(millisSince(begun)));
      given = now;
      return outcome;
    } finally {
      turn.unlock();
    }
  }

  /** Decides everything; a method of its own, so that the matching's memory is free after it. */
  private Differences differences(
      Standing stood, StandingDecisions people, Awaited awaited, Instant started) {
    return new Differences(
        stood,
        matcher.match(
            inventory.records(Side.ENROLLMENT),
            inventory.records(Side.MAIL),
            Directory.of(inventory.people()),
            people),
        awaited,
        started);
  }

  private Outcome finished(Outcome outcome) {
    lastNanos = System.nanoTime();
    last = outcome;
    return outcome;
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }

  /** The newest finished cycle of this process. */
  public Optional<Outcome> last() {
    return Optional.ofNullable(last);
  }

  /** How long ago that one finished, however the clock was set meanwhile. */
  public Duration sinceLast() {
    return Duration.ofNanos(System.nanoTime() - lastNanos);
  }
}
