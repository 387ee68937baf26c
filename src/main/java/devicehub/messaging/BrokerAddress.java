package devicehub.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a broker's address one that gives up. A {@code failover:} address by default waits for ever
 * for a broker that is down, at the start and in the middle of a send.
 *
 * <pre>
 *   failover:(ssl://mq1:61617,ssl://mq2:61617)?timeout=9000
 *   → failover:(…)?timeout=9000&amp;maxReconnectAttempts=3&amp;…
 *   tcp://mq1:61616    as it is: it fails at once, and the outbox is sent again later
 * </pre>
 */
final class BrokerAddress {
  private static final String SCHEME = "failover:";

  private static final Map<String, String> DEFAULTS =
      new TreeMap<>(
          Map.of(
              "startupMaxReconnectAttempts", "2",
              "maxReconnectAttempts", "3",
              "maxReconnectDelay", "2000",
              "timeout", "3000"));

  private BrokerAddress() {}

  static String bounded(String url) {
    if (!url.startsWith(SCHEME)) {
      return url;
    }
    String rest = url.substring(SCHEME.length());
    rest = rest.startsWith("//") ? rest.substring(2) : rest;
    rest = rest.startsWith("(") ? rest : "(" + rest + ")";
    int end = rest.lastIndexOf(')') + 1;
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : rest.substring(end).replaceFirst("^\\?", "").split("&")) {
      if (!option.isEmpty()) {
        options.put(option.replaceFirst("=.*", ""), option);
      }
    }
    DEFAULTS.forEach((name, value) -> options.putIfAbsent(name, name + "=" + value));
    return SCHEME + rest.substring(0, end) + "?" + String.join("&", options.values());
  }
}
