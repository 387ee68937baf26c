package devicehub.format;

import java.util.OptionalLong;

/**
 * What an input says of itself beside its rows. Files say nothing.
 *
 * @param number the page's number
 * @param rows how many records this page claims to hold
 * @param total how many records all pages hold together
 * @param next link to the next page or its token; empty after the last page
 * @param error the service's own words where it answered with an error; its rows must not be used
 * @param lacks what is missing where the records should stand, which an empty list is not; or empty
 */
public record Page(
    OptionalLong number,
    OptionalLong rows,
    OptionalLong total,
    String next,
    String error,
    String lacks) {
  public static final Page NONE =
      new Page(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), "", "", "");

  Page lacking(String what) {
    return new Page(number, rows, total, next, error, what);
  }

  public boolean isError() {
    return !error.isEmpty();
  }

  static OptionalLong number(String text) {
    String digits = text.strip();
    boolean sound = !digits.isEmpty() && digits.length() <= 18;
    for (int i = 0; sound && i < digits.length(); i++) {
      sound = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return sound ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }
}
