package devicehub.report;

/**
 * Text that every reader of UTF-8 takes. JSON feeds may carry half a surrogate pair ({@code
 * "\ud83d"} alone); one such device name must not keep the whole report from being written.
 */
final class WellFormed {
  private WellFormed() {}

  /** The text itself, or with U+FFFD in place of each half pair. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return mended(text);
      }
    }
    return text;
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(mended::appendCodePoint);
    return mended.toString();
  }
}
