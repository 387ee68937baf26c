package devicehub.fleet;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments in UTC, as the systems print them. Independent of locale and time zone, and quick. */
final class Dates {
  private Dates() {}

  /** {@code 2026-01-22T08:11:09}: no zone. */
  static StringBuilder iso(StringBuilder out, long epochSecond) {
    return iso(out, epochSecond, 'T');
  }

  /** {@code 2026-01-22 08:11:09}, with {@code T} or another separator. */
  static StringBuilder iso(StringBuilder out, long epochSecond, char separator) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
    out.append(time.getYear()).append('-');
    two(out, time.getMonthValue()).append('-');
    two(out, time.getDayOfMonth()).append(separator);
    return clock(out, time);
  }

  /** {@code 1/23/2026 9:13:49 AM}: PowerShell in an American session. */
  static StringBuilder american(StringBuilder out, long epochSecond) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
    out.append(time.getMonthValue()).append('/').append(time.getDayOfMonth()).append('/');
    out.append(time.getYear()).append(' ');
    int hour = time.getHour();
    out.append(hour % 12 == 0 ? 12 : hour % 12).append(':');
    two(out, time.getMinute()).append(':');
    return two(out, time.getSecond()).append(hour < 12 ? " AM" : " PM");
  }

  /** {@code 23.01.2026 09:13:49}: PowerShell in a German session. */
  static StringBuilder german(StringBuilder out, long epochSecond) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
    two(out, time.getDayOfMonth()).append('.');
    two(out, time.getMonthValue()).append('.').append(time.getYear()).append(' ');
    return clock(out, time);
  }

  private static StringBuilder clock(StringBuilder out, LocalDateTime time) {
    two(out, time.getHour()).append(':');
    two(out, time.getMinute()).append(':');
    return two(out, time.getSecond());
  }

  private static StringBuilder two(StringBuilder out, int value) {
    return (value < 10 ? out.append('0') : out).append(value);
  }
}
