package devicehub.device;

import java.util.Set;

/**
 * Values that stand where an identifier should be and identify nothing.
 *
 * <p>Seen in MDM inventories and firmware tables; a value shared by many owners is learned from the
 * data itself and is not listed here.
 */
public final class Placeholder {
  private static final Set<String> LISTED =
      Set.of(
          "unknown",
          "n/a",
          "na",
          "none",
          "null",
          "nil",
          "undefined",
          "not available",
          "notavailable",
          "not applicable",
          "not specified",
          "not set",
          "no serial",
          "default",
          "default string",
          "invalid",
          "empty",
          "string",
          "serial number",
          "serialnumber",
          "system serial number",
          "to be filled by o.e.m.",
          "to be filled by o.e.m",
          "o.e.m.",
          "oem",
          "0123456789abcdef",
          "0123456789",
          "1234567890",
          "123456789",
          "12345678",
          "1234567890abcdef",
          "012345678912345",
          "123456789012345",
          "012345678901234",
          "004999010640000",
          "appl",
          "imei",
          "sec",
          "android",
          "androidc",
          "android_id",
          "9774d56d682e549c",
          "iphone",
          "ipad",
          "ipod",
          "wp8");

  private static final KeyIndex HASHES = new KeyIndex(LISTED.size());

  static {
    LISTED.forEach(listed -> HASHES.put(IdText.hash(listed), 0));
  }

  private Placeholder() {}

  /** The same of a text that is not folded yet, and need not be in nearly every case. */
  public static boolean isUnfolded(String text) {
    return (HASHES.contains(IdText.hash(text)) || mayRepeatOneCharacter(text))
        && is(IdText.fold(text));
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
    return folded.isEmpty() || isOneCharacterRepeated(folded) || LISTED.contains(folded);
  }

  private static boolean isOneCharacterRepeated(String folded) {
    char only = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '-' || c == ':' || c == ' ' || c == '.') {
        continue;
      }
      if (only == 0) {
        only = c;
      } else if (c != only) {
        return false;
      }
    }
    return true;
  }
}
