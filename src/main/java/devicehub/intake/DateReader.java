package devicehub.intake;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of one feed, in the feed's zone and order of day and month. It never guesses:
 * {@code 03/04/2024} without a known order stays undecided.
 *
 * <pre>
 *   2019-02-08T12:32:13            in the feed's zone
 *   2016-12-31T23:59:43.797191-08:00, 2017-07-07T18:37:04.555-0500
 *   1549629133338, 1549629133, /Date(1708000000000)/, 20240131120000.0Z
 *   1/23/2026 9:13:49 AM           by the feed's order, or because no month is 23
 *   23.01.2026 09:13:49            dots always mean day first
 *   2026/01/23 9:13:49             a year in front is followed by the month
 *   2026-01-23 09:13:49 UTC        in UTC, whatever the feed's zone
 * </pre>
 */
public final class DateReader {
  /** In which order a date with slashes or dashes puts day and month. */
  public enum Order {
    MONTH_FIRST,
    DAY_FIRST,
    UNKNOWN
  }

  /** What a text says of a time. */
  public sealed interface Reading {
    /** A moment, in milliseconds since 1970 UTC. */
    record At(long millis) implements Reading {}

    /** The source says there is no such time: empty, {@code Never}, or a sentinel year. */
    record Never() implements Reading {}

    /** No reading is certain; that of a time which lies ahead is known to be wrong. */
    record Undecided(String reason, boolean ahead) implements Reading {}
  }

  private static final Reading NEVER = new Reading.Never();
  private static final Set<String> NEVER_WORDS =
      Set.of("never", "n/a", "null", "none", "-", "not available", "unknown", "0");

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss]]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[ ][XXX][XX][X]")
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .toFormatter(Locale.ROOT);

  /** Clocks differ by minutes; what is more ahead is another zone's time, or another day's. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  /** The years 1990 and 2100 in UTC, between which all times of devices lie. */
  private static final long EARLIEST = 631_152_000_000L;

  private static final long LATEST = 4_102_444_800_000L;

  private final ZoneId zone;
  private final boolean isFixed;
  private final long fixedOffset;
  private final Order order;
  private final long latestMillis;

  public DateReader(ZoneId zone, Order order) {
    this(zone, order, Long.MAX_VALUE);
  }

  private DateReader(ZoneId zone, Order order, long latestMillis) {
    this.zone = zone;
    this.isFixed = zone.getRules().isFixedOffset();
    this.fixedOffset = 1000L * zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
    this.order = order;
    this.latestMillis = latestMillis;
  }

  /** A reader of what was written by that moment: later times are doubtful. */
  public DateReader asOf(Instant written) {
    return new DateReader(zone, order, written.plus(AHEAD).toEpochMilli());
  }

  public Reading read(String raw) {
    String text = raw.strip();
    if (text.isEmpty() || isNeverWord(text)) {
      return NEVER;
    }
    try {
      if (text.startsWith("/Date(") || text.startsWith("\\/Date(")) {
        return epoch(text.replaceAll("[^0-9-]", ""), text);
      }
      if (isDigits(text)) {
        return text.length() == 14 ? generalised(text + "Z", text) : epoch(text, text);
      }
      if (isGeneralised(text)) {
        return generalised(text, text);
      }
      if (text.endsWith(" UTC") || text.endsWith(" GMT")) {
        return inUtc().read(text.substring(0, text.length() - 4));
      }
      if (text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
        @Nullable Reading iso = iso(text);
        if (iso != null) {
          return iso;
        }
      }
      long local = new CultureDate(text, order).read();
      return local == LocalMillis.NONE ? undecided(text) : zoned(local);
    } catch (DateTimeException | ArithmeticException e) {
      return undecided(text);
    }
  }

  private static boolean isNeverWord(String text) {
    char first = text.charAt(0);
    boolean number = first >= '1' && first <= '9';
    return !number && NEVER_WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private DateReader inUtc() {
    return zone.equals(ZoneOffset.UTC) ? this : new DateReader(ZoneOffset.UTC, order, latestMillis);
  }

  /** Null where the time of day is not as ISO 8601 has it: {@code 2026-01-23 9:13:49 AM}. */
  private @Nullable Reading iso(String text) {
    long plain = IsoTime.local(text);
    if (plain != LocalMillis.NONE) {
      return zoned(plain);
    }
    ParsePosition end = new ParsePosition(0);
    if (ISO.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
      return null;
    }
    var parsed = ISO.parse(text);
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return sane(OffsetDateTime.from(parsed).toInstant().toEpochMilli(), text);
    }
    return zoned(LocalDateTime.from(parsed));
  }

  private Reading zoned(long local) {
    long millis = local - fixedOffset;
    boolean plain = isFixed && millis >= EARLIEST && millis <= Math.min(LATEST, latestMillis);
    return plain ? new Reading.At(millis) : zoned(LocalMillis.time(local));
  }

  /** Local time in the feed's zone; in the hour that a clock change skips or repeats, undecided. */
  private Reading zoned(LocalDateTime local) {
    if (local.getYear() <= 1601 || local.getYear() >= 9999) {
      return NEVER;
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      return new Reading.Undecided(
          "'" + local + "' does not exist exactly once in " + zone + " (clock change)", false);
    }
    return sane(local.toInstant(offsets.get(0)).toEpochMilli(), local);
  }

  private Reading generalised(String text, String raw) {
    String digits = text.substring(0, 14);
    LocalDateTime utc =
        LocalDateTime.parse(digits, DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT));
    if (!text.endsWith("Z")) {
      return undecided(raw);
    }
    return utc.getYear() <= 1601 ? NEVER : sane(utc.toInstant(ZoneOffset.UTC).toEpochMilli(), raw);
  }

  /** Ten digits or fewer are seconds, up to 2286; more are milliseconds. */
  private Reading epoch(String digits, String raw) {
    boolean negative = digits.startsWith("-");
    int length = digits.length() - (negative ? 1 : 0);
    if (length == 0 || length > 14 || digits.lastIndexOf('-') > 0) {
      return undecided(raw);
    }
    long value = Long.parseLong(digits);
    if (value <= 0) {
      return NEVER;
    }
    if (digits.length() < 9) {
      return undecided(raw);
    }
    return sane(digits.length() <= 10 ? value * 1000 : value, raw);
  }

  /**
   * Sentinels such as year 1 or 9999 mean "never"; phones did not sync before 1990. A year in
   * between but far ahead is another calendar's: 2569 is what Thailand calls 2026.
   *
   * @param text how to name the time should it be doubtful; hardly any is ever named
   */
  private Reading sane(long millis, Object text) {
    if (millis < EARLIEST || millis >= 253_370_764_800_000L) {
      return NEVER;
    }
    if (millis > LATEST) {
      return undecided(text.toString());
    }
    return millis > latestMillis
        ? new Reading.Undecided("'" + shortened(text.toString()) + "' lies in the future", true)
        : new Reading.At(millis);
  }

  private static Reading undecided(String text) {
    return new Reading.Undecided(
        "'" + shortened(text) + "' is no date that can be read with certainty", false);
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static boolean isDigits(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > start;
  }

  private static boolean isGeneralised(String text) {
    return text.length() >= 15
        && (text.charAt(14) == '.' || text.charAt(14) == 'Z')
        && isDigits(text.substring(0, 14));
  }
}
