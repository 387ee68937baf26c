package devicehub.fleet.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One HTTP answer. */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

  static Reply json(int status, String body) {
    return new Reply(status, "application/json;charset=UTF-8", body, Map.of());
  }

  static Reply xml(String body) {
    return new Reply(200, "application/xml;charset=UTF-8", body, Map.of());
  }

  static Reply html(int status, String body) {
    return new Reply(status, "text/html;charset=UTF-8", body, Map.of());
  }

  static Reply notFound() {
    return html(404, "<html><body><h1>404 Not Found</h1></body></html>");
  }

  Reply with(String header, String value) {
    return new Reply(status, contentType, body, Map.of(header, value));
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
