package devicehub;

import devicehub.intake.HardwareReader;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Arrival;
import devicehub.inventory.HoldGuard;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot.State;
import devicehub.inventory.SnapshotLog;
import devicehub.polling.Page;
import devicehub.polling.Poll;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code feeds}: takes in what feeds bring. Raw input is kept before anything points to
 * it; its rows become a snapshot; the snapshot takes force whole or not at all, and the records
 * follow from it.
 *
 * <pre>
 *   file, pages or text → raw store → rows → draft → snapshot log → inventory
 * </pre>
 */
public final class FeedIntake {
  private static final Logger LOG = LoggerFactory.getLogger(FeedIntake.class);

  private final Map<String, Feed> feeds;
  private final RawStore raw;
  private final SnapshotLog log;
  private final InForce inForce;
  private final Admission admission;
  private final Clock clock;
  private final HardwareReader hardware = new HardwareReader();
  private final Polls polls;
  private final AtomicInteger underWay = new AtomicInteger();

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
    this.inForce = new InForce(this.feeds, raw, log, inventory, hardware);
    this.admission = new Admission(new Gate(guard, log, inventory), inForce, log, inventory, clock);
    this.polls = new Polls(raw, log, inventory, hardware, clock);
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
    underWay.incrementAndGet();
    try {
      takeWhole(feed(name), file);
    } finally {
      underWay.decrementAndGet();
    }
  }

  /** Whether a file is being read at this moment, which may take its time. */
  boolean isBusy() {
    return underWay.get() > 0;
  }

  private void takeWhole(Feed feed, File file) throws IOException {
    synchronized (feed) {
      if (Files.isSymbolicLink(file.toPath())) {
        UnreadableInputException link =
            new UnreadableInputException(
                file.getName(), 0, "is a link, and whoever may drop files may not read all others");
        admission.fail(feed, List.of(), file.getName() + " " + link.reason());
        throw link;
      }
      try (InputStream in = Files.newInputStream(file.toPath());
          Arrival arrival = raw.receive(file.getName(), in)) {
        take(feed, arrival);
      }
    }
  }

  /** Takes one input in, as the feed's snapshot or as one page of it; the caller holds the feed. */
  void take(Feed feed, Arrival arrival) throws IOException {
    String name = arrival.part().name();
    Draft draft = new Draft(feed, hardware, clock.instant());
    try {
      Page page = draft.take(arrival);
      if (page.error().isPresent()) {
        throw new UnreadableInputException(name, 0, "the server reports: " + page.error().get());
      }
    } catch (UnreadableInputException e) {
      admission.fail(feed, draft.parts(), reason(e));
      throw e;
    }
    if (feed.pagesAsFiles()) {
      draft = new PageFiles(log, raw, hardware).joined(feed, draft);
      if (!draft.isComplete()) {
        String waiting = draft.incompleteness();
        LOG.info("{}: {} is taken, {}", feed.name(), name, waiting);
        log.add(draft.snapshot(State.HELD, clock.instant(), waiting));
        return;
      }
    }
    admission.admit(feed, draft);
  }

  /**
   * Takes a text in as the feed's snapshot, such as the entries a directory found. Text that cannot
   * be read fails the feed; there is no file to set aside.
   *
   * @param part what to call the text where people look for it
   */
  public void takeText(String name, String part, byte[] text) throws IOException {
    Feed feed = feed(name);
    synchronized (feed) {
      Draft draft = new Draft(feed, hardware, clock.instant());
      try {
        draft.take(raw, part, new ByteArrayInputStream(text));
      } catch (UnreadableInputException e) {
        admission.fail(feed, draft.parts(), reason(e));
        return;
      }
      admission.admit(feed, draft);
    }
  }

  /** Notes that a feed's source gave nothing, and why. */
  public void failed(String name, String reason) {
    Feed feed = feed(name);
    synchronized (feed) {
      admission.fail(feed, List.of(), reason);
    }
  }

  /** Begins a poll of the feed's server: for everything, or for what changed. */
  public Poll poll(String name) {
    return polls.begin(feed(name));
  }

  /** Takes a finished poll in as the feed's snapshot, or says why it failed. */
  public void finish(Poll poll) {
    Draft draft = polls.end(poll);
    synchronized (feed(draft.feed().name())) {
      if (poll.failure().isEmpty()) {
        admission.admit(draft.feed(), draft);
      } else {
        admission.fail(draft.feed(), draft.parts(), poll.failure());
      }
    }
  }

  private static String reason(UnreadableInputException e) {
    return (e.line() > 0 ? "line " + e.line() + ": " : "") + e.reason();
  }

  /** How many inputs failed or were held since the start. */
  long failures() {
    return admission.failures();
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
