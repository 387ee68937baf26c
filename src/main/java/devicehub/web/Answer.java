package devicehub.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in JSON. */
final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answer() {}

  static void json(HttpServletResponse response, int status, Map<String, ?> fields)
      throws IOException {
    if (response.isCommitted()) {
      return; // too late to say anything else
    }
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(bytes(fields));
  }

  static void error(HttpServletResponse response, int status, String reason) throws IOException {
    json(response, status, Map.of("error", reason));
  }

  /**
   * @param line where the input is at fault, 0 where it is not known
   */
  static void error(HttpServletResponse response, int status, String reason, long line)
      throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("error", reason);
    if (line > 0) {
      fields.put("line", line);
    }
    json(response, status, fields);
  }

  static byte[] bytes(Map<String, ?> fields) throws IOException {
    return JSON.writeValueAsBytes(fields);
  }
}
