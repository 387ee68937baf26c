package devicehub.report;

/**
 * Keeps a spreadsheet from running a cell as a formula: puts an apostrophe before what would start
 * one. Mail clients choose the ids and names in these cells, so anybody with a mailbox may try.
 *
 * <pre>
 *   =HYPERLINK("http://…")   '=HYPERLINK("http://…")
 *   ＠SUM(1)                  '＠SUM(1)        full-width signs count to spreadsheets set to Japanese
 *   a;=1+1                   a;'=1+1        a semicolon parts cells where the comma is decimal
 *   jane@acme.example        as it is
 * </pre>
 */
final class FormulaGuard {
  private static final String STARTERS = "=+-@＝＋－＠";

  private FormulaGuard() {}

  /** The text itself if no spreadsheet takes any of it for a formula. */
  static String defang(String text) {
    StringBuilder guarded = new StringBuilder();
    int copied = 0;
    for (int start = 0; start < text.length(); start = nextStart(text, start)) {
      if (isFormula(text, start) || (start == 0 && isControl(text.charAt(0)))) {
        guarded.append(text, copied, start).append('\'');
        copied = start;
      }
    }
    return copied == 0 && guarded.isEmpty()
        ? text
        : guarded.append(text, copied, text.length()).toString();
  }

  /** Where the next cell would start for a reader that parts cells by another sign. */
  private static int nextStart(String text, int from) {
    int at = from;
    while (at < text.length() && !isParter(text.charAt(at))) {
      at++;
    }
    return at + 1;
  }

  /** Whether the text from here on starts with a formula, blanks and invisible signs aside. */
  private static boolean isFormula(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (STARTERS.indexOf(c) >= 0) {
        return true;
      }
      if (isParter(c) || !isSkipped(c)) {
        return false; // what follows a parting sign is looked at as a start of its own
      }
    }
    return false;
  }

  private static boolean isSkipped(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isParter(char c) {
    return c == ';' || isControl(c);
  }

  private static boolean isControl(char c) {
    return c == '\t' || c == '\r' || c == '\n';
  }
}
