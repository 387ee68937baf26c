package devicehub.polling;

import devicehub.intake.UnreadableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Between a route's message and a poll: puts a request into headers, takes an answer out of them.
 */
public final class Wire {

  /** Leaves nothing in the headers but what the request needs. */
  public void headers(Request request, Map<String, Object> headers) {
    headers.clear();
    headers.putAll(request.headers());
    headers.put("CamelHttpMethod", request.method());
    headers.put("CamelHttpUri", request.uri().toString());
  }

  /**
   * Hands the answer to the poll.
   *
   * @param body null where the answer has none, as with 204
   */
  public void answer(Poll poll, Map<String, Object> headers, @Nullable InputStream body)
      throws IOException {
    int status = Integer.parseInt(text(headers, "CamelHttpResponseCode"));
    poll.accept(
        new Response(
            status,
            text(headers, "Content-Type"),
            text(headers, "Retry-After"),
            body == null ? InputStream.nullInputStream() : body));
    // Whatever is left of the body, however long or slow, is not worth waiting for.
    if (body instanceof EofSensorInputStream unread) {
      unread.abort();
    }
  }

  private static String text(Map<String, Object> headers, String name) {
    return String.valueOf(Optional.ofNullable(headers.get(name)).orElse(""));
  }

  /** Ends the poll for want of an answer. */
  public void failed(Poll poll, Throwable trouble) {
    poll.fail(told(trouble));
  }

  private static String told(Throwable trouble) {
    if (trouble instanceof ConnectException) {
      return "nobody answers: " + trouble.getMessage();
    }
    if (trouble instanceof UnknownHostException) {
      return "no such host: " + trouble.getMessage();
    }
    if (trouble instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (trouble instanceof UnreadableInputException) {
      return String.valueOf(trouble.getMessage());
    }
    return trouble.getClass().getSimpleName() + ": " + trouble.getMessage();
  }
}
