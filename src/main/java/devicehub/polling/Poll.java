package devicehub.polling;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with a server, from login to last page, as a state machine without I/O of its
 * own: a route sends each {@link #request()} and hands the answer to {@link #accept}.
 *
 * <pre>
 *   login? → page 1 → page 2 (401: log in again, once) → page 3 (429: wait, again) → done
 * </pre>
 */
public final class Poll {
  private static final int NO_CONTENT = 204;

  private final PollSpec spec;
  private final PageTaker taker;
  private final long endNanos;
  private final Set<URI> asked = new HashSet<>();
  private @Nullable URI page;
  private boolean loggingIn;
  private int pages;
  private long rows;
  private long total = -1;
  private int relogins;
  private int retries;
  private long delayMillis;
  private String failure = "";

  public Poll(PollSpec spec, PageTaker taker) {
    this.spec = spec;
    this.taker = taker;
    this.endNanos = System.nanoTime() + spec.timeout().toNanos();
    this.page = spec.paging().start(spec.first());
  }

  /** Whether there is more to ask. */
  public boolean hasNext() {
    return page != null && failure.isEmpty();
  }

  /** What to ask now. */
  public Request request() {
    URI current = page;
    if (current == null) {
      throw new IllegalStateException("the poll has ended");
    }
    Optional<Request> login = spec.login().request();
    loggingIn = login.isPresent();
    long wait = delayMillis;
    delayMillis = 0;
    return login.orElseGet(() -> Request.get(current, headers())).after(wait);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(spec.headers());
    headers.putAll(spec.login().headers());
    return headers;
  }

  /** Takes the answer to the last request. A poll that fails stays failed. */
  public void accept(Response response) {
    try {
      if (loggingIn) {
        acceptLogin(response);
      } else {
        acceptPage(response);
      }
    } catch (PollFailedException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      fail("page " + (pages + 1) + " names a next page that is no address: " + e.getMessage());
    } catch (IOException e) {
      fail("page " + (pages + 1) + " broke off: " + e.getMessage());
    }
  }

  /** Ends the poll; what it took so far does not count. */
  public void fail(String reason) {
    if (failure.isEmpty()) {
      failure = reason.isBlank() ? "no reason given" : reason;
    }
  }

  /** Why the poll failed; empty while it has not. */
  public String failure() {
    return failure;
  }

  private void acceptLogin(Response response) throws IOException {
    if (mustWait(response)) {
      return;
    }
    if (response.status() != 200) {
      String why = refusal(response);
      throw new PollFailedException(
          "the login answered HTTP " + response.status() + (why.isEmpty() ? "" : ": " + why));
    }
    try (var body = new Deadline(response.body(), endNanos, 1 << 20)) {
      spec.login().accept(body.readAllBytes());
    }
  }

  private String refusal(Response response) {
    try (var body = new Deadline(response.body(), endNanos, 1 << 16)) {
      return spec.login().refusal(body.readAllBytes());
    } catch (IOException e) {
      // The status says enough.
      return "";
    }
  }

  private void acceptPage(Response response) throws IOException {
    URI current = page;
    if (current == null || isRefused(response) || mustWait(response)) {
      return;
    }
    if (response.status() != 200 && response.status() != NO_CONTENT) {
      throw new PollFailedException("page " + (pages + 1) + " answered HTTP " + response.status());
    }
    if (response.contentType().toLowerCase(Locale.ROOT).contains("html")) {
      throw new PollFailedException("page " + (pages + 1) + " is HTML (a login page?), not data");
    }
    asked.add(current);
    Page taken = taken(response);
    taken.error().ifPresent(error -> fail("the server reports: " + error));
    if (wasLinkedTo() && taken.lacks().isPresent()) {
      throw new PollFailedException("page " + (pages + 1) + ": " + taken.lacks().get());
    }
    pages++;
    rows += taken.rows();
    retries = 0;
    relogins = 0;
    total = taken.total() >= 0 ? taken.total() : total;
    page = spec.paging().next(spec.first(), current, pages, rows, taken).orElse(null);
    if (page != null) {
      checkNext(page);
    } else if (total >= 0 && rows != total) {
      throw new PollFailedException("the server speaks of " + total + " records but gave " + rows);
    }
  }

  /**
   * Whether the page before has a link to this one, which then has a list; Google's last token may
   * lead to an answer without one.
   */
  private boolean wasLinkedTo() {
    return pages > 0 && spec.paging() instanceof Paging.Links;
  }

  /**
   * Workspace ONE answers 204 where it has no device to tell of: a page without records. Numbered
   * pages are asked for until there are no more; to any other the page before led, so something was
   * to come.
   */
  private Page taken(Response response) throws IOException {
    if (response.status() == NO_CONTENT) {
      if (pages > 0 && !(spec.paging() instanceof Paging.Numbers)) {
        throw new PollFailedException(
            "page "
                + (pages + 1)
                + " answered HTTP 204, no content, though the page before led on");
      }
      return Page.NOTHING;
    }
    try (var body = new Deadline(response.body(), endNanos, spec.maxBytes())) {
      return taker.take(spec.feed() + " page " + (pages + 1), body);
    }
  }

  private boolean isRefused(Response response) {
    if (response.status() != 401 && response.status() != 403) {
      return false;
    }
    if (relogins++ < 1 && spec.login().expire()) {
      return true;
    }
    throw new PollFailedException("the server refuses the login (HTTP " + response.status() + ")");
  }

  /** 429 and 503 with Retry-After (RFC 9110, 10.2.3) are waited for, a few times. */
  private boolean mustWait(Response response) {
    if (response.status() != 429 && response.status() != 503) {
      return false;
    }
    if (retries++ >= spec.retries()) {
      throw new PollFailedException("the server keeps answering HTTP " + response.status());
    }
    long seconds = RetryAfter.seconds(response.retryAfter(), Instant.now()).orElse(1L << retries);
    delayMillis = seconds * 1000;
    if (System.nanoTime() + delayMillis * 1_000_000 - endNanos > 0) {
      throw new PollFailedException(
          "the server answers HTTP "
              + response.status()
              + " and would be asked again in "
              + seconds
              + " s, which is longer than the poll may take");
    }
    return true;
  }

  /** A link may lead to another page of the same server, and to nothing else. */
  private void checkNext(URI next) {
    URI base = spec.first();
    boolean sameServer =
        String.valueOf(base.getScheme()).equalsIgnoreCase(String.valueOf(next.getScheme()))
            && String.valueOf(base.getHost()).equalsIgnoreCase(String.valueOf(next.getHost()))
            && base.getPort() == next.getPort()
            && next.getRawUserInfo() == null;
    if (!sameServer) {
      throw new PollFailedException("the next page is not on the configured server: " + next);
    }
    if (asked.contains(next)) {
      throw new PollFailedException("the pages lead round in a circle to " + next.getPath());
    }
    if (pages >= spec.maxPages()) {
      throw new PollFailedException("there are more than " + spec.maxPages() + " pages");
    }
  }
}
