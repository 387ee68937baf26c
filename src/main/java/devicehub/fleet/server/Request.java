package devicehub.fleet.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request, read to its end. */
record Request(
    String method,
    String path,
    Map<String, String> query,
    String authorization,
    String accept,
    String host,
    String body) {

  static Request of(HttpExchange exchange) throws IOException {
    String rawQuery = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        form(rawQuery),
        header(exchange, "Authorization"),
        header(exchange, "Accept"),
        header(exchange, "Host"),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  /** The pairs of {@code a=1&b=two%20words}. */
  static Map<String, String> form(@Nullable String text) {
    Map<String, String> pairs = new HashMap<>();
    if (text == null || text.isEmpty()) {
      return pairs;
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      pairs.put(decoded(name), decoded(value));
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A whole number of at least 1, or -1 where it is none. */
  int number(String name, int unset) {
    String text = query.get(name);
    if (text == null) {
      return unset;
    }
    return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : -1;
  }

  boolean post() {
    return method.equals("POST");
  }
}
