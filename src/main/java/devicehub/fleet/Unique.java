package devicehub.fleet;

/**
 * Identifiers that two devices of one fleet never share: a device's number, scattered by a
 * one-to-one map so that neighbours look unrelated.
 */
final class Unique {
  private static final String SERIAL = "0123456789ABCDEFGHJKLMNPQRTUVWXY";

  private Unique() {}

  /** {@code C39} and the like in front, then letters and digits up to {@code length}. */
  static String serial(String prefix, int length, long number) {
    char[] text = new char[length];
    prefix.getChars(0, prefix.length(), text, 0);
    int free = length - prefix.length();
    long scattered = scatter(number, 5 * Math.min(free, 12));
    for (int i = length - 1; i >= prefix.length(); i--) {
      text[i] = SERIAL.charAt((int) (scattered & 31));
      scattered >>>= 5;
    }
    return new String(text);
  }

  /** Fourteen digits, as the handheld computers of Zebra carry. */
  static String digitSerial(long number) {
    return "18" + padded(decimal(number, 427_640_483L), 12);
  }

  /** An invented IMEI of 15 digits with a valid Luhn check digit. */
  static String imei(long number) {
    String body = "35" + padded(decimal(number, 387_420_489L), 12);
    return body + luhnCheckDigit(body);
  }

  /** {@code androidc} and up to ten digits, the id Android's own mail client makes. */
  static String androidc(long number) {
    return "androidc" + scatter(number, 31);
  }

  static char luhnCheckDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  /** Multiplying by an odd number is one-to-one modulo a power of two. */
  private static long scatter(long number, int bits) {
    return ((number + 1) * 0x5DEECE66DL * 0x2545F491L) & ((1L << bits) - 1);
  }

  /** Multiplying by a number without the factors 2 and 5 is one-to-one modulo a power of ten. */
  private static long decimal(long number, long factor) {
    long modulus = 1_000_000_000_000L;
    return Math.floorMod((number % 1_000_000_000L) * factor + 271_828_182_845L, modulus);
  }

  private static String padded(long value, int width) {
    String digits = Long.toString(value);
    return "0".repeat(width - digits.length()) + digits;
  }
}
