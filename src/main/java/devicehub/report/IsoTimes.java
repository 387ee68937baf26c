package devicehub.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times as reports show them, UTC to the second: {@code 2026-11-23T14:02:35Z}. The last ones are
 * remembered, since a million merges share a few.
 */
final class IsoTimes {
  private static final int REMEMBERED = 1024;
  private static final String SHAPE = "0000-00-00T00:00:00Z";

  private final long[] seconds = new long[REMEMBERED];
  private final @Nullable String[] texts = new @Nullable String[REMEMBERED];

  static String of(Instant time) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > 9999) {
      return DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(time.getEpochSecond()));
    }
    byte[] text = SHAPE.getBytes(ISO_8859_1);
    put(utc.getYear() / 100, text, 0);
    put(utc.getYear() % 100, text, 2);
    put(utc.getMonthValue(), text, 5);
    put(utc.getDayOfMonth(), text, 8);
    put(utc.getHour(), text, 11);
    put(utc.getMinute(), text, 14);
    put(utc.getSecond(), text, 17);
    return new String(text, ISO_8859_1);
  }

  private static void put(int number, byte[] text, int at) {
    text[at] = (byte) ('0' + number / 10);
    text[at + 1] = (byte) ('0' + number % 10);
  }

  /** The empty string for a time that is not known. */
  static String of(Optional<Instant> time) {
    return time.map(IsoTimes::of).orElse("");
  }

  String text(Instant time) {
    long second = time.getEpochSecond();
    int slot = (int) (second & (REMEMBERED - 1));
    @Nullable String known = texts[slot];
    if (known != null && seconds[slot] == second) {
      return known;
    }
    String text = of(time);
    seconds[slot] = second;
    texts[slot] = text;
    return text;
  }
}
