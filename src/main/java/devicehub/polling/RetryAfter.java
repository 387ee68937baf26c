package devicehub.polling;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;

/**
 * How long a server wants to be left alone (RFC 9110, 10.2.3).
 *
 * <pre>
 *   120                              seconds
 *   Fri, 23 Jan 2026 09:13:49 GMT    until then, by the clock on the wall
 * </pre>
 */
final class RetryAfter {
  /** Nobody waits for longer, so whatever is said beyond is no more than this. */
  private static final long LONGEST = Duration.ofDays(365).toSeconds();

  private RetryAfter() {}

  /** The seconds that the header's value means; empty where it is neither of the two. */
  static OptionalLong seconds(String value, Instant now) {
    String text = value.strip();
    if (text.matches("\\d+")) {
      return OptionalLong.of(text.length() > 8 ? LONGEST : Long.parseLong(text));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      // Rounded up: a second too early is refused again.
      long seconds = Duration.between(now, until.toInstant()).plusMillis(999).toSeconds();
      return OptionalLong.of(Math.min(LONGEST, Math.max(1, seconds)));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }
}
