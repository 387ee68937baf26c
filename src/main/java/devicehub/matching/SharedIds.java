package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import java.util.BitSet;
import java.util.List;

/**
 * Identifiers that the data itself shows to be nobody's: seen with several owners on one side. A
 * factory serial on a thousand tablets is learned here without being listed anywhere.
 */
final class SharedIds {
  /** How many of an id's records are asked for their owners, so that no id costs a square. */
  private static final int LOOKED_AT = 256;

  private final KeyIndex shared = new KeyIndex(16);

  /** The records learned from that tell a serial number. */
  private final BitSet serials = new BitSet();

  /** The records by each id that two owners or more have, but not so many that it is shared. */
  private final KeyIndex disputed = new KeyIndex(16);

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
    Ahead ahead = Ahead.byId(byId, records);
    for (int i = 0; i < records.size(); i++) {
      ahead.of(i, records.size());
      DeviceRecord record = records.get(i);
      for (int id = 0; id < record.idCount(); id++) {
        long hash = record.idHash(id);
        if (record.isSerialNumber(id)) {
          serials.set(i);
        }
        int earlier = byId.put(hash, i);
        if (earlier >= 0 && !isShared(hash)) {
          int count = owners(byId, earlier, i, owners);
          if (count >= limit || byId.count(hash, LOOKED_AT) >= LOOKED_AT) {
            shared.put(hash, 0);
          } else if (count > 1) {
            dispute(byId, hash, earlier, i);
          }
        }
      }
    }
    return byId;
  }

  private void dispute(KeyIndex byId, long hash, int earlier, int record) {
    if (!disputed.contains(hash)) {
      for (int at = earlier; at >= 0; at = byId.next(at)) {
        disputed.put(hash, byId.value(at));
      }
    }
    disputed.put(hash, record);
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

  /** The records that have an id of several owners, by that id, as long as it is not shared. */
  KeyIndex disputed() {
    return disputed;
  }

  /** Whether a record learned from tells a serial number, be it one that is nobody's. */
  boolean tellsSerial(int record) {
    return serials.get(record);
  }

  boolean isNone() {
    return shared.isEmpty();
  }

  boolean isShared(long hash) {
    return shared.contains(hash);
  }
}
