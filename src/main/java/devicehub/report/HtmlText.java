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
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      String instead = instead(text.charAt(i));
      if (!instead.isEmpty()) {
        out.write(text, copied, i - copied);
        out.write(instead);
        copied = i + 1;
      }
    }
    out.write(text, copied, text.length() - copied);
  }

  /**
   * What stands for a sign that cannot stand for itself; empty for all others. HTML has no control
   * characters; where one was, a reader should see that something was.
   */
  private static String instead(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\t', '\n' -> "";
      default -> Character.isISOControl(c) ? "\uFFFD" : "";
    };
  }
}
