package devicehub.device;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How identifiers are compared: NFKC, trimmed, case folded with {@link Locale#ROOT}.
 *
 * <p>Mail servers fold case themselves (Z-Push lower-cases every DeviceId, SOGo prints upper case),
 * so case carries no meaning. Nothing else is forgiven: a Cyrillic letter never equals a Latin one.
 */
public final class IdText {
  /** Where a hash made {@link #step} by step begins. */
  static final long START = 0xcbf29ce484222325L;

  private IdText() {}

  /** The comparable form of an identifier, address or name. */
  public static String fold(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return plain.strip().toLowerCase(Locale.ROOT);
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** A 64-bit hash of {@link #fold}, made without a copy for the ASCII text that ids are. */
  public static long hash(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    long hash = START;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return hashFolded(fold(text));
      }
      hash = step(hash, c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return mix(hash);
  }

  private static long hashFolded(String folded) {
    long hash = START;
    for (int i = 0; i < folded.length(); i++) {
      hash = step(hash, folded.charAt(i));
    }
    return mix(hash);
  }

  /** One FNV-1a step; {@link #mix} spreads the result, since FNV alone leaves the low bits poor. */
  static long step(long hash, int c) {
    return (hash ^ c) * 0x100000001b3L;
  }

  static long mix(long h) {
    h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
    h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
    return h ^ (h >>> 32);
  }

  /** Whether the text is nothing but visible ASCII, so that only its case is left to fold. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** True where an invisible or control character hides in the text: such a value is no id. */
  static boolean hidesCharacters(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || c == 0xFFFD);
  }
}
