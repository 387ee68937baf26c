package devicehub.inventory;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import java.util.Arrays;

/**
 * When each record of a snapshot was last seen, by the hash of its id: two of a million alike would
 * be a wonder, and the hold guard only counts.
 *
 * <pre>
 *   hash of joe@acme.example/juqgg…  →  2026-03-09T08:00Z      hash of a person  →  never
 * </pre>
 */
public final class Sightings {
  private final KeyIndex byId;
  private long[] millis;
  private int size;

  public Sightings(int expected) {
    byId = new KeyIndex(expected);
    millis = new long[Math.max(16, expected)];
  }

  /**
   * @param seen ms since 1970 UTC; {@link DeviceRecord#NEVER} if that is not told, or {@link
   *     DeviceRecord#UNDECIDED}
   */
  public void add(long id, long seen) {
    int known = byId.first(id);
    if (known >= 0) {
      millis[known] = seen;
      return;
    }
    if (size == millis.length) {
      millis = Arrays.copyOf(millis, size * 2);
    }
    millis[size] = seen;
    byId.put(id, size++);
  }

  int size() {
    return size;
  }

  /** How many of another's records are here. */
  int shared(Sightings other) {
    int shared = 0;
    for (int at = 0; at < other.size; at++) {
      shared += byId.contains(other.byId.key(at)) ? 1 : 0;
    }
    return shared;
  }

  /** The latest time; {@link DeviceRecord#NEVER} where none is told. */
  long newest() {
    long newest = DeviceRecord.NEVER;
    for (int at = 0; at < size; at++) {
      newest = Math.max(newest, millis[at]);
    }
    return newest;
  }

  /** Whether some records were seen earlier than in another, and none later. */
  boolean isOlderThan(Sightings other) {
    boolean earlier = false;
    for (int at = 0; at < size; at++) {
      int there = other.byId.first(byId.key(at));
      if (there >= 0 && millis[at] > other.millis[there]) {
        return false;
      }
      earlier |= there >= 0 && millis[at] < other.millis[there];
    }
    return earlier;
  }
}
