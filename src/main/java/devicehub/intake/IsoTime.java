package devicehub.intake;

/**
 * Reads the one spelling of a time that exports use by the million, without the machinery that all
 * the others need: {@code 2026-01-23 02:10:29}, with a {@code T} for the blank or with a fraction.
 */
final class IsoTime {
  private static final int LENGTH = 19;
  private static final String SHAPE = "dddd-dd-dd?dd:dd:dd";

  private IsoTime() {}

  /**
   * The time, cut to the millisecond; {@link LocalMillis#NONE} where it is spelt otherwise.
   *
   * @throws java.time.DateTimeException if there is no such day or time of day
   */
  static long local(String text) {
    if (text.length() < LENGTH || !isShaped(text)) {
      return LocalMillis.NONE;
    }
    int millis = 0;
    int scale = 100;
    for (int i = LENGTH; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fraction = i == LENGTH ? c == '.' : c >= '0' && c <= '9';
      if (!fraction || i > LENGTH + 9) {
        return LocalMillis.NONE;
      }
      if (i > LENGTH) {
        millis += (c - '0') * scale;
        scale /= 10;
      }
    }
    return LocalMillis.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        millis);
  }

  private static boolean isShaped(String text) {
    for (int i = 0; i < LENGTH; i++) {
      char wanted = SHAPE.charAt(i);
      char c = text.charAt(i);
      boolean fits =
          switch (wanted) {
            case 'd' -> c >= '0' && c <= '9';
            case '?' -> c == ' ' || c == 'T';
            default -> c == wanted;
          };
      if (!fits) {
        return false;
      }
    }
    return text.length() != LENGTH + 1;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
