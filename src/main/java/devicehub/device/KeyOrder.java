package devicehub.device;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts records in the order of their keys. Eight letters of each id at a time are laid out beside
 * each other and sorted as numbers; only records alike in those are looked at again, for the next
 * eight. To go to both records' own texts for each of twenty million comparisons takes seconds.
 *
 * <pre>
 *   jane.doe | joe@acme  →  jane.doe@acme.example/A…  jane.doe@acme.example/B…  joe@acme.example/A…
 * </pre>
 */
final class KeyOrder {
  /** Fewer are sooner sorted by comparing them. */
  private static final int FEW = 12;

  private final DeviceRecord[] records;
  private final long[] letters;

  private KeyOrder(DeviceRecord[] records) {
    this.records = records;
    this.letters = new long[records.length];
  }

  static void sort(List<DeviceRecord> list) {
    DeviceRecord[] records = list.toArray(new DeviceRecord[0]);
    if (isSorted(records)) {
      return;
    }
    String feed = records[0].feed();
    DeviceRecord[] narrow = only(records, record -> isNarrowOf(record, feed));
    DeviceRecord[] others = only(records, record -> !isNarrowOf(record, feed));
    new KeyOrder(narrow).sort(0, narrow.length, 0);
    Arrays.sort(others, DeviceRecord::compareKey);
    int other = 0;
    for (int i = 0, next = 0; i < records.length; i++) {
      boolean ours =
          other == others.length
              || (next < narrow.length && narrow[next].compareKey(others[other]) <= 0);
      list.set(i, ours ? narrow[next++] : others[other++]);
    }
  }

  private static DeviceRecord[] only(DeviceRecord[] records, Predicate<DeviceRecord> which) {
    return Arrays.stream(records).filter(which).toArray(DeviceRecord[]::new);
  }

  private static boolean isSorted(DeviceRecord[] records) {
    for (int i = 1; i < records.length; i++) {
      if (records[i - 1].compareKey(records[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNarrowOf(DeviceRecord record, String feed) {
    return record.feed().equals(feed) && !PackedTexts.isWide(record.texts());
  }

  /** Sorts a range whose ids are alike in the letters before {@code depth}. */
  private void sort(int from, int to, int depth) {
    boolean anyLeft = false;
    for (int i = from; i < to && to - from > FEW; i++) {
      letters[i] = PackedTexts.letters(records[i].texts(), depth) + Long.MIN_VALUE;
      anyLeft |= letters[i] != Long.MIN_VALUE;
    }
    if (anyLeft) {
      partition(from, to, depth);
    } else {
      Arrays.sort(records, from, to, DeviceRecord::compareKey);
    }
  }

  /** Quicksort in three parts: below the pivot, alike, above. */
  private void partition(int first, int end, int depth) {
    int from = first;
    int to = end;
    while (to - from > FEW) {
      long pivot = median(letters[from], letters[(from + to) >>> 1], letters[to - 1]);
      int below = from;
      int above = to;
      for (int i = from; i < above; ) {
        if (letters[i] < pivot) {
          swap(i++, below++);
        } else if (letters[i] > pivot) {
          swap(i, --above);
        } else {
          i++;
        }
      }
      sort(below, above, depth + Long.BYTES);
      // The smaller part by a call, the larger in this loop: so calls never go deep.
      if (below - from < to - above) {
        partition(from, below, depth);
        from = above;
      } else {
        partition(above, to, depth);
        to = below;
      }
    }
    Arrays.sort(records, from, to, DeviceRecord::compareKey);
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private void swap(int i, int j) {
    DeviceRecord record = records[i];
    records[i] = records[j];
    records[j] = record;
    long letter = letters[i];
    letters[i] = letters[j];
    letters[j] = letter;
  }
}
