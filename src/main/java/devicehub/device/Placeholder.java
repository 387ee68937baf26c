package devicehub.device;

import java.util.Set;

/**
 * Values that stand where an identifier should be and identify nothing.
 *
 * <p>Seen in MDM inventories and firmware tables; a value shared by many owners is learned from the
 * data itself and is not listed here.
 */
public final class Placeholder {
  /** In letters and digits alone: {@code <unknown>}, {@code N/A} and {@code not-available} too. */
  private static final Set<String> LISTED =
      Set.of(
          """
          unknown unknow unknownserial unknownserialnumber unspecified unidentified undefined unavailable unsupported
          na none null nullnull nil nul empty blank default defaultstring invalid string novalue nodata
          notavailable notapplicable notspecified notset notfound notprovided notreported notsupported
          noneprovided noserial noserialnumber serial serialnumber systemserialnumber chassisserialnumber
          systemproductname tobefilledbyoem filledbyoem oem
          hidden restricted redacted masked permissiondenied bootloader
          unbekannt inconnu desconocido
          0123456789abcdef 0123456789abcde 123456789abcdef 1234567890abcdef abcdef
          0123456789 1234567890 123456789 12345678 1234567 123456
          0123456789012345 012345678912345 123456789012345 012345678901234 01234567890123 12345678901234
          004999010640000 358240051111110 35824005111111 020000000000 9774d56d682e549c
          appl imei sec android androidc androidid iphone ipad ipod wp8
          """
              .strip()
              .split("\\s+"));

  /** The first and the last letter of those listed: few other ids have any of these pairs. */
  private static final boolean[] LISTED_ENDS = new boolean[1 << 14];

  static {
    LISTED.forEach(it -> LISTED_ENDS[ends(it.charAt(0), it.charAt(it.length() - 1))] = true);
  }

  private Placeholder() {}

  /** The same of a text that is not folded yet, and need not be in nearly every case. */
  public static boolean isUnfolded(String text) {
    return mayBe(text) && is(IdText.fold(text));
  }

  /**
   * A look at the first and the last letter or digit, which tell that a text is none of the listed
   * nor one character repeated; from both ends on, nothing but ASCII is passed over.
   */
  private static boolean mayBe(String text) {
    int from = 0;
    int to = text.length() - 1;
    while (from < to && isMark(text.charAt(from))) {
      from++;
    }
    while (to > from && isMark(text.charAt(to))) {
      to--;
    }
    if (from >= to) {
      return true;
    }
    char first = lower(text.charAt(from));
    char last = lower(text.charAt(to));
    return first >= 0x80 || last >= 0x80 || first == last || LISTED_ENDS[ends(first, last)];
  }

  private static int ends(char first, char last) {
    return first << 7 | last;
  }

  private static boolean isMark(char c) {
    return c < 0x80 && !isPlain(lower(c));
  }

  private static boolean isPlain(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /** Only what is ASCII, of letters and digits; other scripts are nobody's placeholder. */
  private static String bare(String folded) {
    StringBuilder bare = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (isPlain(c)) {
        bare.append(c);
      } else if (Character.isLetterOrDigit(c)) {
        return "letters of other scripts";
      }
    }
    return bare.toString();
  }

  /**
   * Whether the folded text identifies nothing: listed, or one character repeated ({@code 0000},
   * {@code ------}), or blank.
   */
  public static boolean is(String folded) {
    String bare = bare(folded);
    return isOneCharacterRepeated(bare) || LISTED.contains(bare);
  }

  private static boolean isOneCharacterRepeated(String bare) {
    for (int i = 1; i < bare.length(); i++) {
      if (bare.charAt(i) != bare.charAt(0)) {
        return false;
      }
    }
    return true;
  }
}
