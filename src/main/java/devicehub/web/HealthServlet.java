package devicehub.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /health/live}: the process answers. {@code /health/ready}: it does its work, else 503. */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<Health> source;

  HealthServlet(Supplier<Health> source) {
    this.source = source;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean live = "/live".equals(request.getPathInfo());
    if (!live && !"/ready".equals(request.getPathInfo())) {
      Answer.error(response, HttpServletResponse.SC_NOT_FOUND, "there is /health/live and /ready");
      return;
    }
    Health health = source.get();
    boolean up = live || health.ready();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", live ? Health.State.UP : health.state());
    answer.put("details", live ? Map.of() : health.details());
    int status = up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    Answer.json(response, status, answer);
  }
}
