package devicehub.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /}: the newest report for people. {@code /reports/{file}}: its files. Only the names
 * listed here are ever looked for.
 */
final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "exceptions.html";
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String JSON = "application/json";

  private static final Map<String, String> TYPES =
      Map.of(
          PAGE,
          "text/html; charset=utf-8",
          "exceptions.csv",
          CSV,
          "exceptions.json",
          JSON,
          "merged.csv",
          CSV,
          "rejected.csv",
          CSV,
          "users.csv",
          CSV,
          "summary.json",
          JSON);

  private final transient Path reports;

  PageServlet(Path reports) {
    this.reports = reports;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = request.getServletPath().isEmpty() ? PAGE : name(request.getPathInfo());
    @Nullable String type = TYPES.get(name);
    if (type == null) {
      Answer.error(response, 404, "there is no such report");
      return;
    }
    try {
      byte[] content = Files.readAllBytes(reports.resolve(name));
      response.setContentType(type);
      response.setContentLength(content.length);
      if (type.equals(CSV)) {
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
      }
      response.getOutputStream().write(content);
    } catch (NoSuchFileException e) {
      Answer.error(response, 404, "no report has been written yet; the first cycle does");
    }
  }

  private static String name(@Nullable String path) {
    return path == null ? "" : path.substring(1);
  }
}
