package devicehub;

import devicehub.intake.HardwareReader;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Counts;
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
import java.util.List;
import java.util.Map;
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

  private final Map<String, Feed> feeds;
  private final RawStore raw;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final Clock clock;
  private final HardwareReader hardware = new HardwareReader();
  private final Map<Poll, Draft> polls = new ConcurrentHashMap<>();
  private final AtomicLong failures = new AtomicLong();

  FeedIntake(
      Map<String, Feed> feeds, RawStore raw, SnapshotLog log, Inventory inventory, Clock clock) {
    this.feeds = new TreeMap<>(feeds);
    this.raw = raw;
    this.log = log;
    this.inventory = inventory;
    this.clock = clock;
  }

  /** Reads the records of the snapshots in force again, as after every start. */
  void restore() {
    for (Snapshot snapshot : log.inForce()) {
      Feed feed = feeds.get(snapshot.feed());
      if (feed == null) {
        LOG.warn("feed {} is no longer configured: its records are left out", snapshot.feed());
        continue;
      }
      try {
        Draft draft = new Draft(feed, hardware);
        for (RawPart part : snapshot.parts()) {
          draft.reread(raw, part);
        }
        putInForce(snapshot, draft);
      } catch (IOException | UnreadableInputException e) {
        throw new IllegalStateException(
            "the snapshot in force of feed "
                + snapshot.feed()
                + " cannot be read again: "
                + e.getMessage(),
            e);
      }
    }
  }

  /**
   * Takes one dropped file in as the feed's snapshot, or as one page of it.
   *
   * @throws UnreadableInputException if the file cannot be read as a whole; it is then set aside
   */
  public void takeFile(String name, File file) throws IOException {
    Feed feed = feed(name);
    synchronized (feed) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()), 1 << 16)) {
        take(feed, raw.keep(file.getName(), in));
      }
    }
  }

  /**
   * Takes one kept input in, as the feed's snapshot or as one page of it; the caller holds the
   * feed.
   */
  void take(Feed feed, RawPart part) throws IOException {
    Draft draft = new Draft(feed, hardware);
    try {
      draft.reread(raw, part);
    } catch (UnreadableInputException e) {
      fail(feed, draft.parts(), (e.line() > 0 ? "line " + e.line() + ": " : "") + e.reason());
      throw e;
    }
    if (feed.pagesAsFiles()) {
      draft = new PageFiles(log, raw, hardware).joined(feed, draft);
      if (!draft.isComplete()) {
        String waiting = draft.incompleteness();
        LOG.info("{}: {} is taken, {}", feed.name(), part.name(), waiting);
        log.add(draft.snapshot(State.HELD, clock.instant(), waiting));
        return;
      }
    }
    accept(feed, draft);
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
      settle(snapshot);
      return;
    }
    if (snapshot.counts().accepted() == 0 && !feed.delta()) {
      hold(snapshot, "it holds no record; an empty answer is no evidence that devices are gone");
      return;
    }
    Snapshot added = log.add(snapshot);
    putInForce(added, draft);
    LOG.info(
        "{}: {} rows in, {} accepted, {} duplicate, {} rejected, {} ignored",
        feed.name(),
        added.counts().rowsIn(),
        added.counts().accepted(),
        added.counts().duplicate(),
        added.counts().rejected(),
        added.counts().ignored());
  }

  private void putInForce(Snapshot snapshot, Draft draft) {
    if (snapshot.kind() == Snapshot.Kind.DELTA) {
      inventory.amend(snapshot.feed(), draft.holding());
    } else {
      inventory.replace(snapshot.feed(), draft.holding());
    }
  }

  /** Whether the snapshot would change nothing; deltas on top of it are changes. */
  private boolean isInForce(Snapshot snapshot) {
    List<Snapshot> standing =
        log.inForce().stream().filter(s -> s.feed().equals(snapshot.feed())).toList();
    return snapshot.kind() == Snapshot.Kind.DELTA
        ? standing.stream().anyMatch(s -> s.sameContent(snapshot))
        : standing.size() == 1
            && standing.get(0).kind() == Snapshot.Kind.FULL
            && standing.get(0).sameContent(snapshot);
  }

  /** A good answer after a failed or held one, though it brings nothing new, ends the trouble. */
  private void settle(Snapshot same) {
    boolean troubled =
        log.latest(same.feed()).filter(latest -> latest.state() != State.IN_FORCE).isPresent();
    if (troubled) {
      log.add(same);
    }
  }

  private void hold(Snapshot snapshot, String reason) {
    failures.incrementAndGet();
    LOG.warn("{}: held, the earlier snapshot stays in force: {}", snapshot.feed(), reason);
    Snapshot held =
        new Snapshot(
            0,
            snapshot.feed(),
            snapshot.kind(),
            State.HELD,
            snapshot.parts(),
            snapshot.takenAt(),
            snapshot.counts().allHeld(),
            reason);
    log.add(held);
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

  Feed feed(String name) {
    Feed feed = feeds.get(name);
    if (feed == null) {
      throw new IllegalArgumentException(
          "no feed '" + name + "' in config/feeds.yaml; there are " + feeds.keySet());
    }
    return feed;
  }
}
