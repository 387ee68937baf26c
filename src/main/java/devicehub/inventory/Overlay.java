package devicehub.inventory;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Puts newer entries of a feed over those with the same id. Servers print ids in whichever case
 * they like, so case tells no two apart; the newer spelling stays.
 *
 * <pre>
 *   jane/6f24caf9, joe/77a1   over which   JANE/6F24CAF9   is   JANE/6F24CAF9, joe/77a1
 * </pre>
 */
final class Overlay {
  private Overlay() {}

  /**
   * In the order of keys. A record that was last seen before it is known to have been is older
   * news, which came late.
   */
  static List<DeviceRecord> records(List<DeviceRecord> base, List<DeviceRecord> newer) {
    if (newer.isEmpty()) {
      return base;
    }
    List<DeviceRecord> all = over(base, newer, Overlay::id, Overlay::latest);
    all.sort(DeviceRecord::compareKey);
    return List.copyOf(all);
  }

  static List<Person> people(List<Person> base, List<Person> newer) {
    return newer.isEmpty()
        ? base
        : List.copyOf(over(base, newer, p -> IdText.fold(p.id()), (p, q) -> q));
  }

  private static DeviceRecord latest(DeviceRecord known, DeviceRecord coming) {
    boolean timed = known.lastSeen().isPresent() && coming.lastSeen().isPresent();
    return timed && coming.lastSeenMillis() < known.lastSeenMillis() ? known : coming;
  }

  /** A record's id as ids are compared. */
  static String id(DeviceRecord record) {
    return IdText.fold(record.key().id());
  }

  private static <T> List<T> over(
      List<T> base, List<T> newer, Function<T, String> id, BinaryOperator<T> choose) {
    Map<String, T> byId = new LinkedHashMap<>();
    newer.forEach(entry -> byId.put(id.apply(entry), entry));
    List<T> all = new ArrayList<>(base.size() + newer.size());
    for (T entry : base) {
      T instead = byId.remove(id.apply(entry));
      all.add(instead == null ? entry : choose.apply(entry, instead));
    }
    all.addAll(byId.values());
    return all;
  }
}
