package devicehub.inventory;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.Person;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the hold guard looks at of a snapshot.
 *
 * <pre>
 *   212 rows, 2 rejected, 203 records  {owner: 203, EAS device id: 203, serial number: 61}
 * </pre>
 *
 * @param records how many records and people there are
 * @param filled by column, how many of them have it
 * @param seen when each was last seen
 */
public record Profile(
    long rows, long rejected, long records, Map<String, Long> filled, Sightings seen) {
  private static final String OWNER = "owner";

  public static Profile of(Inventory.Holding holding) {
    Map<String, Long> filled = new TreeMap<>();
    Sightings seen = new Sightings(holding.records().size() + holding.people().size());
    for (DeviceRecord record : holding.records()) {
      seen.add(record.keyHash(), record.lastSeenMillis());
      if (record.ownerCount() > 0) {
        filled.merge(OWNER, 1L, Long::sum);
      }
      for (int id = 0; id < record.idCount(); id++) {
        if (isFirstOfItsKind(record, id)) {
          filled.merge(record.idKind(id), 1L, Long::sum);
        }
      }
    }
    for (Person person : holding.people()) {
      seen.add(IdText.hash(person.id()), DeviceRecord.NEVER);
    }
    Counts counts = holding.counts();
    return new Profile(counts.rowsIn(), counts.rejected(), counts.accepted(), filled, seen);
  }

  /** No more than how many there are: enough where nothing is in force to be compared with. */
  public static Profile ofCounts(Inventory.Holding holding) {
    Counts counts = holding.counts();
    return new Profile(
        counts.rowsIn(), counts.rejected(), counts.accepted(), Map.of(), new Sightings(0));
  }

  private static boolean isFirstOfItsKind(DeviceRecord record, int id) {
    for (int earlier = 0; earlier < id; earlier++) {
      if (record.idKind(earlier).equals(record.idKind(id))) {
        return false;
      }
    }
    return true;
  }
}
