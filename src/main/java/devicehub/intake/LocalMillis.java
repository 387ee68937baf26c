package devicehub.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Local times as numbers: the milliseconds since 1970 on a clock that is never changed. Exports
 * hold millions of them, for which the objects of the Java library are a long way round.
 */
final class LocalMillis {
  /** Stands for no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final long DAYS_FROM_YEAR_0_TO_1970 = 719_528;

  private LocalMillis() {}

  /**
   * The time of a day, from the year 0 on.
   *
   * @throws DateTimeException if there is no such day or time of day
   */
  static long of(int year, int month, int day, int hour, int minute, int second, int milli) {
    boolean none = month < 1 || month > 12 || day < 1 || day > days(year, month);
    if (none || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      throw new DateTimeException("no such day or time of day");
    }
    long seconds = (hour * 60L + minute) * 60 + second;
    return (epochDay(year, month, day) * 86_400 + seconds) * 1000 + milli;
  }

  static LocalDateTime time(long millis) {
    int nanos = (int) Math.floorMod(millis, 1000L) * 1_000_000;
    return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), nanos, ZoneOffset.UTC);
  }

  private static boolean isLeap(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int days(int year, int month) {
    if (month == 2) {
      return isLeap(year) ? 29 : 28;
    }
    // July and August are both long: from there on the even months are.
    return 30 + ((month + (month >> 3)) & 1);
  }

  private static long epochDay(int year, int month, int day) {
    // Of the years before this one every fourth was a leap year, of the hundredth every fourth.
    long days = 365L * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    // Months are 30.6 days long on average, as if February had 30.
    days += (367 * month - 362) / 12 + day - 1;
    int february = month > 2 ? (isLeap(year) ? 1 : 2) : 0;
    return days - february - DAYS_FROM_YEAR_0_TO_1970;
  }
}
