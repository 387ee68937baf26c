package devicehub.intake;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what a function made of each value, up to a number of values.
 *
 * <p>When it is full it forgets everything and starts anew: fleets hold a few thousand different
 * spellings, so a full memory means a feed of noise, not one worth ranking by use.
 */
final class HardwareMemory<K, V> {
  private final int limit;
  private final ConcurrentHashMap<K, V> known = new ConcurrentHashMap<>();

  HardwareMemory(int limit) {
    this.limit = limit;
  }

  /** What the function makes of a value, remembered from before if it can be. */
  V get(K value, Function<K, V> function) {
    V before = known.get(value);
    if (before != null) {
      return before;
    }
    if (known.size() >= limit) {
      known.clear();
    }
    V made = function.apply(value);
    V meanwhile = known.putIfAbsent(value, made);
    return meanwhile == null ? made : meanwhile;
  }

  int size() {
    return known.size();
  }
}
