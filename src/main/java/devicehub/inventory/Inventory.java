package devicehub.inventory;

import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The records of the snapshots in force, by feed. A snapshot enters whole or not at all. */
public final class Inventory {
  /**
   * What one feed's snapshots in force say, and the rows of them that were not taken.
   *
   * @param records in the order of their keys; not changed any more
   */
  public record Holding(
      List<DeviceRecord> records, List<Person> people, List<RowProblem> problems, Counts counts) {}

  private final Map<String, Holding> byFeed = new TreeMap<>();
  private long version;

  /** Puts a full snapshot's content in the place of all the feed said before. */
  public synchronized void replace(String feed, Holding holding) {
    byFeed.put(feed, holding);
    version++;
  }

  /** Puts a delta's records over those the feed gave before. */
  public synchronized void amend(String feed, Holding delta) {
    Holding base =
        byFeed.getOrDefault(feed, new Holding(List.of(), List.of(), List.of(), Counts.NONE));
    Map<RecordKey, DeviceRecord> records = new LinkedHashMap<>();
    base.records().forEach(record -> records.put(record.key(), record));
    delta.records().forEach(record -> records.put(record.key(), record));
    Map<String, Person> people = new LinkedHashMap<>();
    base.people().forEach(person -> people.put(person.id(), person));
    delta.people().forEach(person -> people.put(person.id(), person));
    List<RowProblem> problems = new ArrayList<>(base.problems());
    problems.addAll(delta.problems());
    byFeed.put(
        feed,
        new Holding(
            records.values().stream().sorted(DeviceRecord::compareKey).toList(),
            List.copyOf(people.values()),
            List.copyOf(problems),
            base.counts().plus(delta.counts())));
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
    List<DeviceRecord> found = new ArrayList<>();
    for (Holding holding : byFeed.values()) {
      for (DeviceRecord record : holding.records()) {
        if (record.side() == side) {
          found.add(record);
        }
      }
    }
    return found;
  }

  public synchronized List<Person> people() {
    List<Person> found = new ArrayList<>();
    byFeed.values().forEach(holding -> found.addAll(holding.people()));
    return found;
  }
}
