package devicehub.polling;

import java.net.URI;
import java.util.Optional;

/** How a server hands out what does not fit into one answer. */
public sealed interface Paging {
  /** Where the next page is, after so many pages and rows; empty after the last. */
  Optional<URI> next(URI first, URI current, int pages, long rows, Page page);

  /** Each page names the next one: Traveler's {@code next}, Graph's {@code @odata.nextLink}. */
  record Links() implements Paging {
    @Override
    public Optional<URI> next(URI first, URI current, int pages, long rows, Page page) {
      return page.next().filter(link -> !link.isBlank()).map(current::resolve);
    }
  }

  /** Pages are asked for by number from 1, until one is empty or the total is reached. */
  record Numbers(String parameter) implements Paging {
    @Override
    public Optional<URI> next(URI first, URI current, int pages, long rows, Page page) {
      boolean done = page.rows() == 0 || (page.total() >= 0 && rows >= page.total());
      return done ? Optional.empty() : Optional.of(numbered(first, pages + 1));
    }

    /** The address of a page by its number. */
    public URI numbered(URI first, int number) {
      String query = first.getRawQuery() == null ? "" : first.getRawQuery() + "&";
      return first.resolve(first.getRawPath() + "?" + query + parameter + "=" + number);
    }
  }
}
