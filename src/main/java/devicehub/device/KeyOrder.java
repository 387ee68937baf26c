package devicehub.device;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;

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

  private final PackedRecords records;
  private final int[] places;
  private final long[] letters;

  private KeyOrder(PackedRecords records, int[] places) {
    this.records = records;
    this.places = places;
    this.letters = new long[places.length];
  }

  /** The places of the records, in the order of their keys. */
  static int[] of(PackedRecords records) {
    int[] places = records.places();
    if (isSorted(records, places)) {
      return places;
    }
    String feed = records.get(0).feed();
    int[] narrow = only(places, place -> isNarrowOf(records.at(place), feed));
    int[] others = only(places, place -> !isNarrowOf(records.at(place), feed));
    KeyOrder order = new KeyOrder(records, narrow);
    order.sort(0, narrow.length, 0);
    new KeyOrder(records, others).sortByComparing(0, others.length);
    return order.merge(others);
  }

  private int[] merge(int[] others) {
    int[] all = new int[places.length + others.length];
    int other = 0;
    for (int i = 0, next = 0; i < all.length; i++) {
      boolean ours =
          other == others.length
              || (next < places.length && compare(places[next], others[other]) <= 0);
      all[i] = ours ? places[next++] : others[other++];
    }
    return all;
  }

  private static int[] only(int[] places, IntPredicate which) {
    return Arrays.stream(places).filter(which).toArray();
  }

  private static boolean isSorted(PackedRecords records, int[] places) {
    for (int i = 1; i < places.length; i++) {
      if (records.at(places[i - 1]).compareKey(records.at(places[i])) > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNarrowOf(DeviceRecord record, String feed) {
    return record.feed().equals(feed) && !PackedTexts.isWide(record.bytes(), record.texts());
  }

  private static long letters(DeviceRecord record, int from) {
    return PackedTexts.letters(record.bytes(), record.texts(), from);
  }

  private int compare(int a, int b) {
    return records.at(a).compareKey(records.at(b));
  }

  /** Sorts a range whose ids are alike in the letters before {@code depth}. */
  private void sort(int from, int to, int depth) {
    boolean anyLeft = false;
    for (int i = from; i < to && to - from > FEW; i++) {
      letters[i] = letters(records.at(places[i]), depth) + Long.MIN_VALUE;
      anyLeft |= letters[i] != Long.MIN_VALUE;
    }
    if (anyLeft) {
      partition(from, to, depth);
    } else {
      sortByComparing(from, to);
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
    sortByComparing(from, to);
  }

  private void sortByComparing(int from, int to) {
    if (to - from > FEW) {
      Integer[] boxed = Arrays.stream(places, from, to).boxed().toArray(Integer[]::new);
      Arrays.sort(boxed, Comparator.comparing(records::at, DeviceRecord::compareKey));
      for (int i = from; i < to; i++) {
        places[i] = boxed[i - from];
      }
      return;
    }
    for (int i = from + 1; i < to; i++) {
      int place = places[i];
      int at = i;
      for (; at > from && compare(places[at - 1], place) > 0; at--) {
        places[at] = places[at - 1];
      }
      places[at] = place;
    }
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private void swap(int i, int j) {
    int place = places[i];
    places[i] = places[j];
    places[j] = place;
    long letter = letters[i];
    letters[i] = letters[j];
    letters[j] = letter;
  }
}
