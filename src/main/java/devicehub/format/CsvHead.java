package devicehub.format;

import devicehub.intake.FieldMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands before a CSV's header, and what separates its cells.
 *
 * <pre>
 *   #TYPE Selected.System.Management.Automation.PSCustomObject     PowerShell 5.1
 *   sep=;                                                          Excel
 *   All synchronized devices                                       a report's title
 *   Device id⇥Synchronized user⇥Last sync time                     the header
 * </pre>
 *
 * @param characters how many characters to leave out
 * @param lines how many lines those are
 */
record CsvHead(int characters, int lines, char delimiter) {
  private static final String DELIMITERS = ",;\t|";

  /** Titles are short; deeper down a column's name is just a word in some cell. */
  private static final int LINES = 10;

  /**
   * Takes for the header the first line that holds a wanted column, else the first line.
   *
   * @param given {@code auto} or the delimiter
   */
  static CsvHead of(String text, String given, Set<String> wantedColumns) {
    Set<String> wanted =
        wantedColumns.stream().map(FieldMap::loose).collect(Collectors.toUnmodifiableSet());
    String delimiters = given.equals(FormatSpec.AUTO) ? DELIMITERS : given;
    CsvHead first = null;
    int from = 0;
    int lines = 0;
    for (; lines < LINES && from < text.length(); lines++) {
      int to = lineEnd(text, from);
      String line = text.substring(from, to);
      String separator = separator(line);
      if (!separator.isEmpty()) {
        delimiters = separator;
      } else if (!line.isBlank() && !isType(line)) {
        char delimiter = best(line, delimiters, wanted);
        CsvHead here = new CsvHead(from, lines, delimiter);
        if (found(line, delimiter, wanted) > 0) {
          return here;
        }
        first = first == null ? here : first;
      }
      from = text.startsWith("\r\n", to) ? to + 2 : Math.min(to + 1, text.length());
    }
    return first == null ? new CsvHead(from, lines, delimiters.charAt(0)) : first;
  }

  /** Whether a line names the type of the objects below, as PowerShell 5.1 does. */
  static boolean isType(String line) {
    return line.startsWith("#TYPE ") || line.startsWith("\"#TYPE ");
  }

  private static String separator(String line) {
    String bare = line.replace("\"", "");
    boolean separates = bare.length() == 5 && bare.regionMatches(true, 0, "sep=", 0, 4);
    return separates ? bare.substring(4) : "";
  }

  private static char best(String line, String delimiters, Set<String> wanted) {
    char best = delimiters.charAt(0);
    long bestScore = -1;
    for (int i = 0; i < delimiters.length(); i++) {
      char delimiter = delimiters.charAt(i);
      // A column known by name says more than any number of separators.
      long score = 1000L * found(line, delimiter, wanted) + split(line, delimiter).length;
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  private static int found(String line, char delimiter, Set<String> wanted) {
    int found = 0;
    for (String cell : split(line, delimiter)) {
      found += wanted.contains(FieldMap.loose(cell.replace("\"", ""))) ? 1 : 0;
    }
    return found;
  }

  /** Splits roughly, but not inside quotes. */
  private static String[] split(String line, char delimiter) {
    StringBuilder cells = new StringBuilder(line);
    boolean quoted = false;
    for (int i = 0; i < cells.length(); i++) {
      char c = cells.charAt(i);
      quoted ^= c == '"';
      if (c == delimiter && !quoted) {
        cells.setCharAt(i, '\n');
      }
    }
    return cells.toString().split("\n", -1);
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
