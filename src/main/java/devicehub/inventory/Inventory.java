package devicehub.inventory;

import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.device.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The records of the snapshots in force, by feed. A snapshot enters whole or not at all. */
public final class Inventory {
  /**
   * What one feed's snapshots in force say, and the rows of them that were not taken.
   *
   * @param records in the order of their keys; not changed any more
   */
  public record Holding(
      List<DeviceRecord> records, List<Person> people, List<RowProblem> problems, Counts counts) {

    /** The same; records that are all as they were before are not kept twice. */
    Holding withRecordsOf(Holding before) {
      return records.equals(before.records())
          ? new Holding(before.records(), people, problems, counts)
          : this;
    }
  }

  private final Map<String, Holding> byFeed = new TreeMap<>();
  private final Map<String, Holding> asTheyCame = new TreeMap<>();
  private final Map<String, Attendance> attendance = new TreeMap<>();
  private final Map<String, String> unreadable = new TreeMap<>();
  private long version;

  /**
   * Puts a full snapshot's content in the place of all the feed said before; but records that it
   * leaves out, and that have not been missing for longer than the grace, count on.
   */
  public synchronized void replace(String feed, Holding holding, Instant takenAt, Duration grace) {
    Holding earlier = asTheyCame.get(feed);
    Holding came = earlier == null ? holding : holding.withRecordsOf(earlier);
    List<DeviceRecord> counting =
        attendance
            .computeIfAbsent(feed, name -> new Attendance())
            .take(came.records(), takenAt, grace);
    byFeed.put(feed, new Holding(counting, came.people(), came.problems(), came.counts()));
    asTheyCame.put(feed, came);
    unreadable.remove(feed);
    version++;
  }

  /** Notes that some of what is in force of a feed cannot be read, until a full snapshot comes. */
  public synchronized void leaveOut(String feed, String why) {
    unreadable.put(feed, why);
  }

  /** Why some of what is in force of a feed is left out; empty where nothing is. */
  public synchronized Optional<String> unreadable(String feed) {
    return Optional.ofNullable(unreadable.get(feed));
  }

  /**
   * Notes which records one of the feed's earlier full snapshots left out; to be called in their
   * order, before the newest one {@linkplain #replace replaces} them all.
   */
  public synchronized void recall(
      String feed, List<DeviceRecord> leftOut, Instant takenAt, Duration grace) {
    attendance.computeIfAbsent(feed, name -> new Attendance()).recall(leftOut, takenAt, grace);
  }

  /** The records a full snapshot would leave out of those the feed's last one and deltas hold. */
  public synchronized List<DeviceRecord> leftOut(String feed, Holding next) {
    return attendance.getOrDefault(feed, new Attendance()).leftOut(next.records());
  }

  /** Puts all that another inventory knows of a feed in the place of what this one knows. */
  public void adopt(String feed, Inventory other) {
    Optional<Holding> counting = Optional.ofNullable(other.holdings().get(feed));
    Optional<Holding> came = other.asItCame(feed);
    Optional<Attendance> attended = other.attendance(feed);
    synchronized (this) {
      counting.ifPresentOrElse(holding -> byFeed.put(feed, holding), () -> byFeed.remove(feed));
      came.ifPresentOrElse(holding -> asTheyCame.put(feed, holding), () -> asTheyCame.remove(feed));
      attended.ifPresentOrElse(there -> attendance.put(feed, there), () -> attendance.remove(feed));
      unreadable.remove(feed);
      version++;
    }
  }

  private synchronized Optional<Attendance> attendance(String feed) {
    return Optional.ofNullable(attendance.get(feed));
  }

  /** Whether the full snapshot in force, if it came again now, would let a missing record go. */
  public synchronized boolean lapses(String feed, Instant now, Duration grace) {
    Attendance known = attendance.get(feed);
    return known != null && known.lapses(now, grace);
  }

  /** The content of a feed's full snapshot in force, without the records it leaves out. */
  public synchronized Optional<Holding> asItCame(String feed) {
    return Optional.ofNullable(asTheyCame.get(feed));
  }

  /** Puts a delta's records over those the feed gave before. */
  public synchronized void amend(String feed, Holding delta) {
    Holding base =
        byFeed.getOrDefault(feed, new Holding(List.of(), List.of(), List.of(), Counts.NONE));
    List<RowProblem> problems = new ArrayList<>(base.problems());
    problems.addAll(delta.problems());
    byFeed.put(
        feed,
        new Holding(
            Overlay.records(base.records(), delta.records()),
            Overlay.people(base.people(), delta.people()),
            List.copyOf(problems),
            base.counts().plus(delta.counts())));
    Attendance known = attendance.get(feed);
    if (known != null) {
      known.amend(delta.records());
    }
    version++;
  }

  /** Rises with every change, so that an unchanged inventory need not be matched anew. */
  public synchronized long version() {
    return version;
  }

  public synchronized Map<String, Holding> holdings() {
    return new TreeMap<>(byFeed);
  }

  /** The records of one side, in the order of their keys. */
  public synchronized List<DeviceRecord> records(Side side) {
    List<List<DeviceRecord>> found = new ArrayList<>();
    for (Holding holding : byFeed.values()) {
      // A feed is of one side with all its records.
      if (!holding.records().isEmpty() && holding.records().get(0).side() == side) {
        found.add(holding.records());
      }
    }
    return JoinedRecords.of(found);
  }

  public synchronized List<Person> people() {
    List<Person> found = new ArrayList<>();
    byFeed.values().forEach(holding -> found.addAll(holding.people()));
    return found;
  }
}
