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
  /** By slot the newest entry of a key, plus one. */
  private int[] heads;

  private int mask;

  /**
   * Two by entry: its key; then the entry before it and its value. Side by side, they cost one look
   * into memory and not three, and those looks are where a matching of millions spends its time.
   */
  private long[] table;

  private int used;
  private int entries;

  public KeyIndex(int expected) {
    int size = Math.max(16, expected);
    mask = Integer.highestOneBit(size + size / 2) * 2 - 1;
    heads = new int[mask + 1];
    table = new long[2 * size];
  }

  /** Files a value, and returns the entry that was the key's newest until now, or -1. */
  public int put(long key, int value) {
    if (used * 3L > heads.length * 2L) {
      growTable();
    }
    if (2 * entries == table.length) {
      table = Arrays.copyOf(table, 2 * (entries + entries / 2));
    }
    int slot = slot(key);
    int before = heads[slot] - 1;
    used += before < 0 ? 1 : 0;
    table[2 * entries] = key;
    table[2 * entries + 1] = (long) before << 32 | value & 0xFFFFFFFFL;
    heads[slot] = ++entries;
    return before;
  }

  /** Files all of another's entries. */
  public void putAll(KeyIndex other) {
    for (int entry = 0; entry < other.entries; entry++) {
      put(other.key(entry), other.value(entry));
    }
  }

  /** The newest entry under the key, or -1. */
  public int first(long key) {
    return heads[slot(key)] - 1;
  }

  /**
   * What {@link #first} says of each of many keys. Memory is asked for all of them before any
   * answer is needed, which takes little longer than for one.
   */
  public void firsts(long[] keys, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = heads[start(keys[i])] - 1;
    }
    for (int i = 0; i < count; i++) {
      if (into[i] >= 0 && table[2 * into[i]] != keys[i]) {
        into[i] = first(keys[i]);
      }
    }
  }

  /** The entry filed under the same key before this one, or -1; entries count from 0. */
  public int next(int entry) {
    return (int) (table[2 * entry + 1] >> 32);
  }

  /** The key an entry is filed under. */
  public long key(int entry) {
    return table[2 * entry];
  }

  public int value(int entry) {
    return (int) table[2 * entry + 1];
  }

  public boolean isEmpty() {
    return entries == 0;
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

  private int start(long key) {
    return (int) (key ^ (key >>> 32)) & mask;
  }

  private int slot(long key) {
    int slot = start(key);
    for (int head = heads[slot]; head != 0 && table[2 * head - 2] != key; head = heads[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void growTable() {
    int[] old = heads;
    heads = new int[2 * old.length];
    mask = heads.length - 1;
    for (int head : old) {
      if (head != 0) {
        heads[slot(table[2 * head - 2])] = head;
      }
    }
  }
}
