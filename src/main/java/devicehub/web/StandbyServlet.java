package devicehub.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Refuses whatever is asked of a hub that stands by, and says who can be asked instead. */
final class StandbyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<String> reason;

  StandbyServlet(Supplier<String> reason) {
    this.reason = reason;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Retry-After", "5");
    Answer.error(response, 503, reason.get());
  }
}
