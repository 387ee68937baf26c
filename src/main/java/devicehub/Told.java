package devicehub;

import devicehub.device.RecordKey;
import devicehub.intake.HardwareReader;
import devicehub.intake.RowFinder;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the raw input in force again, for what it says of one record. */
final class Told {
  private final Map<String, Feed> feeds;
  private final RawStore raw;
  private final SnapshotLog log;

  Told(Map<String, Feed> feeds, RawStore raw, SnapshotLog log) {
    this.feeds = feeds;
    this.raw = raw;
    this.log = log;
  }

  /** The cells of the record's row by column; empty where none is found. */
  Map<String, String> of(RecordKey key) throws IOException {
    @Nullable Feed feed = feeds.get(key.feed());
    if (feed == null) {
      return Map.of();
    }
    for (Snapshot snapshot : newestFirst(feed)) {
      RowFinder finder = new RowFinder(feed.spec(), new HardwareReader(), key);
      for (RawPart part : snapshot.parts()) {
        try (InputStream in = new BufferedInputStream(raw.open(part), 1 << 16)) {
          Draft.read(feed, part, in, finder);
        }
      }
      if (!finder.cells().isEmpty()) {
        return finder.cells();
      }
    }
    return Map.of();
  }

  /** Those in force, and behind them those that may have brought a record that is missing now. */
  private List<Snapshot> newestFirst(Feed feed) {
    List<Snapshot> snapshots =
        new ArrayList<>(log.inForce().stream().filter(s -> s.feed().equals(feed.name())).toList());
    if (!snapshots.isEmpty()) {
      log.accepted(feed.name(), snapshots.get(0).takenAt().minus(feed.grace())).stream()
          .filter(earlier -> snapshots.stream().noneMatch(s -> s.id() == earlier.id()))
          .forEach(snapshots::add);
    }
    snapshots.sort(Comparator.comparingLong(Snapshot::id).reversed());
    return snapshots;
  }
}
