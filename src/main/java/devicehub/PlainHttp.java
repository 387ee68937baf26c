package devicehub;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Camel's components {@code http} and {@code https}, which hand every answer over at once. By
 * itself the client sleeps for as long as a 429 or 503 says under {@code Retry-After}, be it a day,
 * and no time-out ends that: how long a server is waited for is the poll's to say. A connection
 * that breaks before anything came is still tried once more.
 */
final class PlainHttp extends DefaultHttpRequestRetryStrategy {
  private PlainHttp() {
    super(1, TimeValue.ofSeconds(1));
  }

  static HttpComponent component() {
    HttpComponent component = new HttpComponent();
    component.setHttpClientConfigurer(client -> client.setRetryStrategy(new PlainHttp()));
    return component;
  }

  @Override
  public boolean retryRequest(HttpResponse response, int times, HttpContext context) {
    return false;
  }
}
