package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import java.util.List;

/**
 * Identifiers that the data itself shows to be nobody's: seen with several owners on one side. A
 * factory serial on a thousand tablets is learned here without being listed anywhere.
 */
final class SharedIds {
  /** How many of an id's records are asked for their owners, so that no id costs a square. */
  private static final int LOOKED_AT = 256;

  private final KeyIndex shared = new KeyIndex(16);

  /**
   * Learns the ids that at least {@code limit} owners among the records have, or so many records
   * that no single device can be meant, whoever owns them.
   *
   * @return the records by their ids, an entry for each in order
   */
  KeyIndex learn(List<DeviceRecord> records, Ownership owners, int limit) {
    int ids = 0;
    for (int i = 0; i < records.size(); i++) {
      ids += records.get(i).idCount();
    }
    KeyIndex byId = new KeyIndex(ids);
    for (int i = 0; i < records.size(); i++) {
      DeviceRecord record = records.get(i);
      for (int id = 0; id < record.idCount(); id++) {
        long hash = record.idHash(id);
        int earlier = byId.put(hash, i);
        boolean several = earlier >= 0 && byId.next(earlier) >= 0;
        if (several
            && !isShared(hash)
            && (owners(byId, earlier, i, owners) >= limit
                || byId.count(hash, LOOKED_AT) >= LOOKED_AT)) {
          shared.put(hash, 0);
        }
      }
    }
    return byId;
  }

  /** How many owners an id has among the records filed so far and one more. */
  private static int owners(KeyIndex byId, int earlier, int record, Ownership owners) {
    long[] seen = new long[16];
    int count = owners.known(record) ? 1 : 0;
    if (count == 1) {
      seen[0] = owners.key(owners.from(record));
    }
    int left = LOOKED_AT;
    for (int at = earlier; at >= 0 && count < seen.length && left > 0; at = byId.next(at)) {
      left--;
      int other = byId.value(at);
      if (owners.known(other) && isNew(seen, count, owners.key(owners.from(other)))) {
        seen[count++] = owners.key(owners.from(other));
      }
    }
    return count;
  }

  private static boolean isNew(long[] seen, int count, long owner) {
    for (int i = 0; i < count; i++) {
      if (seen[i] == owner) {
        return false;
      }
    }
    return true;
  }

  /** The ids that are nobody's on the one side or the other. */
  SharedIds and(SharedIds others) {
    SharedIds both = new SharedIds();
    both.shared.putAll(shared);
    both.shared.putAll(others.shared);
    return both;
  }

  boolean isShared(long hash) {
    return shared.contains(hash);
  }
}
