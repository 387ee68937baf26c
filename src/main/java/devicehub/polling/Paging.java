package devicehub.polling;

import java.net.URI;
import java.util.Optional;

/** How a server hands out what does not fit into one answer. */
public sealed interface Paging {
  /** Where the first page is, given the configured address. */
  default URI start(URI first) {
    return first;
  }

  /** Where the next page is, after so many pages and rows; empty after the last. */
  Optional<URI> next(URI first, URI current, int pages, long rows, Page page);

  /** Each page names the next one: Traveler's {@code next}, Graph's {@code @odata.nextLink}. */
  record Links() implements Paging {
    @Override
    public Optional<URI> next(URI first, URI current, int pages, long rows, Page page) {
      return page.next().filter(link -> !link.isBlank()).map(current::resolve);
    }
  }

  /**
   * Each page gives a token for the next one, as Google's {@code nextPageToken} is sent back as
   * {@code pageToken}.
   */
  record Tokens(String parameter) implements Paging {
    @Override
    public Optional<URI> next(URI first, URI current, int pages, long rows, Page page) {
      return page.next()
          .filter(token -> !token.isBlank())
          .map(token -> Query.with(first, parameter, token));
    }
  }

  /**
   * Pages are asked for by number, until one is empty or the total is reached.
   *
   * @param from the first page's number: 1 for MaaS360, 0 for Workspace ONE
   */
  record Numbers(String parameter, int from) implements Paging {
    @Override
    public URI start(URI first) {
      return numbered(first, from);
    }

    @Override
    public Optional<URI> next(URI first, URI current, int pages, long rows, Page page) {
      boolean done = page.rows() == 0 || (page.total() >= 0 && rows >= page.total());
      return done ? Optional.empty() : Optional.of(numbered(first, from + pages));
    }

    private URI numbered(URI first, int number) {
      return Query.with(first, parameter, String.valueOf(number));
    }
  }
}
