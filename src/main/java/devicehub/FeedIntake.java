package devicehub;

import static java.util.Locale.ROOT;

import devicehub.intake.HardwareReader;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Counts;
import devicehub.inventory.HoldGuard;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.State;
import devicehub.inventory.SnapshotLog;
import devicehub.polling.Poll;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code feeds}: takes in what feeds bring. Raw input is kept first; its rows become a
 * snapshot; the snapshot takes force whole or not at all, and the records follow from it.
 *
 * <pre>
 *   file or pages → raw store → rows → draft → snapshot log → inventory
 * </pre>
 */
public final class FeedIntake {
  private static final Logger LOG = LoggerFactory.getLogger(FeedIntake.class);

  /** So often at most an unchanged answer is written down, to tell later that the feed spoke. */
  private static final Duration CONFIRM_AFTER = Duration.ofHours(1);

  private final Map<String, Feed> feeds;
  private final RawStore raw;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final Gate gate;
  private final InForce inForce;
  private final Clock clock;
  private final HardwareReader hardware = new HardwareReader();
  private final Map<Poll, Draft> polls = new ConcurrentHashMap<>();
  private final AtomicLong failures = new AtomicLong();

  FeedIntake(
      Map<String, Feed> feeds,
      HoldGuard guard,
      RawStore raw,
      SnapshotLog log,
      Inventory inventory,
      Clock clock) {
    this.feeds = new TreeMap<>(feeds);
    this.raw = raw;
    this.log = log;
    this.inventory = inventory;
    this.gate = new Gate(guard, log, inventory);
    this.inForce = new InForce(this.feeds, raw, log, inventory, hardware);
    this.clock = clock;
  }

  /** Reads the records of the snapshots in force again, as after every start. */
  void restore() {
    inForce.restore();
  }

  /** Goes by what people released meanwhile, in whichever process. */
  public void refresh() {
    inForce.refresh();
  }

  /**
   * Takes one dropped file in as the feed's snapshot, or as one page of it.
   *
   * @throws UnreadableInputException if the file cannot be read as a whole; it is then set aside
   */
  public void takeFile(String name, File file) throws IOException {
    Feed feed = feed(name);
    synchronized (feed) {
      Draft draft = new Draft(feed, hardware);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()), 1 << 16)) {
        draft.take(raw, file.getName(), in);
      } catch (UnreadableInputException e) {
        fail(feed, draft.parts(), (e.line() > 0 ? "line " + e.line() + ": " : "") + e.reason());
        throw e;
      }
      if (feed.pagesAsFiles()) {
        draft = new PageFiles(log, raw, hardware).joined(feed, draft);
        if (!draft.isComplete()) {
          String waiting = draft.incompleteness();
          LOG.info("{}: {} is taken, {}", name, file.getName(), waiting);
          log.add(draft.snapshot(State.HELD, clock.instant(), waiting));
          return;
        }
      }
      accept(feed, draft);
    }
  }

  /** Begins a poll of the feed's server. */
  public Poll poll(String name) {
    Feed feed = feed(name);
    Draft draft = new Draft(feed, hardware);
    Poll poll =
        new Poll(
            feed.poll()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "feed " + name + " has no 'http' block in feeds.yaml")),
            (page, body) -> draft.take(raw, page, body));
    polls.put(poll, draft);
    return poll;
  }

  /** Takes a finished poll in as the feed's snapshot, or says why it failed. */
  public void finish(Poll poll) {
    Draft draft = polls.remove(poll);
    if (draft == null) {
      throw new IllegalArgumentException("this poll has been finished already");
    }
    synchronized (draft.feed()) {
      if (poll.failure().isEmpty()) {
        accept(draft.feed(), draft);
      } else {
        fail(draft.feed(), draft.parts(), poll.failure());
      }
    }
  }

  private void accept(Feed feed, Draft draft) {
    Snapshot snapshot = draft.snapshot(State.IN_FORCE, clock.instant(), "");
    if (isInForce(snapshot)) {
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

  private boolean isInForce(Snapshot snapshot) {
    return log.inForce().stream()
        .anyMatch(s -> s.feed().equals(snapshot.feed()) && s.sameContent(snapshot));
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
        || (longAgo && !feed.delta())
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
            .filter(known -> known.sameContent(snapshot))
            .map(Snapshot::state)
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

  private void fail(Feed feed, List<RawPart> parts, String reason) {
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

  /** How many inputs failed or were held since the start. */
  long failures() {
    return failures.get();
  }

  Map<String, Feed> feeds() {
    return Map.copyOf(feeds);
  }

  private Feed feed(String name) {
    Feed feed = feeds.get(name);
    if (feed == null) {
      throw new IllegalArgumentException(
          "no feed '" + name + "' in config/feeds.yaml; there are " + feeds.keySet());
    }
    return feed;
  }
}
