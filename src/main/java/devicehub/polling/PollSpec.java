package devicehub.polling;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How to ask one feed's server.
 *
 * @param first the address of the first page; links may not leave its scheme, host and port
 * @param headers sent with every page besides the login's own
 * @param timeout for the whole poll, all pages and waits included
 * @param maxBytes for one page, expanded
 * @param retries how often a server may put us off before the poll fails
 */
public record PollSpec(
    String feed,
    URI first,
    Login login,
    Paging paging,
    Map<String, String> headers,
    Duration timeout,
    int maxPages,
    long maxBytes,
    int retries) {

  /** The same server, asked with one more parameter from the first page on. */
  public PollSpec asking(String parameter, String value) {
    return new PollSpec(
        feed,
        Query.with(first, parameter, value),
        login,
        paging,
        headers,
        timeout,
        maxPages,
        maxBytes,
        retries);
  }
}
