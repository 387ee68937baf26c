package devicehub.device;

import java.util.Optional;

/**
 * A handset's IMEI (3GPP TS 23.003): 14 digits and a Luhn check digit. An IMEISV has 16 digits, the
 * last two a software version; so 14, 15 and 16 digits are all compared by their first 14. The MEID
 * of a CDMA handset stands in the same columns: 14 hex digits, the first a letter or the first two
 * 99 (3GPP2 S.R0048).
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

  /**
   * An IMEI, or nothing where the digits are too few, too many, all alike or fail Luhn. Full-width
   * digits are shown as the plain ones they stand for.
   */
  public static Optional<Imei> of(String value) {
    Optional<Imei> imei = ofPlain(value);
    return imei.isPresent() || IdText.isAscii(value) ? imei : ofPlain(IdText.fold(value));
  }

  private static Optional<Imei> ofPlain(String value) {
    if (isMeid(value)) {
      return Optional.of(new Imei(value));
    }
    String digits = digits(value);
    return digits.length() < 14 || digits.length() > 16 || isNothing(digits)
        ? Optional.empty()
        : Optional.of(new Imei(value));
  }

  private static boolean isNothing(String digits) {
    return (digits.length() == 15 && !passesLuhn(digits))
        || Placeholder.isUnfolded(digits)
        || Placeholder.isUnfolded(digits.substring(0, 14));
  }

  private static boolean isMeid(String value) {
    String id = bare(value);
    return id.length() == 14
        && isHex(id.charAt(0))
        && (!isDigit(id.charAt(0)) || id.startsWith("99"))
        && isMeidOfHex(id);
  }

  /** Without what groups its digits on a label. */
  private static String bare(String value) {
    String id = value.strip();
    return id.length() == 14 ? id : id.replaceAll("[ .\\-]", "");
  }

  private static boolean isMeidOfHex(String id) {
    boolean digits = false;
    for (int i = 0; i < 14; i++) {
      if (!isHex(id.charAt(i))) {
        return false;
      }
      digits |= isDigit(id.charAt(i));
    }
    return digits && !Placeholder.isUnfolded(id);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /** The digits alone; empty if anything but digits, blanks, dashes, dots or slashes is there. */
  private static String digits(String value) {
    if (isDigits(value)) {
      return value;
    }
    StringBuilder digits = new StringBuilder(16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isDigit(c)) {
        digits.append(c);
      } else if (" -./\u00a0".indexOf(c) < 0) {
        return "";
      }
    }
    return digits.toString();
  }

  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
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
    String digits = digits(shown);
    return "imei:" + (digits.isEmpty() ? IdText.fold(bare(shown)) : digits.substring(0, 14));
  }

  @Override
  public long hash() {
    long hash = MARK;
    for (int i = 0, digits = 0; digits < 14; i++) {
      char c = shown.charAt(i);
      if (isHex(c)) {
        hash = IdText.step(hash, c >= 'A' && c <= 'F' ? c + 32 : c);
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
