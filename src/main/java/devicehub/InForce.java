package devicehub;

import devicehub.device.DeviceRecord;
import devicehub.drill.KillPoint;
import devicehub.intake.HardwareReader;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawStore;
import devicehub.inventory.Recall;
import devicehub.inventory.RowProblem;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.SnapshotLog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the inventory at what the snapshots in force say: as they arrive, after a start, and when a
 * person released one in another process.
 */
final class InForce {
  private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

  private final Map<String, Feed> feeds;
  private final RawStore raw;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final HardwareReader hardware;
  private final Map<String, List<Snapshot>> known = new ConcurrentHashMap<>();

  InForce(
      Map<String, Feed> feeds,
      RawStore raw,
      SnapshotLog log,
      Inventory inventory,
      HardwareReader hardware) {
    this.feeds = feeds;
    this.raw = raw;
    this.log = log;
    this.inventory = inventory;
    this.hardware = hardware;
  }

  /** Puts a snapshot just added to the log in force. */
  void take(Snapshot added, Draft draft) {
    Feed feed = draft.feed();
    List<Snapshot> before = known.getOrDefault(feed.name(), List.of());
    Inventory.Holding holding = draft.holding();
    boolean step = added.kind() == Kind.FULL && !before.isEmpty() && !feed.grace().isZero();
    List<DeviceRecord> gone = step ? inventory.leftOut(feed.name(), holding) : List.of();
    put(inventory, added, feed, holding);
    known.put(feed.name(), snapshots(feed.name()));
    if (step) {
      new KeptSteps(raw, log, hardware).write(feed, before, added, gone);
    }
  }

  /**
   * Reads again what the log says is in force, as after every start. What cannot be read, since
   * {@code feeds.yaml} describes the feed otherwise than when it came, is left out, and said so.
   */
  void restore() {
    for (Snapshot snapshot : log.inForce()) {
      if (!feeds.containsKey(snapshot.feed())) {
        LOG.warn("feed {} is no longer configured: its records are left out", snapshot.feed());
      }
    }
    for (Feed feed : feeds.values()) {
      List<Snapshot> now = snapshots(feed.name());
      Reading reading = read(feed, now);
      adopt(feed, now, reading);
      for (String why : reading.leftOut()) {
        LOG.warn("feed {}: {}; it does not count until a full snapshot comes", feed.name(), why);
        inventory.leaveOut(feed.name(), why);
      }
    }
  }

  /** Reads those feeds again of which the log says otherwise than when they were last read. */
  void refresh() {
    for (Feed feed : feeds.values()) {
      if (!isKnown(feed, snapshots(feed.name()))) {
        synchronized (feed) {
          List<Snapshot> now = snapshots(feed.name());
          if (!isKnown(feed, now)) {
            reread(feed, now);
          }
        }
      }
    }
  }

  private void reread(Feed feed, List<Snapshot> now) {
    Reading reading = read(feed, now);
    if (reading.leftOut().isEmpty()) {
      adopt(feed, now, reading);
      KillPoint.RELEASE_TAKEN.pass();
      LOG.info("{}: what is in force was changed by a person, and is read again", feed.name());
    } else {
      LOG.warn("{}: the earlier records stay: {}", feed.name(), reading.leftOut().get(0));
    }
  }

  private boolean isKnown(Feed feed, List<Snapshot> now) {
    return ids(now).equals(ids(known.getOrDefault(feed.name(), List.of())));
  }

  private List<Snapshot> snapshots(String feed) {
    return log.inForce().stream().filter(snapshot -> snapshot.feed().equals(feed)).toList();
  }

  private static List<Long> ids(List<Snapshot> snapshots) {
    return snapshots.stream().map(Snapshot::id).toList();
  }

  /**
   * What a feed's snapshots say, and why some of them say nothing.
   *
   * @param leftOut newest last
   */
  private record Reading(Inventory inventory, List<String> leftOut) {}

  private Reading read(Feed feed, List<Snapshot> now) {
    Inventory again = new Inventory();
    List<String> leftOut = new ArrayList<>();
    for (Snapshot snapshot : now) {
      String why = take(feed, snapshot, again);
      if (!why.isEmpty()) {
        leftOut.add("what it brought at " + snapshot.takenAt() + " cannot be read " + why);
        // Nor do the snapshots before it say what counts now.
        again = snapshot.kind() == Kind.FULL ? new Inventory() : again;
      }
    }
    return new Reading(again, leftOut);
  }

  /** Why the snapshot cannot be read; empty where it was. */
  private String take(Feed feed, Snapshot snapshot, Inventory again) {
    try {
      recall(feed, snapshot, again);
      Draft draft = draft(feed, snapshot);
      requireRecords(snapshot, draft);
      put(again, snapshot, feed, draft.holding());
      return "";
    } catch (UnreadableInputException e) {
      return "as config/feeds.yaml describes it now: " + e.getMessage();
    } catch (IOException e) {
      return "again: " + e;
    }
  }

  private void adopt(Feed feed, List<Snapshot> now, Reading reading) {
    inventory.adopt(feed.name(), reading.inventory());
    known.put(feed.name(), now);
  }

  /** Fields that are looked for under other names than before reject every row, one by one. */
  private static void requireRecords(Snapshot snapshot, Draft draft) {
    Inventory.Holding holding = draft.holding();
    if (snapshot.counts().accepted() == 0 || holding.counts().accepted() > 0) {
      return;
    }
    String first = holding.problems().stream().map(RowProblem::reason).findFirst().orElse("");
    throw new UnreadableInputException(
        snapshot.parts().isEmpty() ? snapshot.feed() : snapshot.parts().get(0).name(),
        0,
        "of its %d rows %d were taken then, and none now%s"
            .formatted(
                snapshot.counts().rowsIn(),
                snapshot.counts().accepted(),
                first.isEmpty() ? "" : ": " + first));
  }

  /** Learns from the snapshots before this one which records are missing, and since when. */
  private void recall(Feed feed, Snapshot snapshot, Inventory again) {
    if (feed.grace().isZero() || snapshot.kind() == Kind.DELTA) {
      return;
    }
    Instant since = snapshot.takenAt().minus(feed.grace());
    KeptSteps steps = new KeptSteps(raw, log, hardware);
    for (Recall.Step step : log.recall(feed.name(), since).steps()) {
      if (step.next().id() <= snapshot.id()) {
        try {
          again.recall(feed.name(), steps.leftOut(feed, step), step.next().takenAt(), feed.grace());
        } catch (IOException | UnreadableInputException e) {
          LOG.warn("{}: an earlier snapshot cannot be read again: {}", feed.name(), e.getMessage());
        }
      }
    }
  }

  private Draft draft(Feed feed, Snapshot snapshot) throws IOException {
    return Draft.of(feed, snapshot, raw, hardware);
  }

  private static void put(
      Inventory inventory, Snapshot snapshot, Feed feed, Inventory.Holding holding) {
    if (snapshot.kind() == Kind.DELTA) {
      inventory.amend(snapshot.feed(), holding);
    } else {
      inventory.replace(snapshot.feed(), holding, snapshot.takenAt(), feed.grace());
    }
  }
}
