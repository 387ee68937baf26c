package devicehub.inventory;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.Identifier;
import devicehub.device.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the hold guard looks at of a snapshot.
 *
 * <pre>
 *   212 rows, 2 rejected, 203 records  {owner: 203, EAS device id: 203, serial number: 61}
 * </pre>
 *
 * @param records how many records and people there are
 * @param filled by column, how many of them have it
 * @param seen when each record was last seen, ms since 1970 UTC, by its id without case; {@link
 *     DeviceRecord#NEVER} if that is not told
 */
public record Profile(
    long rows, long rejected, long records, Map<String, Long> filled, Map<String, Long> seen) {
  private static final String OWNER = "owner";

  public static Profile of(Inventory.Holding holding) {
    Map<String, Long> filled = new TreeMap<>();
    Map<String, Long> seen = new HashMap<>();
    for (DeviceRecord record : holding.records()) {
      seen.put(Overlay.id(record), record.lastSeenMillis());
      if (!record.owners().isEmpty()) {
        filled.merge(OWNER, 1L, Long::sum);
      }
      for (String kind : kinds(record.identifiers())) {
        filled.merge(kind, 1L, Long::sum);
      }
    }
    for (Person person : holding.people()) {
      seen.put(IdText.fold(person.id()), DeviceRecord.NEVER);
    }
    Counts counts = holding.counts();
    return new Profile(counts.rowsIn(), counts.rejected(), counts.accepted(), filled, seen);
  }

  private static Iterable<String> kinds(List<Identifier> identifiers) {
    return identifiers.size() == 1
        ? List.of(identifiers.get(0).kind())
        : identifiers.stream().map(Identifier::kind).collect(Collectors.toSet());
  }

  long newestSeen() {
    return seen.values().stream().mapToLong(Long::longValue).max().orElse(DeviceRecord.NEVER);
  }
}
