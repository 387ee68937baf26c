package devicehub.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes markup with data in it. Markup is written in this program; whatever comes from feeds goes
 * where the markup says {@code {}}, and only as text.
 *
 * <pre>
 *   put("&lt;td&gt;{}&lt;/td&gt;", "&lt;b&gt;Jane's&lt;/b&gt;")   →   &lt;td&gt;&amp;lt;b&amp;gt;Jane&amp;#39;s&amp;lt;/b&amp;gt;&lt;/td&gt;
 * </pre>
 */
final class HtmlText {
  private final Writer out;

  HtmlText(Writer out) {
    this.out = out;
  }

  /**
   * Writes markup, and each value as text in the place of a {@code {}}.
   *
   * @param markup never holds data; attributes stand in double quotes
   */
  HtmlText put(String markup, String... values) throws IOException {
    int from = 0;
    for (String value : values) {
      int place = markup.indexOf("{}", from);
      if (place < 0) {
        throw new IllegalArgumentException(values.length + " values are too many for " + markup);
      }
      out.write(markup, from, place - from);
      text(value);
      from = place + 2;
    }
    out.write(markup, from, markup.length() - from);
    return this;
  }

  private void text(String value) throws IOException {
    String text = WellFormed.of(value);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '"' -> out.write("&quot;");
        case '\'' -> out.write("&#39;");
        default -> out.write(shown(c));
      }
    }
  }

  /** HTML has no control characters; where one was, a reader should see that something was. */
  private static char shown(char c) {
    boolean blank = c == '\t' || c == '\n';
    return Character.isISOControl(c) && !blank ? '\uFFFD' : c;
  }
}
