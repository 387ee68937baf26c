package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.Identifier;
import devicehub.device.KeyIndex;
import java.util.List;

/**
 * Identifiers that the data itself shows to be nobody's: seen with several owners on one side. A
 * factory serial on a thousand tablets is learned here without being listed anywhere.
 */
final class SharedIds {
  private final KeyIndex shared = new KeyIndex(16);

  /** Learns the ids that at least {@code limit} owners among the records have. */
  SharedIds learn(List<DeviceRecord> records, Ownership owners, int limit) {
    KeyIndex byId = new KeyIndex(records.size() * 2);
    for (int i = 0; i < records.size(); i++) {
      for (Identifier id : records.get(i).identifiers()) {
        long hash = id.hash();
        if (byId.several(hash) && !isShared(hash) && owners(byId, hash, i, owners) >= limit) {
          shared.put(hash, 0);
        }
        byId.put(hash, i);
      }
    }
    return this;
  }

  /** How many owners an id has among the records filed so far and one more. */
  private static int owners(KeyIndex byId, long hash, int record, Ownership owners) {
    long[] seen = new long[16];
    int count = owners.known(record) ? 1 : 0;
    if (count == 1) {
      seen[0] = owners.key(owners.from(record));
    }
    for (int at = byId.first(hash); at >= 0 && count < seen.length; at = byId.next(at)) {
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

  boolean isShared(long hash) {
    return shared.contains(hash);
  }
}
