package devicehub.device;

import java.util.Arrays;

/**
 * Finds all ints filed under a 64-bit key: an open-addressed table of primitives, since boxed maps
 * of millions of ids cost gigabytes.
 *
 * <pre>
 *   put(key, 7); put(key, 9);
 *   for (int at = first(key); at >= 0; at = next(at)) value(at)   →  9, 7
 * </pre>
 */
public final class KeyIndex {
  private long[] keys;
  private int[] heads;
  private int[] nexts;
  private int[] values;
  private int used;
  private int entries;

  public KeyIndex(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
    keys = new long[capacity];
    heads = new int[capacity];
    nexts = new int[Math.max(16, expected)];
    values = new int[Math.max(16, expected)];
  }

  public void put(long key, int value) {
    if (used * 2 > keys.length) {
      growTable();
    }
    if (entries == values.length) {
      nexts = Arrays.copyOf(nexts, entries + entries / 2);
      values = Arrays.copyOf(values, entries + entries / 2);
    }
    int slot = slot(key);
    if (heads[slot] == 0) {
      keys[slot] = key;
      used++;
    }
    values[entries] = value;
    nexts[entries] = heads[slot] - 1;
    heads[slot] = ++entries;
  }

  /** The newest entry under the key, or -1. */
  public int first(long key) {
    return heads[slot(key)] - 1;
  }

  public int next(int entry) {
    return nexts[entry];
  }

  public int value(int entry) {
    return values[entry];
  }

  public boolean contains(long key) {
    return first(key) >= 0;
  }

  /** How many entries the key has, counted no further than {@code limit}. */
  public int count(long key, int limit) {
    int count = 0;
    for (int at = first(key); at >= 0 && count < limit; at = next(at)) {
      count++;
    }
    return count;
  }

  /** Whether the key has two entries or more. */
  public boolean several(long key) {
    int at = first(key);
    return at >= 0 && next(at) >= 0;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (heads[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void growTable() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[oldKeys.length * 2];
    heads = new int[oldHeads.length * 2];
    for (int i = 0; i < oldHeads.length; i++) {
      if (oldHeads[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
