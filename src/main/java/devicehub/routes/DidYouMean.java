package devicehub.routes;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name that a misspelt one was meant to be. */
final class DidYouMean {
  /** As many names as still fit in a line. */
  private static final int FEW = 12;

  private DidYouMean() {}

  /** {@code "; did you mean 'log'?"}, or the names that are known where they are few. */
  static String hint(String wrong, Collection<String> known) {
    return slip(wrong, known)
        .map(name -> "; did you mean '" + name + "'?")
        .orElseGet(
            () ->
                known.isEmpty() || known.size() > FEW
                    ? ""
                    : "; known: " + String.join(", ", new TreeSet<>(known)));
  }

  /** The known name that is so near that the wrong one can only be a slip. */
  static Optional<String> slip(String wrong, Collection<String> known) {
    // One slip in three letters still shows what was meant.
    int forgiven = Math.min(3, wrong.length() / 3);
    List<String> sorted = known.stream().sorted().toList();
    return sorted.stream()
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .filter(name -> distance(wrong, name) <= forgiven);
  }

  /** Letters inserted, dropped, replaced, or swapped with their neighbour, whatever their case. */
  private static int distance(String wrong, String right) {
    String a = wrong.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
