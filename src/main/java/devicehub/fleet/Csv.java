package devicehub.fleet;

/** Cells of a CSV line. */
final class Csv {
  private Csv() {}

  /** In quotes always, as PowerShell's Export-Csv does. */
  static StringBuilder quoted(StringBuilder out, String text) {
    out.append('"');
    if (text.indexOf('"') < 0) {
      out.append(text);
    } else {
      out.append(text.replace("\"", "\"\""));
    }
    return out.append('"');
  }

  /** In quotes only where RFC 4180 asks for them. */
  static StringBuilder plain(StringBuilder out, String text) {
    boolean special = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    return special ? quoted(out, text) : out.append(text);
  }

  static void line(StringBuilder out, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      plain(i == 0 ? out : out.append(','), cells[i]);
    }
    out.append('\n');
  }
}
