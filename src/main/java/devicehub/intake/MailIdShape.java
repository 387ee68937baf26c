package devicehub.intake;

/**
 * How a mail device id is built, where that tells the program that made it.
 *
 * <pre>
 *   ApplD8DTH6RCIH86, SEC17F2A3B4C5D6E, androidc1482608506, IMEI351623070066166   NATIVE
 *   Android3f2e71a6721a886c, android_3f2e71a6721a886c                             VERSE
 *   mztb…                                                                         THUNDERBIRD
 *   nine73f658a123d46185f998d211e5ad                                              NINE
 * </pre>
 */
enum MailIdShape {
  NATIVE,
  VERSE,
  THUNDERBIRD,
  NINE,
  OTHER;

  /** What an id begins with, and how many digits of which radix follow and nothing else. */
  private record Built(String start, int least, int most, int radix, MailIdShape shape) {
    boolean fits(String id) {
      int length = id.length() - start.length();
      if (length < least || length > most || !id.regionMatches(true, 0, start, 0, start.length())) {
        return false;
      }
      for (int i = start.length(); i < id.length() && radix > 0; i++) {
        if (digit(id.charAt(i)) >= radix) {
          return false;
        }
      }
      return true;
    }

    private static int digit(char c) {
      if (c <= '9') {
        return c >= '0' ? c - '0' : Integer.MAX_VALUE;
      }
      int letter = (c | 0x20) - 'a';
      return letter >= 0 && letter < 26 ? letter + 10 : Integer.MAX_VALUE;
    }
  }

  private static final Built[] ALL = {
    new Built("appl", 11, 12, 36, NATIVE),
    new Built("android_", 16, 16, 16, VERSE),
    new Built("android", 16, 16, 16, VERSE),
    new Built("androidc", 6, 12, 10, NATIVE),
    new Built("android", 6, 12, 10, NATIVE),
    new Built("sec", 13, 29, 16, NATIVE),
    new Built("imei", 14, 16, 10, NATIVE),
    new Built("nine", 16, 28, 16, NINE),
    new Built("mztb", 0, Integer.MAX_VALUE, 0, THUNDERBIRD)
  };

  static MailIdShape of(String id) {
    for (Built built : ALL) {
      if (built.fits(id)) {
        return built.shape();
      }
    }
    return OTHER;
  }
}
