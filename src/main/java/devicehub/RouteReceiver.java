package devicehub;

import devicehub.inventory.Delivery;
import devicehub.inventory.Receipt;
import devicehub.inventory.Receiver;
import devicehub.web.UnavailableException;
import java.io.IOException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/** Hands deliveries to the route {@code direct:receive}, as the one thing in its message. */
final class RouteReceiver implements Receiver {
  /** Waits for no route that is not there. */
  private static final String ROUTE = "direct:receive?block=false";

  private final CamelHost camel;

  RouteReceiver(CamelHost camel) {
    this.camel = camel;
  }

  @Override
  public Receipt receive(Delivery delivery) throws IOException {
    try {
      if (!camel.context().isStarted()) {
        throw new UnavailableException("the hub is starting or stopping");
      }
      if (camel.hand(ROUTE, delivery) instanceof Receipt receipt) {
        return receipt;
      }
      throw new IllegalStateException("the route 'direct:receive' must end with the receipt");
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (DirectConsumerNotAvailableException e) {
      throw new UnavailableException("no route answers 'direct:receive'");
    } catch (Exception e) {
      throw new IllegalStateException("the route 'direct:receive' failed", e);
    }
  }
}
