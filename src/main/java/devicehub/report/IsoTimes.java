package devicehub.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times as reports show them, UTC to the second: {@code 2026-11-23T14:02:35Z}. The last ones are
 * remembered, since a million merges share a few.
 */
final class IsoTimes {
  private static final int REMEMBERED = 1024;

  private final long[] seconds = new long[REMEMBERED];
  private final @Nullable String[] texts = new @Nullable String[REMEMBERED];

  static String of(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(time.getEpochSecond()));
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
