package devicehub.intake;

/**
 * How a mail device id is built, where that tells the program that made it.
 *
 * <pre>
 *   ApplD8DTH6RCIH86, SEC17F2A3B4C5D6E, androidc1482608506, IMEI351623070066166   NATIVE
 *   Android3f2e71a6721a886c, android_3f2e71a6721a886c                             VERSE
 *   mztb…                                                                         THUNDERBIRD
 * </pre>
 */
enum MailIdShape {
  NATIVE,
  VERSE,
  THUNDERBIRD,
  OTHER;

  static MailIdShape of(String id) {
    // As comparing without case has it: the dotless ı is an i.
    char first = id.isEmpty() ? 0 : Character.toLowerCase(Character.toUpperCase(id.charAt(0)));
    return switch (first) {
      case 'm' -> begins(id, "mztb") ? THUNDERBIRD : OTHER;
      case 'a' -> begins(id, "android") ? ofAndroid(id) : nativeIf(id, "appl", 11, 12, 36);
      case 's' -> nativeIf(id, "sec", 13, 29, 16);
      case 'i' -> nativeIf(id, "imei", 14, 16, 10);
      default -> OTHER;
    };
  }

  private static MailIdShape ofAndroid(String id) {
    boolean underlined = id.length() > 7 && id.charAt(7) == '_';
    if (isOf(id, underlined ? 8 : 7, 16, 16, 16)) {
      return VERSE;
    }
    boolean c = id.length() > 7 && (id.charAt(7) == 'c' || id.charAt(7) == 'C');
    return isOf(id, c ? 8 : 7, 6, 12, 10) ? NATIVE : OTHER;
  }

  private static MailIdShape nativeIf(String id, String start, int least, int most, int radix) {
    return begins(id, start) && isOf(id, start.length(), least, most, radix) ? NATIVE : OTHER;
  }

  private static boolean begins(String id, String start) {
    return id.regionMatches(true, 0, start, 0, start.length());
  }

  /** Whether so many digits of that radix, and nothing else, follow. */
  private static boolean isOf(String id, int from, int least, int most, int radix) {
    int length = id.length() - from;
    if (length < least || length > most) {
      return false;
    }
    for (int i = from; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c >= 0x80 || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }
}
