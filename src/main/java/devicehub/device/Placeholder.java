package devicehub.device;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

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
          unbekannt inconnu desconocido onbekend sconosciuto ukjent okand ikketilgjengelig ejtillganglig nichtverfugbar nichtverfuegbar
          nodisponible nondisponible indisponible nondisponibile nietbeschikbaar naodisponivel nodisponivel
          abcdefghijkl abcdefgh 123456789012 1234567890123
          0123456789abcdef 0123456789abcde 123456789abcdef 1234567890abcdef abcdef
          0123456789 1234567890 123456789 12345678 1234567 123456
          0123456789012345 012345678912345 123456789012345 012345678901234 01234567890123 12345678901234
          004999010640000 358240051111110 35824005111111 020000000000 9774d56d682e549c
          appl imei sec android androidc androidid iphone ipad ipod wp8
          """
              .strip()
              .split("\\s+"));

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

  /** The digits and letters that a text is told by: hardly an id shares these with one listed. */
  private static final boolean[] LISTED_ENDS = new boolean[36 * 36 * 36];

  /** Times a letter's number: that letter three times. */
  private static final int THRICE = 36 * 36 + 36 + 1;

  static {
    LISTED.forEach(it -> LISTED_ENDS[ends(it, 0, 1, it.length() - 1)] = true);
  }

  private Placeholder() {}

  /** The same of a text that is not folded yet, and need not be in nearly every case. */
  public static boolean isUnfolded(String text) {
    return mayBe(text) && is(IdText.fold(text));
  }

  /**
   * A look at the first, the second and the last letter or digit, which tell that a text is none of
   * those listed nor one character repeated. Nothing but ASCII is passed over on the way.
   */
  private static boolean mayBe(String text) {
    int last = text.length() - 1;
    while (last > 0 && isMark(text.charAt(last))) {
      last--;
    }
    int first = behindMarks(text, 0);
    int second = behindMarks(text, first + 1);
    if (second > last) {
      return true;
    }
    int ends = ends(text, first, second, last);
    return ends < 0 || LISTED_ENDS[ends] || ends == THRICE * number(text.charAt(first));
  }

  private static int behindMarks(String text, int from) {
    int at = from;
    while (at < text.length() && isMark(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isMark(char c) {
    return c < 0x80 && number(c) < 0;
  }

  /** Three letters as one number; negative where one is not ASCII. */
  private static int ends(String text, int first, int second, int last) {
    int one = number(text.charAt(first));
    int two = number(text.charAt(second));
    int three = number(text.charAt(last));
    return (one | two | three) < 0 ? -1 : (one * 36 + two) * 36 + three;
  }

  /** A digit or letter, of whichever case, as a number to the base 36; negative if it is none. */
  private static int number(char c) {
    if (c <= '9') {
      return c >= '0' ? c - '0' : -1;
    }
    int letter = (c | 0x20) - 'a';
    return letter >= 0 && letter < 26 ? letter + 10 : -1;
  }

  /** {@code nicht verfugbar}: letters without their accents and dots. */
  private static String unmarked(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("");
  }

  /** Only what is ASCII, of letters and digits; other scripts are nobody's placeholder. */
  private static String bare(String text) {
    String folded = IdText.isAscii(text) ? text : unmarked(text);
    StringBuilder bare = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
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
    for (int i = 1; i < bare.length(); i++) {
      if (bare.charAt(i) != bare.charAt(0)) {
        return LISTED.contains(bare);
      }
    }
    return true;
  }
}
