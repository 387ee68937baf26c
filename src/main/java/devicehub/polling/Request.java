package devicehub.polling;

import java.net.URI;
import java.util.Map;

/**
 * What to ask a server now.
 *
 * @param headers by name; they may carry secrets and are never logged
 * @param body empty for GET
 * @param delayMillis how long to wait before asking, in milliseconds
 */
public record Request(
    String method, URI uri, Map<String, String> headers, String body, long delayMillis) {

  public static Request get(URI uri, Map<String, String> headers) {
    return new Request("GET", uri, headers, "", 0);
  }

  public Request after(long millis) {
    return new Request(method, uri, headers, body, millis);
  }

  @Override
  public String toString() {
    return method + " " + uri.getPath();
  }
}
