package devicehub.intake;

import devicehub.intake.DateReader.Order;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A date as a culture writes it: {@code 1/23/2026 9:13:49 AM}, {@code 23.01.2026 09:13:49}, {@code
 * 2026/01/23 下午 9:13:49}, {@code 23-01-2026 9.13.49}. PowerShell's {@code Export-Csv} writes times
 * so, in the culture of whoever ran it.
 */
final class CultureDate {
  /** What may stand between and behind the letters of {@code p. m.}. */
  private static final Pattern BETWEEN = Pattern.compile("[.\\s\u00a0\u202f]");

  private final String text;
  private final Order order;
  private int at;

  CultureDate(String text, Order order) {
    this.text = text;
    this.order = order;
  }

  /**
   * The local time; {@link LocalMillis#NONE} where the text is none or its day and month cannot be
   * told apart.
   *
   * @throws java.time.DateTimeException if there is no such day or time of day
   */
  long read() {
    int first = number();
    char separator = take();
    skipBlanks();
    int second = number();
    if ((separator != '/' && separator != '.' && separator != '-') || take() != separator) {
      return LocalMillis.NONE;
    }
    skipBlanks();
    int third = number();
    if (first < 0 || second < 0 || third < 0) {
      return LocalMillis.NONE;
    }
    if (first >= 1000) {
      // Whoever begins with the year goes on with the month: 2026/01/23, 2026. 01. 23.
      at += separator == '.' && at < text.length() && text.charAt(at) == '.' ? 1 : 0;
      return time(first, second, third);
    }
    if (third < 1000) {
      return LocalMillis.NONE;
    }
    Order known = separator == '.' ? Order.DAY_FIRST : order;
    if (known == Order.UNKNOWN) {
      known = first > 12 ? Order.DAY_FIRST : second > 12 ? Order.MONTH_FIRST : Order.UNKNOWN;
    }
    if (known == Order.UNKNOWN && first != second) {
      return LocalMillis.NONE;
    }
    int month = known == Order.DAY_FIRST ? second : first;
    int day = known == Order.DAY_FIRST ? first : second;
    return time(third, month, day);
  }

  private long time(int year, int month, int day) {
    skipBlanks();
    if (at == text.length()) {
      return LocalMillis.of(year, month, day, 0, 0, 0, 0);
    }
    String word = word();
    Half half = word.isEmpty() ? Half.NONE : Half.AT_START.getOrDefault(word, Half.NONE);
    if (half == Half.NONE && !word.isEmpty()) {
      return LocalMillis.NONE;
    }
    skipBlanks();
    int hour = number();
    char separator = take();
    if (hour < 0 || (separator != ':' && separator != '.')) {
      return LocalMillis.NONE;
    }
    int minute = number();
    int second = 0;
    if (at < text.length() && text.charAt(at) == separator) {
      at++;
      second = number();
    }
    skipBlanks();
    if (at < text.length()) {
      half = half == Half.NONE ? half() : Half.NONE;
      if (half == Half.NONE) {
        return LocalMillis.NONE;
      }
    }
    if (half != Half.NONE) {
      if (hour < 1 || hour > 12) {
        return LocalMillis.NONE;
      }
      hour = hour % 12 + (half == Half.PM ? 12 : 0);
    }
    return LocalMillis.of(year, month, day, hour, minute, second, 0);
  }

  /** Which half of the day an hour is of. */
  private enum Half {
    NONE,
    AM,
    PM;

    /** How Chinese, Korean and Japanese write it, before the hour. */
    static final Map<String, Half> AT_START =
        Map.of("上午", AM, "下午", PM, "오전", AM, "오후", PM, "午前", AM, "午後", PM);
  }

  /**
   * The half of the day that the rest of the text tells, which some cultures write {@code p. m.}.
   */
  private Half half() {
    String rest = text.substring(at);
    rest = rest.length() == 2 ? rest : BETWEEN.matcher(rest).replaceAll("");
    return rest.equalsIgnoreCase("AM")
        ? Half.AM
        : rest.equalsIgnoreCase("PM") ? Half.PM : Half.NONE;
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private int number() {
    int start = at;
    int value = 0;
    for (; at < text.length() && at - start < 5; at++) {
      int digit = digit(text.charAt(at));
      if (digit < 0) {
        break;
      }
      value = value * 10 + digit;
    }
    return at == start ? -1 : value;
  }

  private static int digit(char c) {
    return c < 0x80 ? (c >= '0' && c <= '9' ? c - '0' : -1) : Character.digit(c, 10);
  }

  private char take() {
    return at < text.length() ? text.charAt(at++) : 0;
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    boolean visible = c > ' ' && c < 0x80;
    return visible ? c == ',' : Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
  }
}
