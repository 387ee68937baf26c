package devicehub.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

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

  /** So many are worth another core's while. */
  private static final int MANY = 20_000;

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
    int[] narrow = new int[places.length];
    int[] others = new int[places.length];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      if (isNarrowOf(records.at(places[i]), feed)) {
        narrow[count++] = places[i];
      } else {
        others[i - count] = places[i];
      }
    }
    KeyOrder order = new KeyOrder(records, Arrays.copyOf(narrow, count));
    order.sort(0, count, 0);
    KeyOrder rest = new KeyOrder(records, Arrays.copyOf(others, places.length - count));
    rest.sortByComparing(0, rest.places.length);
    return order.merge(rest.places);
  }

  private int[] merge(int[] others) {
    int[] all = new int[places.length + others.length];
    int next = 0;
    for (int i = 0; i < others.length; i++) {
      int until = firstAbove(others[i], next);
      System.arraycopy(places, next, all, i + next, until - next);
      all[i + until] = others[i];
      next = until;
    }
    System.arraycopy(places, next, all, others.length + next, places.length - next);
    return all;
  }

  /** The first of ours from {@code next} on that is above: sought in leaps that double. */
  private int firstAbove(int other, int next) {
    int from = next;
    int to = next;
    for (int leap = 1; to < places.length && compare(places[to], other) <= 0; leap *= 2) {
      from = to + 1;
      to = Math.min(places.length, to + leap);
    }
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean above = compare(places[middle], other) > 0;
      from = above ? from : middle + 1;
      to = above ? middle : to;
    }
    return from;
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

  private int compare(int a, int b) {
    return records.at(a).compareKey(records.at(b));
  }

  /** Sorts a range whose ids are alike in the letters before {@code depth}. */
  private void sort(int from, int to, int depth) {
    if (to - from < 2) {
      return;
    }
    boolean anyLeft = false;
    for (int i = from; i < to; i++) {
      letters[i] = records.letters(places[i], depth) + Long.MIN_VALUE;
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
    List<ForkJoinTask<?>> asides = List.of();
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
      boolean lower = below - from < to - above;
      int start = lower ? from : above;
      int stop = lower ? below : to;
      from = lower ? above : from;
      to = lower ? to : below;
      if (stop - start < MANY) {
        partition(start, stop, depth);
      } else {
        asides = asides.isEmpty() ? new ArrayList<>() : asides;
        asides.add(ForkJoinTask.adapt(() -> partition(start, stop, depth)).fork());
      }
    }
    insert(from, to);
    asides.forEach(ForkJoinTask::join);
  }

  /** Sorts a few. */
  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int place = places[i];
      long letter = letters[i];
      int at = i;
      for (; at > from && isAbove(at - 1, letter, place); at--) {
        places[at] = places[at - 1];
        letters[at] = letters[at - 1];
      }
      places[at] = place;
      letters[at] = letter;
    }
  }

  private boolean isAbove(int i, long letter, int place) {
    return letters[i] == letter ? compare(places[i], place) > 0 : letters[i] > letter;
  }

  private void sortByComparing(int from, int to) {
    Integer[] boxed = Arrays.stream(places, from, to).boxed().toArray(Integer[]::new);
    Arrays.sort(boxed, Comparator.comparing(records::at, DeviceRecord::compareKey));
    for (int i = from; i < to; i++) {
      places[i] = boxed[i - from];
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
