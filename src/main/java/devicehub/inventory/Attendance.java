package devicehub.inventory;

import devicehub.device.DeviceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who was there in a feed's full snapshots. A record that is missing once is not gone: it counts on
 * until snapshots have left it out for longer than the feed's grace.
 *
 * <pre>
 *   snapshot   Mon 08:00   Tue 08:00   Wed 07:00   Wed 09:00     grace 24 h
 *   record     there       missing     missing     gone
 * </pre>
 */
final class Attendance {
  private record Missing(DeviceRecord record, Instant since) {}

  private List<DeviceRecord> present = List.of();
  private Map<String, Missing> missing = Map.of();

  /**
   * Takes the records of the next full snapshot, and returns those that count now, in the order of
   * keys.
   */
  List<DeviceRecord> take(List<DeviceRecord> records, Instant takenAt, Duration grace) {
    missing = grace.isZero() ? Map.of() : missing(records, takenAt, grace);
    present = records;
    if (missing.isEmpty()) {
      return records;
    }
    List<DeviceRecord> counting = new ArrayList<>(records);
    missing.values().forEach(gone -> counting.add(marked(gone)));
    counting.sort(DeviceRecord::compareKey);
    return List.copyOf(counting);
  }

  /** Takes what a delta says on top of the full snapshot: whom it names is there, as named now. */
  void amend(List<DeviceRecord> delta) {
    present = Overlay.records(present, delta);
    if (!missing.isEmpty()) {
      missing = new LinkedHashMap<>(missing);
      delta.forEach(record -> missing.remove(Overlay.id(record)));
    }
  }

  /**
   * Notes what one of the snapshots before left out, as told rather than seen; {@link #take} of the
   * newest must follow, and drops what is there again.
   */
  void recall(List<DeviceRecord> leftOut, Instant takenAt, Duration grace) {
    Map<String, Missing> still = new LinkedHashMap<>(missing);
    still.values().removeIf(gone -> isOver(gone, takenAt, grace));
    leftOut.forEach(record -> still.put(Overlay.id(record), new Missing(record, takenAt)));
    missing = still;
  }

  /** The records that are present, but would not be in a next full snapshot. */
  List<DeviceRecord> leftOut(List<DeviceRecord> next) {
    if (present.isEmpty()) {
      return List.of();
    }
    ById there = new ById(next);
    return present.stream().filter(record -> !there.contains(record)).toList();
  }

  private Map<String, Missing> missing(
      List<DeviceRecord> records, Instant takenAt, Duration grace) {
    if (missing.isEmpty() && present.isEmpty()) {
      return Map.of();
    }
    ById there = new ById(records);
    Map<String, Missing> still = new LinkedHashMap<>();
    missing.forEach(
        (id, gone) -> {
          if (!there.contains(gone.record()) && !isOver(gone, takenAt, grace)) {
            still.put(id, gone);
          }
        });
    for (DeviceRecord record : present) {
      if (!there.contains(record)) {
        still.put(Overlay.id(record), new Missing(record, takenAt));
      }
    }
    return still;
  }

  private static boolean isOver(Missing gone, Instant now, Duration grace) {
    return gone.since().plus(grace).isBefore(now);
  }

  /** Whether a snapshot of the same content, taken now, would let a record go. */
  boolean lapses(Instant now, Duration grace) {
    return missing.values().stream().anyMatch(gone -> isOver(gone, now, grace));
  }

  private static DeviceRecord marked(Missing gone) {
    return gone.record()
        .remarked("It is not in the feed's last full answer, missing since " + gone.since() + ".");
  }
}
