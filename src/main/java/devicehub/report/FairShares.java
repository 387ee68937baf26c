package devicehub.report;

import java.util.List;

/**
 * Shares a limited number of places among groups: small groups get all they ask for, the large ones
 * the same number each.
 *
 * <pre>
 *   of 2,000 places, groups of [9000, 12, 400, 7000] get [794, 12, 400, 794]
 * </pre>
 */
final class FairShares {
  private FairShares() {}

  static List<Integer> of(int places, List<Integer> asked) {
    int[] smallestFirst = asked.stream().mapToInt(Integer::intValue).sorted().toArray();
    int left = places;
    int most = 0;
    for (int i = 0; i < smallestFirst.length; i++) {
      most = left / (smallestFirst.length - i);
      if (smallestFirst[i] > most) {
        break; // this group and the larger ones get as many each
      }
      most = smallestFirst[i];
      left -= most;
    }
    int limit = most;
    return asked.stream().map(wanted -> Math.min(wanted, limit)).toList();
  }
}
