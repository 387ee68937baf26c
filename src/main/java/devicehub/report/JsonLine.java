package devicehub.report;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A JSON value on one line, gathered piece by piece and written by {@link #toString} in one go.
 *
 * <pre>
 *   open("{").text("feed", "exchange").known("owner", "").number("score", 88).close("}")
 *   →   {"feed":"exchange","owner":null,"score":88}
 * </pre>
 *
 * <p>Names are written in this program and hold nothing that JSON would escape; in an array they
 * are empty.
 *
 * <p>Gathering is next to nothing and writing is one loop. A generator that is called from forty
 * places would be compiled forty times over, which takes longer than all that it writes.
 */
final class JsonLine {
  private static final char OPENING = '{';
  private static final char CLOSING = '}';
  private static final char TEXT = '"';
  private static final char WORD = '0';

  private String[] names = new String[128];
  private String[] values = new String[128];
  private char[] kinds = new char[128];
  private int count;

  /**
   * @param bracket "{" or "["
   */
  JsonLine open(String bracket) {
    return add("", bracket, OPENING);
  }

  JsonLine open(String name, String bracket) {
    return add(name, bracket, OPENING);
  }

  /**
   * @param bracket "}" or "]"
   */
  JsonLine close(String bracket) {
    return add("", bracket, CLOSING);
  }

  JsonLine number(String name, int number) {
    return add(name, Integer.toString(number), WORD);
  }

  JsonLine text(String text) {
    return add("", text, TEXT);
  }

  JsonLine text(String name, String text) {
    return add(name, text, TEXT);
  }

  /** A text; what is empty is not known, and null. */
  JsonLine known(String name, String text) {
    return text.isEmpty() ? add(name, "null", WORD) : add(name, text, TEXT);
  }

  private JsonLine add(String name, String value, char kind) {
    if (count == kinds.length) {
      names = Arrays.copyOf(names, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
    }
    names[count] = name;
    values[count] = value;
    kinds[count++] = kind;
    return this;
  }

  @Override
  public String toString() {
    StringBuilder json = new StringBuilder(2048);
    char before = OPENING;
    for (int i = 0; i < count; i++) {
      if (before != OPENING && kinds[i] != CLOSING) {
        json.append(',');
      }
      if (!names[i].isEmpty()) {
        json.append('"').append(names[i]).append("\":");
      }
      if (kinds[i] == TEXT) {
        quote(WellFormed.of(values[i]), json);
      } else {
        json.append(values[i]);
      }
      before = kinds[i];
    }
    return json.toString();
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        json.append(text, copied, i).append(escaped(c));
        copied = i + 1;
      }
    }
    json.append(text, copied, text.length()).append('"');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u" + HexFormat.of().withUpperCase().toHexDigits(c);
    };
  }
}
