package devicehub.fleet.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives a service's answers, spoilt by the faults that are switched on. */
final class FaultyHandler implements HttpHandler {
  private static final String LOGIN =
      "<!DOCTYPE html><html><head><title>Log in</title></head><body>"
          + "<form method=\"post\" action=\"/names.nsf?Login\">"
          + "<input name=\"Username\"><input name=\"Password\" type=\"password\">"
          + "<input type=\"hidden\" name=\"RedirectTo\"></form></body></html>";

  private final Answers answers;
  private final Faults faults;
  private final CountDownLatch closing;
  private final AtomicInteger requests = new AtomicInteger();

  FaultyHandler(Answers answers, Faults faults, CountDownLatch closing) {
    this.answers = answers;
    this.faults = faults;
    this.closing = closing;
  }

  Faults faults() {
    return faults;
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      send(exchange, reply(Request.of(exchange)));
    }
  }

  private Reply reply(Request request) {
    if (faults.has(Fault.SERVER_ERROR)) {
      return Reply.html(503, "<html><body><h1>503 Service Unavailable</h1></body></html>");
    }
    if (faults.has(Fault.CLOSED_FOR_AN_HOUR)) {
      return answers.tooMany().with("Retry-After", "3600");
    }
    if (faults.limitsThisRequest()) {
      return answers.tooMany().with("Retry-After", "1");
    }
    if (faults.has(Fault.UNAUTHORIZED)) {
      return answers.unauthorized();
    }
    if (faults.has(Fault.HTML_LOGIN)) {
      return Reply.html(200, LOGIN);
    }
    if (faults.has(Fault.EMPTY_BODY)) {
      return Reply.json(200, "");
    }
    return answers.to(request);
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.bytes();
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length == 0) {
      return;
    }
    OutputStream out = exchange.getResponseBody();
    if (faults.has(Fault.TRUNCATED_BODY)) {
      // The length was promised in full: the client sees the connection end too early.
      out.write(body, 0, body.length / 2);
      out.flush();
    } else if (faults.has(Fault.SLOW_DRIP)) {
      drip(body, out);
    } else {
      out.write(body);
    }
  }

  private void drip(byte[] body, OutputStream out) throws IOException {
    try {
      for (byte one : body) {
        out.write(one);
        out.flush();
        if (closing.await(20, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
