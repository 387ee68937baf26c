package devicehub.device;

import java.util.Optional;

/**
 * A handset's IMEI (3GPP TS 23.003): 14 digits and a Luhn check digit. An IMEISV has 16 digits, the
 * last two a software version; so 14, 15 and 16 digits are all compared by their first 14.
 */
public record Imei(String shown) implements Identifier {

  private static final long MARK = steps("imei:");

  private static long steps(String text) {
    long hash = IdText.START;
    for (int i = 0; i < text.length(); i++) {
      hash = IdText.step(hash, text.charAt(i));
    }
    return hash;
  }

  /** An IMEI, or nothing where the digits are too few, too many, all alike or fail Luhn. */
  public static Optional<Imei> of(String value) {
    String digits = digits(value);
    boolean rightLength = digits.length() >= 14 && digits.length() <= 16;
    if (!rightLength || Placeholder.is(digits) || Placeholder.is(digits.substring(0, 14))) {
      return Optional.empty();
    }
    if (digits.length() == 15 && !passesLuhn(digits)) {
      return Optional.empty();
    }
    return Optional.of(new Imei(value));
  }

  /** The digits alone; empty if anything but digits, blanks, dashes, dots or slashes is there. */
  private static String digits(String value) {
    StringBuilder digits = new StringBuilder(16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (" -./\u00a0".indexOf(c) < 0) {
        return "";
      }
    }
    return digits.toString();
  }

  static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** Marked as an IMEI, so that 14 digits never meet a serial number that happens to be digits. */
  @Override
  public String comparable() {
    return "imei:" + digits(shown).substring(0, 14);
  }

  @Override
  public long hash() {
    long hash = MARK;
    for (int i = 0, digits = 0; digits < 14; i++) {
      char c = shown.charAt(i);
      if (c >= '0' && c <= '9') {
        hash = IdText.step(hash, c);
        digits++;
      }
    }
    return IdText.mix(hash);
  }

  @Override
  public String kind() {
    return "IMEI";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Imei that && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return comparable().hashCode();
  }
}
