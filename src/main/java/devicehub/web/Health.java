package devicehub.web;

import java.util.Map;

/**
 * How the hub is.
 *
 * @param ready whether it does its work; it is live as long as it answers at all
 * @param details what to look at, by part
 */
public record Health(boolean ready, Map<String, String> details) {}
