package devicehub.inventory;

import java.io.IOException;

/** Takes deliveries in. */
@FunctionalInterface
public interface Receiver {
  /**
   * Takes one delivery in, whole or not at all. The same content twice changes nothing.
   *
   * @throws IOException if the content could not be received to its end, or not be kept
   */
  Receipt receive(Delivery delivery) throws IOException;
}
