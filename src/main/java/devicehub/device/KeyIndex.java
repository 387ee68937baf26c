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
  /** By slot a key and, beside it for the processor's cache, its newest entry plus one. */
  private long[] table;

  private int mask;
  private int[] nexts;
  private int[] values;
  private int used;
  private int entries;

  public KeyIndex(int expected) {
    int size = Math.max(16, expected);
    mask = Integer.highestOneBit(size + size / 2) * 2 - 1;
    table = new long[2 * (mask + 1)];
    nexts = new int[size];
    values = new int[size];
  }

  /** Files a value, and returns the entry that was the key's newest until now, or -1. */
  public int put(long key, int value) {
    if (used * 3L > (mask + 1) * 2L) {
      growTable();
    }
    if (entries == values.length) {
      nexts = Arrays.copyOf(nexts, entries + entries / 2);
      values = Arrays.copyOf(values, entries + entries / 2);
    }
    int slot = slot(key);
    if (table[slot + 1] == 0) {
      table[slot] = key;
      used++;
    }
    values[entries] = value;
    int before = (int) table[slot + 1] - 1;
    nexts[entries] = before;
    table[slot + 1] = ++entries;
    return before;
  }

  /** The newest entry under the key, or -1. */
  public int first(long key) {
    return (int) table[slot(key) + 1] - 1;
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
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (table[2 * slot + 1] != 0 && table[2 * slot] != key) {
      slot = (slot + 1) & mask;
    }
    return 2 * slot;
  }

  private void growTable() {
    long[] old = table;
    mask = 2 * mask + 1;
    table = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        int slot = slot(old[i]);
        table[slot] = old[i];
        table[slot + 1] = old[i + 1];
      }
    }
  }
}
