package devicehub;

import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the store to come back before a message is taken in, which would otherwise be set aside
 * after a few tries as if it were at fault. Who waits holds up only what comes the same way.
 */
final class StoreWait {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWait.class);
  private static final long LOOK_MILLIS = 1_000;

  private final Supplier<Optional<String>> trouble;

  /**
   * @param trouble why the store does not answer; empty while it does
   */
  StoreWait(Supplier<Optional<String>> trouble) {
    this.trouble = trouble;
  }

  /**
   * Returns once the store answers.
   *
   * @return whether it had to be waited for
   * @throws InterruptedIOException if the hub stops before
   */
  boolean await() throws InterruptedIOException {
    boolean waited = false;
    try {
      for (Optional<String> now = trouble.get(); now.isPresent(); now = trouble.get()) {
        LOG.debug("waiting for the store: {}", now.get());
        waited = true;
        Thread.sleep(LOOK_MILLIS);
      }
      return waited;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while the store did not answer");
    }
  }
}
