package devicehub.polling;

import java.util.Optional;

/**
 * What one page told of itself and of the pages to come.
 *
 * @param rows how many records it held
 * @param total how many there are on all pages, or -1
 * @param next where the next page is, or empty
 * @param error what the server says went wrong, though it answered 200; or empty
 * @param lacks what is missing where its records should stand, which an empty list is not; or empty
 */
public record Page(
    long rows, long total, Optional<String> next, Optional<String> error, Optional<String> lacks) {
  /** A page that says nothing. */
  public static final Page NOTHING = new Page(0, -1, Optional.empty(), Optional.empty());

  /** A page with its records in their place. */
  public Page(long rows, long total, Optional<String> next, Optional<String> error) {
    this(rows, total, next, error, Optional.empty());
  }
}
