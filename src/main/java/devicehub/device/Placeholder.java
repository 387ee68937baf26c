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

  private static final KeyIndex HASHES = new KeyIndex(LISTED.size());

  static {
    LISTED.forEach(listed -> HASHES.put(bareHash(listed), 0));
    HASHES.put(bareHash(""), 0);
  }

  private Placeholder() {}

  /** The same of a text that is not folded yet, and need not be in nearly every case. */
  public static boolean isUnfolded(String text) {
    return (HASHES.contains(bareHash(text)) || mayRepeatOneCharacter(text))
        && is(IdText.fold(text));
  }

  /** A hash of the letters and digits, made without a copy where the text is ASCII. */
  private static long bareHash(String text) {
    long hash = IdText.START;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return bareHash(bare(IdText.fold(text)));
      }
      if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
        hash = IdText.step(hash, c);
      } else if (c >= 'A' && c <= 'Z') {
        hash = IdText.step(hash, c + 32);
      }
    }
    return IdText.mix(hash);
  }

  /** Only what is ASCII, of letters and digits; other scripts are nobody's placeholder. */
  private static String bare(String folded) {
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

  /** Two different letters or digits settle it: they are among the first few of any real id. */
  private static boolean mayRepeatOneCharacter(String text) {
    char only = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
      if (plain && only != 0 && c != only) {
        return false;
      }
      only = plain ? c : only;
    }
    return true;
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
