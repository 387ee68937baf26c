package devicehub.decision;

import java.util.Map;
import java.util.Set;

/**
 * What a cycle was decided on, in numbers: enough to tell later whether new records explain what
 * another cycle decides differently.
 *
 * <pre>
 *   standard-1 9c41…   records {exchange=212, maas360=203}   people {staff=150}
 * </pre>
 *
 * @param rules names the rule book and its content; empty while no cycle was written
 * @param records by feed
 * @param people by feed
 */
public record Basis(String rules, Map<String, Long> records, Map<String, Long> people) {
  public static final Basis NONE = new Basis("", Map.of(), Map.of());

  public Basis {
    records = Map.copyOf(records);
    people = Map.copyOf(people);
  }

  /**
   * @param version of the rule book, as people name it
   * @param content of the rule book, which may change while its version does not
   */
  public static Basis of(
      String version, String content, Map<String, Long> records, Map<String, Long> people) {
    return new Basis(version + " " + Fingerprint.of(content), records, people);
  }

  public boolean isKnown() {
    return !rules.isEmpty();
  }

  /** The feeds that brought people first since another basis. */
  public Set<String> newDirectories(Basis before) {
    return people.keySet().stream()
        .filter(feed -> !before.people.containsKey(feed))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** How many records more than before a feed has; all of a new feed's. */
  public long grown(String feed, Basis before) {
    return Math.max(0, records.getOrDefault(feed, 0L) - before.records.getOrDefault(feed, 0L));
  }

  /** How many people more than before there are. */
  public long peopleGrown(Basis before) {
    long now = people.values().stream().mapToLong(Long::longValue).sum();
    return Math.max(0, now - before.people.values().stream().mapToLong(Long::longValue).sum());
  }
}
