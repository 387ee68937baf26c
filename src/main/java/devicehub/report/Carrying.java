package devicehub.report;

import devicehub.decision.Carried;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which of a list's entries were in the list of before: the very same ones, not such as are
 * like them.
 *
 * @param <T> what never changes once made
 */
final class Carrying<T> {
  private List<T> last = List.of();
  private Carried carried = Carried.nothing();

  /** The next list against the one that was asked about last. */
  Carried to(List<T> list) {
    if (list != last) {
      carried = carried.next(runs(list));
      last = list;
    }
    return carried;
  }

  private List<Carried.Run> runs(List<T> list) {
    Map<T, Integer> places = new IdentityHashMap<>(last.size());
    for (T entry : last) {
      places.put(entry, places.size());
    }
    List<Carried.Run> runs = new ArrayList<>();
    int from = 0;
    int was = 0;
    int count = 0;
    for (int i = 0; i < list.size(); i++) {
      int place = places.getOrDefault(list.get(i), -1);
      if (count > 0 && i == from + count && place == was + count) {
        count++;
      } else if (place >= was + count) {
        if (count > 0) {
          runs.add(new Carried.Run(from, was, count));
        }
        from = i;
        was = place;
        count = 1;
      }
    }
    if (count > 0) {
      runs.add(new Carried.Run(from, was, count));
    }
    return runs;
  }
}
