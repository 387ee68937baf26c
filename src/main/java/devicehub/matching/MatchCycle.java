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
  private final Revisions revisions;
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
    this(inventory, log, matcher, guard, clock, expectations, Revisions.MOST);
  }

  /**
   * @param revised how many records of a hundred a change may touch, so that no others are decided
   */
  MatchCycle(
      Inventory inventory,
      DecisionLog log,
      Matcher matcher,
      CycleGuard guard,
      Clock clock,
      Supplier<Awaited> expectations,
      int revised) {
    this.revisions = new Revisions(matcher, revised);
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
        revisions.prepare();
        return finished(before.again(started, millisSince(begun)));
      }
      now = wiser(now);
      Basis basis = barrier.basis(inventory);
      Standing stood = standing == null ? Standing.readFrom(log) : standing;
      Revisions.Ground ground = ground(now);
      StandingDecisions people = StandingDecisions.of(ground.decisions());
      Proposal proposal = proposal(stood, ground, started);
      Changes changes = proposal.changes().on(basis);
      given = null; // until the write is known to have succeeded; a held cycle is decided anew
      Optional<Outcome.Held> held = barrier.holds(stood, changes, people);
      if (held.isPresent()) {
        standing = stood;
        revisions.forget();
        Differences whole =
            proposal instanceof Differences all ? all : differences(stood, ground, started);
        return finished(whole.held(held.get(), millisSince(begun)));
      }
      if (!changes.isEmpty() || log.held().isPresent()) {
        standing = null;
        log.write(changes);
      }
      standing = proposal.after();
      revisions.keep(ground, proposal);
      Outcome outcome = finished(proposal.outcome(millisSince(begun)));
      given = now;
      return outcome;
    } finally {
      turn.unlock();
    }
  }

  /** The same, with what became known of the devices that people decided about. */
  private Given wiser(Given now) {
    List<ReviewerDecision> wiser =
        LaterKnown.of(now.decisions(), inventory.records(Side.ENROLLMENT));
    if (wiser.isEmpty()) {
      return now;
    }
    log.learn(wiser);
    return new Given(now.records(), log.decisions(), now.awaited());
  }

  private Revisions.Ground ground(Given now) {
    return new Revisions.Ground(
        inventory.records(Side.ENROLLMENT),
        inventory.records(Side.MAIL),
        inventory.people(),
        Respelt.of(now.decisions(), inventory),
        now.awaited());
  }

  /** Decides what is different, where that is known and little, and else everything. */
  private Proposal proposal(Standing stood, Revisions.Ground ground, Instant started) {
    if (standing != null) {
      Optional<Revision> revision = revisions.revise(stood, ground, started);
      if (revision.isPresent()) {
        return revision.get();
      }
    }
    revisions.forget();
    return differences(stood, ground, started);
  }

  /** Decides everything; a method of its own, so that the matching's memory is free after it. */
  private Differences differences(Standing stood, Revisions.Ground ground, Instant started) {
    return new Differences(
        stood,
        matcher.match(
            ground.enrollments(),
            ground.mails(),
            Directory.of(ground.persons()),
            StandingDecisions.of(ground.decisions())),
        ground.awaited(),
        started);
  }

  /** Tells which of the cycles were decided by what was different. */
  Revisions revisions() {
    return revisions;
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
