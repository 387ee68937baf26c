package devicehub.intake;

import devicehub.intake.DateReader.Order;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A date as a culture writes it: {@code 1/23/2026 9:13:49 AM}, {@code 23.01.2026 09:13:49}.
 * PowerShell's {@code Export-Csv} writes times so, in the culture of whoever ran it.
 */
final class CultureDate {
  private final String text;
  private final Order order;
  private int at;

  CultureDate(String text, Order order) {
    this.text = text;
    this.order = order;
  }

  /** The local time; empty where the text is none or its day and month cannot be told apart. */
  Optional<LocalDateTime> read() {
    int first = number();
    char separator = take();
    int second = number();
    if ((separator != '/' && separator != '.' && separator != '-') || take() != separator) {
      return Optional.empty();
    }
    int year = number();
    if (first < 0 || second < 0 || year < 1000) {
      return Optional.empty();
    }
    Order known = separator == '.' ? Order.DAY_FIRST : order;
    if (known == Order.UNKNOWN) {
      known = first > 12 ? Order.DAY_FIRST : second > 12 ? Order.MONTH_FIRST : Order.UNKNOWN;
    }
    if (known == Order.UNKNOWN && first != second) {
      return Optional.empty();
    }
    int month = known == Order.DAY_FIRST ? second : first;
    int day = known == Order.DAY_FIRST ? first : second;
    return time(year, month, day);
  }

  private Optional<LocalDateTime> time(int year, int month, int day) {
    skipBlanks();
    if (at == text.length()) {
      return Optional.of(LocalDateTime.of(year, month, day, 0, 0));
    }
    int hour = number();
    if (hour < 0 || take() != ':') {
      return Optional.empty();
    }
    int minute = number();
    int second = 0;
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      second = number();
    }
    skipBlanks();
    if (at < text.length()) {
      boolean pm = isHalf("PM");
      if ((!pm && !isHalf("AM")) || hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (pm ? 12 : 0);
    }
    return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
  }

  /** Whether the rest is the half of the day, which some cultures write {@code p.m.}. */
  private boolean isHalf(String half) {
    return text.length() - at == half.length()
        ? text.regionMatches(true, at, half, 0, half.length())
        : text.substring(at).replace(".", "").replace("\u202f", "").equalsIgnoreCase(half);
  }

  private int number() {
    int start = at;
    int value = 0;
    while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && at - start < 5) {
      value = value * 10 + Character.digit(text.charAt(at++), 10);
    }
    return at == start ? -1 : value;
  }

  private char take() {
    return at < text.length() ? text.charAt(at++) : 0;
  }

  private void skipBlanks() {
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isNoBreak())) {
      at++;
    }
  }

  private boolean isNoBreak() {
    return text.charAt(at) == '\u00a0' || text.charAt(at) == '\u202f' || text.charAt(at) == ',';
  }
}
