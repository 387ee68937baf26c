package devicehub.device;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts records in the order of their keys. The first sixteen letters lie beside each record while
 * it is sorted, since going to a record's own texts for each of twenty million comparisons is slow.
 */
final class KeyOrder {
  private static final Comparator<Entry> BY_LETTERS =
      (a, b) -> {
        int order = Long.compareUnsigned(a.first, b.first);
        order = order == 0 ? Long.compareUnsigned(a.second, b.second) : order;
        return order == 0 ? a.record.compareKey(b.record) : order;
      };

  private record Entry(long first, long second, DeviceRecord record) {}

  private KeyOrder() {}

  static void sort(List<DeviceRecord> records) {
    if (isSorted(records)) {
      return;
    }
    if (!records.stream().allMatch(record -> isNarrowOf(record, records.get(0).feed()))) {
      records.sort(DeviceRecord::compareKey);
      return;
    }
    Entry[] entries = new Entry[records.size()];
    for (int i = 0; i < entries.length; i++) {
      DeviceRecord record = records.get(i);
      byte[] texts = record.texts();
      entries[i] = new Entry(PackedTexts.letters(texts, 0), PackedTexts.letters(texts, 8), record);
    }
    Arrays.sort(entries, BY_LETTERS);
    for (int i = 0; i < entries.length; i++) {
      records.set(i, entries[i].record);
    }
  }

  private static boolean isSorted(List<DeviceRecord> records) {
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i - 1).compareKey(records.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNarrowOf(DeviceRecord record, String feed) {
    return record.feed().equals(feed) && !PackedTexts.isWide(record.texts());
  }
}
