package devicehub;

import static java.util.Locale.ROOT;

import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawPart;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.State;
import devicehub.inventory.SnapshotLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a feed's answer: it takes force, brings nothing new, is held, or failed. Whatever
 * it is, the log is told first.
 */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  /** So often at most an unchanged answer is written down, to tell later that the feed spoke. */
  private static final Duration CONFIRM_AFTER = Duration.ofHours(1);

  private final Gate gate;
  private final InForce inForce;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final Clock clock;
  private final AtomicLong failures = new AtomicLong();

  Admission(Gate gate, InForce inForce, SnapshotLog log, Inventory inventory, Clock clock) {
    this.gate = gate;
    this.inForce = inForce;
    this.log = log;
    this.inventory = inventory;
    this.clock = clock;
  }

  /** Lets a feed's whole answer take force, or holds it. */
  void admit(Feed feed, Draft draft) {
    Snapshot snapshot = draft.snapshot(State.IN_FORCE, clock.instant(), "");
    if (inventory.unreadable(feed.name()).isEmpty() && isInForce(snapshot)) {
      LOG.info("{}: nothing new", feed.name());
      confirm(feed, snapshot, draft);
      return;
    }
    Optional<String> reason = gate.reasonToHold(feed, draft);
    if (reason.isPresent()) {
      hold(snapshot, reason.get());
      return;
    }
    Snapshot added = log.add(snapshot);
    inForce.take(added, draft);
    LOG.info(
        "{}: {} rows in, {} accepted, {} duplicate, {} rejected, {} ignored",
        feed.name(),
        added.counts().rowsIn(),
        added.counts().accepted(),
        added.counts().duplicate(),
        added.counts().rejected(),
        added.counts().ignored());
  }

  /** Whether the snapshot would change nothing; deltas on top of it are changes. */
  private boolean isInForce(Snapshot snapshot) {
    List<Snapshot> standing =
        log.inForce().stream().filter(s -> s.feed().equals(snapshot.feed())).toList();
    if (snapshot.isIncrement()) {
      // What a server says now is so, even if it said it before and something else since.
      return !standing.isEmpty() && standing.get(standing.size() - 1).sameContent(snapshot);
    }
    return snapshot.kind() == Snapshot.Kind.DELTA
        ? standing.stream().anyMatch(s -> s.sameContent(snapshot))
        : standing.stream().noneMatch(s -> s.kind() == Snapshot.Kind.DELTA)
            && standing.stream().anyMatch(s -> s.sameContent(snapshot));
  }

  /**
   * An answer that brings nothing new is written down only if it tells something all the same: that
   * a trouble is over, that the feed still speaks, or that a missing record is gone for good.
   */
  private void confirm(Feed feed, Snapshot same, Draft draft) {
    Optional<Snapshot> latest = log.latest(feed.name());
    boolean troubled = latest.filter(s -> s.state() == State.IN_FORCE).isEmpty();
    boolean longAgo =
        latest.filter(s -> s.takenAt().plus(CONFIRM_AFTER).isBefore(same.takenAt())).isPresent();
    if (troubled
        || (longAgo && (!feed.delta() || same.isIncrement()))
        || inventory.lapses(feed.name(), same.takenAt(), feed.grace())) {
      inForce.take(log.add(same), draft);
    }
  }

  /** Held again in the same way, it is the same trouble: it was alarmed about already. */
  private void hold(Snapshot snapshot, String reason) {
    Optional<Snapshot> decidedOrHeld =
        log.newest(snapshot.feed(), Set.of(State.HELD, State.DISCARDED, State.IN_FORCE), 1).stream()
            .findFirst();
    State state =
        decidedOrHeld
            .filter(known -> known.kind() == snapshot.kind() && known.sameContent(snapshot))
            .map(Snapshot::state)
            .filter(known -> known == State.DISCARDED)
            .orElse(State.HELD);
    boolean again = decidedOrHeld.filter(known -> known.state() == state).isPresent();
    if (state == State.HELD) {
      failures.incrementAndGet();
    }
    if (again) {
      LOG.info("{}: still {}: {}", snapshot.feed(), state.name().toLowerCase(ROOT), reason);
    } else {
      LOG.warn("{}: held, the earlier snapshot stays in force: {}", snapshot.feed(), reason);
    }
    boolean same = log.latest(snapshot.feed()).filter(snapshot::sameContent).isPresent();
    if (!again || !same) {
      log.add(snapshot.heldBack(state, reason));
    }
  }

  /** Notes that a feed's answer cannot be used, and why. */
  void fail(Feed feed, List<RawPart> parts, String reason) {
    failures.incrementAndGet();
    LOG.warn("{}: {}; the earlier snapshot stays in force", feed.name(), reason);
    log.add(
        new Snapshot(
            0,
            feed.name(),
            feed.delta() ? Snapshot.Kind.DELTA : Snapshot.Kind.FULL,
            State.FAILED,
            parts,
            clock.instant(),
            Counts.NONE,
            reason));
  }

  /** How many answers failed or were held since the start. */
  long failures() {
    return failures.get();
  }
}
