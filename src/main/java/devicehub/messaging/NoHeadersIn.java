package devicehub.messaging;

import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsHeaderFilterStrategy;

/**
 * Lets no property of a message become a header of Camel's, which could steer the steps of a route:
 * who may write to a queue may not choose files, addresses and methods. A route that needs a
 * property reads it from the message.
 */
final class NoHeadersIn extends JmsHeaderFilterStrategy {
  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return true;
  }
}
