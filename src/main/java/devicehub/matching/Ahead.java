package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import java.util.List;

/**
 * Looks up the keys of some hundred records before a walk comes to them. Each leads to another
 * place in memory, and one look at a time would wait for each.
 */
final class Ahead {
  private static final int RECORDS = 128;
  private static final int KEYS = 8 * RECORDS;

  private final KeyIndex index;
  private final KeysOf keysOf;
  private final long[] keys = new long[KEYS];
  private final int[] found = new int[KEYS];
  private int looked;

  /** The keys under which a record is looked up. */
  interface KeysOf {
    int count(int record);

    long key(int record, int number);
  }

  Ahead(KeyIndex index, KeysOf keysOf) {
    this.index = index;
    this.keysOf = keysOf;
  }

  static Ahead byId(KeyIndex index, List<DeviceRecord> records) {
    return new Ahead(
        index,
        new KeysOf() {
          @Override
          public int count(int record) {
            return records.get(record).idCount();
          }

          @Override
          public long key(int record, int number) {
            return records.get(record).idHash(number);
          }
        });
  }

  static Ahead byOwner(KeyIndex index, Ownership owners) {
    return new Ahead(
        index,
        new KeysOf() {
          @Override
          public int count(int record) {
            return owners.to(record) - owners.from(record);
          }

          @Override
          public long key(int record, int number) {
            return owners.key(owners.from(record) + number);
          }
        });
  }

  /** To be told of each record as the walk, which ends before {@code to}, comes to it. */
  void of(int record, int to) {
    if (record < looked) {
      return;
    }
    looked = Math.min(to, record + RECORDS);
    int count = 0;
    for (int i = record; i < looked; i++) {
      int own = Math.min(keysOf.count(i), KEYS - count);
      for (int number = 0; number < own; number++) {
        keys[count++] = keysOf.key(i, number);
      }
    }
    index.firsts(keys, count, found);
  }
}
