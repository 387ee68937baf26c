package devicehub.matching;

/** A set of {@linkplain Links keys}, open-addressed. */
final class Keys {
  private int[] table = new int[1 << 12];
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
    table[slot] = stored(key);
    size++;
    return true;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int key) {
    return table[slot(key)] != 0;
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
    for (int key : old) {
      if (key != 0) {
        table[slot(key)] = key;
      }
    }
  }
}
