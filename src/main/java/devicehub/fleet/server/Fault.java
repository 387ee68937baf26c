package devicehub.fleet.server;

/**
 * What can go wrong at the other end. Each stays until healed, but for the one that says otherwise.
 */
public enum Fault {
  /** Once: after the next page of devices, every token or session handed out so far is refused. */
  EXPIRED_TOKEN_MID_PAGING,
  /** Every other request is refused with 429 and {@code Retry-After: 1}. */
  RATE_LIMIT,
  /** Every request is refused with 429 and {@code Retry-After: 3600}. */
  CLOSED_FOR_AN_HOUR,
  /** Status 200 and a page to log in on, in HTML. */
  HTML_LOGIN,
  /** The next page is always the one just read. */
  NEXT_LOOP,
  /** The connection ends in the middle of the body. */
  TRUNCATED_BODY,
  /** The body comes one byte at a time, with pauses. */
  SLOW_DRIP,
  /** Status 401 whatever is presented. */
  UNAUTHORIZED,
  /** Status 200 and nothing else, as Traveler answers while it starts. */
  EMPTY_BODY,
  /** Status 503. */
  SERVER_ERROR,
  /** The next page lies on somebody else's server. MaaS360 has no such link, and is not changed. */
  FOREIGN_NEXT
}
