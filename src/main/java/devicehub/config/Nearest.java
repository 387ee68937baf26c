package devicehub.config;

import java.util.Collection;
import java.util.Locale;

/** Finds the known name that a misspelt one was meant to be. */
final class Nearest {
  private Nearest() {}

  /** {@code "; did you mean 'same-owner'?"}, or else the list of what is known. */
  static String hint(String wrong, Collection<String> known) {
    String best = "";
    int bestDistance = Integer.MAX_VALUE;
    for (String name : known) {
      int distance = distance(letters(wrong), letters(name));
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return bestDistance <= forgiven(wrong)
        ? "; did you mean '" + best + "'?"
        : "; known: " + String.join(", ", known);
  }

  /** Whether a name is so near to a known one that it can only be a slip. */
  static boolean isSlip(String wrong, Collection<String> known) {
    return known.stream().anyMatch(name -> distance(letters(wrong), letters(name)) <= 2);
  }

  /** One slip in three letters still shows what was meant. */
  private static int forgiven(String wrong) {
    return Math.max(1, Math.min(3, letters(wrong).length() / 3));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours that lead from a to b. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
