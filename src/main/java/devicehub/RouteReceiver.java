package devicehub;

import devicehub.inventory.Delivery;
import devicehub.inventory.Receipt;
import devicehub.inventory.Receiver;
import devicehub.store.LedElsewhereException;
import devicehub.store.StoreException;
import devicehub.web.UnavailableException;
import java.io.IOException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands deliveries to the route {@code direct:receive}, as the one thing in its message. */
final class RouteReceiver implements Receiver {
  private static final Logger LOG = LoggerFactory.getLogger(RouteReceiver.class);

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
    } catch (StoreException | LedElsewhereException e) {
      LOG.warn("a delivery was not taken: {}", CamelHost.cause(e));
      throw new UnavailableException("the hub's store cannot be written; nothing was taken");
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (DirectConsumerNotAvailableException e) {
      throw new UnavailableException("no route answers 'direct:receive'");
    } catch (Exception e) {
      throw new IllegalStateException("the route 'direct:receive' failed", e);
    }
  }
}
