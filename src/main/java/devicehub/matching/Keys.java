package devicehub.matching;

/** A set of {@linkplain Links keys}, open-addressed. */
final class Keys {
  /** Bits of the filter by slot of the table: some twelve by key. */
  private static final int FILTER_BITS = 2;

  private int[] table = new int[1 << 12];

  /**
   * A bit by the upper bits of each key. It is small enough to stay near the core, and answers for
   * most keys that are not there.
   */
  private long[] filter = new long[table.length << FILTER_BITS >> 6];

  private int size;

  /** Whether the key is new. */
  boolean add(int key) {
    if (3 * size > table.length) {
      grow();
    }
    int slot = slot(key);
    if (table[slot] != 0) {
      return false;
    }
    put(slot, stored(key));
    size++;
    return true;
  }

  private void put(int slot, int stored) {
    table[slot] = stored;
    int bit = bit(stored);
    filter[bit >> 6] |= 1L << bit;
  }

  private int bit(int stored) {
    return stored >>> Integer.numberOfLeadingZeros(filter.length << 6) + 1;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int key) {
    int bit = bit(stored(key));
    return (filter[bit >> 6] & 1L << bit) != 0 && table[slot(key)] != 0;
  }

  private int slot(int key) {
    int wanted = stored(key);
    int slot = wanted & (table.length - 1);
    while (table[slot] != 0 && table[slot] != wanted) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /** Zero marks what is free; that its key is one with another makes two records neighbours. */
  private static int stored(int key) {
    return key == 0 ? 1 : key;
  }

  private void grow() {
    int[] old = table;
    table = new int[2 * old.length];
    filter = new long[2 * filter.length];
    for (int key : old) {
      if (key != 0) {
        put(slot(key), key);
      }
    }
  }
}
