package devicehub.device;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the spellings of a model or maker into lower-case words, the same in every locale.
 *
 * <pre>
 * "Galaxy S10+"                   galaxy s10 plus
 * "iPad Pro (12.9-inch)"          ipad pro 12 9 inch
 * "HUAWEI GRA-L09"                huawei gra l09
 * </pre>
 */
final class DeviceModelText {
  /** Longer text is not a maker or model; the longest in the model tables has about 80. */
  static final int MAX_LENGTH = 256;

  private DeviceModelText() {}

  /** The words of a text; none if it is too long to be a name. */
  static List<String> words(String text) {
    if (text.length() > MAX_LENGTH) {
      return List.of();
    }
    String plain = plain(text);
    List<String> words = new ArrayList<>(8);
    int start = -1;
    for (int i = 0; i <= plain.length(); i++) {
      boolean inWord = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(lowerCase(plain.substring(start, i)));
        start = -1;
        // "S10+" is the S10 Plus, while the + of "Wi-Fi + Cellular" stands alone.
        if (i < plain.length() && plain.charAt(i) == '+') {
          words.add("plus");
        }
      }
    }
    return words;
  }

  /** Letters and digits only, so that {@code SM-S921B} and {@code SMS921B} are one key. */
  static String key(List<String> words) {
    return String.join("", words);
  }

  /** {@link #key(List)} of the words of a text, without making the words. */
  static String key(String text) {
    if (text.length() > MAX_LENGTH) {
      return "";
    }
    String plain = plain(text);
    StringBuilder key = new StringBuilder(plain.length() + 4);
    boolean afterWord = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean inWord = Character.isLetterOrDigit(c);
      if (inWord) {
        key.append(Character.toLowerCase(c));
      } else if (c == '+' && afterWord) {
        key.append("plus");
      }
      afterWord = inWord;
    }
    return key.toString();
  }

  /** Trimmed and with compatible characters folded: full-width letters, non-breaking blanks. */
  static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
      }
    }
    return text.strip();
  }

  private static String lowerCase(String word) {
    StringBuilder lower = null;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char l = Character.toLowerCase(c);
      if (l != c && lower == null) {
        lower = new StringBuilder(word);
      }
      if (lower != null) {
        lower.setCharAt(i, l);
      }
    }
    return lower == null ? word : lower.toString();
  }
}
