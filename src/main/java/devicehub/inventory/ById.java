package devicehub.inventory;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import java.util.List;

/** One feed's records, found by their id in whichever case, without a string for each. */
final class ById {
  private final List<DeviceRecord> records;
  private final KeyIndex byHash;

  ById(List<DeviceRecord> records) {
    this.records = records;
    this.byHash = new KeyIndex(records.size());
    for (int i = 0; i < records.size(); i++) {
      byHash.put(records.get(i).keyHash(), i);
    }
  }

  boolean contains(DeviceRecord record) {
    for (int at = byHash.first(record.keyHash()); at >= 0; at = byHash.next(at)) {
      if (records.get(byHash.value(at)).hasSameId(record)) {
        return true;
      }
    }
    return false;
  }
}
