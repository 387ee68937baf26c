package devicehub.device;

import java.util.Arrays;

/**
 * The dotted version number of an operating system, without its name or build.
 *
 * <pre>
 * iOS 17.2.1 21C66          17.2.1
 * Android 6.0.1 (MMB29M)    6.0.1
 * Windows 10.0.14393        10.0.14393
 * Apple-iPhone7C2/1208.143  unknown: a build code, which no table here decodes
 * </pre>
 */
public final class OsVersion {
  /** No version was given, or none could be read. */
  public static final OsVersion UNKNOWN = new OsVersion(new int[0]);

  private static final int MAX_PARTS = 4;
  private static final int MAX_DIGITS = 6;
  private static final int MAX_TEXT = 256;

  private final int[] parts;

  private OsVersion(int[] parts) {
    this.parts = parts;
  }

  /**
   * Reads the first dotted number of a text, or the first plain one where there is no dotted one.
   *
   * <p>A number glued to letters is a build ({@code 21C66}) and is passed over, except behind a
   * leading {@code v}. Never fails: a text without a version, or a number too long to be one, is
   * {@link #UNKNOWN}.
   */
  public static OsVersion of(String text) {
    OsVersion plain = UNKNOWN;
    int length = Math.min(text.length(), MAX_TEXT);
    for (int i = 0; i < length; ) {
      if (!versionChar(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < length && versionChar(text.charAt(end))) {
        end++;
      }
      if (startsWord(text, i) && endsWord(text, end)) {
        OsVersion found = parse(text.substring(i, end));
        if (found.parts.length > 1) {
          return found;
        }
        if (!plain.known()) {
          plain = found;
        }
      }
      i = end;
    }
    return plain;
  }

  public boolean known() {
    return parts.length > 0;
  }

  /**
   * Compares the numbers from the left.
   *
   * <p>The first that differs makes the versions {@code DIFFERENT}. Where one stops and the rest of
   * the other is zeros they are the {@code SAME} ({@code 8} and {@code 8.0.0}). Where one stops
   * short of a number that counts ({@code 17.2} and {@code 17.2.1}) the answer is {@code UNKNOWN}:
   * 17.2 is a release of its own and also what a source writes that keeps two numbers only.
   */
  public Likeness compare(OsVersion other) {
    if (!known() || !other.known()) {
      return Likeness.UNKNOWN;
    }
    int common = Math.min(parts.length, other.parts.length);
    for (int i = 0; i < common; i++) {
      if (parts[i] != other.parts[i]) {
        return Likeness.DIFFERENT;
      }
    }
    return zerosFrom(common) && other.zerosFrom(common) ? Likeness.SAME : Likeness.UNKNOWN;
  }

  private boolean zerosFrom(int start) {
    for (int i = start; i < parts.length; i++) {
      if (parts[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static OsVersion parse(String digitsAndDots) {
    String[] pieces = digitsAndDots.split("\\.", -1);
    int count = Math.min(pieces.length, MAX_PARTS);
    int[] parts = new int[count];
    for (int i = 0; i < count; i++) {
      String piece = pieces[i];
      if (piece.isEmpty() || piece.length() > MAX_DIGITS) {
        // "17." and "17..2" keep what came before; a date or serial is not a version.
        return piece.isEmpty() && i > 0 ? new OsVersion(Arrays.copyOf(parts, i)) : UNKNOWN;
      }
      parts[i] = Integer.parseInt(piece);
    }
    return new OsVersion(parts);
  }

  private static boolean versionChar(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private static boolean startsWord(String text, int at) {
    if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
      return true;
    }
    boolean v = text.charAt(at - 1) == 'v' || text.charAt(at - 1) == 'V';
    return v && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
  }

  private static boolean endsWord(String text, int end) {
    return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OsVersion that && Arrays.equals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  /** The version with dots, or the empty string where it is unknown. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int part : parts) {
      text.append(text.isEmpty() ? "" : ".").append(part);
    }
    return text.toString();
  }
}
