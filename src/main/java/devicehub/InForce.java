package devicehub;

import devicehub.drill.KillPoint;
import devicehub.intake.HardwareReader;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.SnapshotLog;
import java.io.IOException;
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
  private final Map<String, List<Long>> known = new ConcurrentHashMap<>();

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
    put(inventory, added, draft);
    known.put(added.feed(), ids(snapshots(added.feed())));
  }

  /**
   * Reads again what the log says is in force, as after every start.
   *
   * @throws IllegalStateException if a snapshot in force cannot be read again
   */
  void restore() {
    for (Snapshot snapshot : log.inForce()) {
      if (!feeds.containsKey(snapshot.feed())) {
        LOG.warn("feed {} is no longer configured: its records are left out", snapshot.feed());
      }
    }
    for (Feed feed : feeds.values()) {
      read(feed, snapshots(feed.name()));
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
    try {
      read(feed, now);
      KillPoint.RELEASE_TAKEN.pass();
      LOG.info("{}: what is in force was changed by a person, and is read again", feed.name());
    } catch (IllegalStateException e) {
      LOG.warn("{}: the earlier records stay: {}", feed.name(), e.getMessage());
    }
  }

  private boolean isKnown(Feed feed, List<Snapshot> now) {
    return ids(now).equals(known.getOrDefault(feed.name(), List.of()));
  }

  private List<Snapshot> snapshots(String feed) {
    return log.inForce().stream().filter(snapshot -> snapshot.feed().equals(feed)).toList();
  }

  private static List<Long> ids(List<Snapshot> snapshots) {
    return snapshots.stream().map(Snapshot::id).toList();
  }

  private void read(Feed feed, List<Snapshot> now) {
    Inventory again = new Inventory();
    for (Snapshot snapshot : now) {
      try {
        recall(feed, snapshot, again);
        put(again, snapshot, draft(feed, snapshot));
      } catch (IOException | UnreadableInputException e) {
        throw new IllegalStateException(
            "the snapshot in force of feed "
                + feed.name()
                + " cannot be read again: "
                + e.getMessage(),
            e);
      }
    }
    inventory.adopt(feed.name(), again);
    known.put(feed.name(), ids(now));
  }

  /** Reads the snapshots before this one that tell which records are missing, and since when. */
  private void recall(Feed feed, Snapshot snapshot, Inventory again) {
    if (feed.grace().isZero() || snapshot.kind() == Kind.DELTA) {
      return;
    }
    for (Snapshot earlier : log.accepted(feed.name(), snapshot.takenAt().minus(feed.grace()))) {
      if (earlier.id() < snapshot.id()) {
        try {
          put(again, earlier, draft(feed, earlier));
        } catch (IOException | UnreadableInputException e) {
          LOG.warn("{}: an earlier snapshot cannot be read again: {}", feed.name(), e.getMessage());
        }
      }
    }
  }

  private Draft draft(Feed feed, Snapshot snapshot) throws IOException {
    Draft draft = new Draft(feed, hardware);
    for (RawPart part : snapshot.parts()) {
      draft.reread(raw, part);
    }
    return draft;
  }

  private static void put(Inventory inventory, Snapshot snapshot, Draft draft) {
    if (snapshot.kind() == Kind.DELTA) {
      inventory.amend(snapshot.feed(), draft.holding());
    } else {
      inventory.replace(snapshot.feed(), draft.holding(), snapshot.takenAt(), draft.feed().grace());
    }
  }
}
