package devicehub.decision;

import java.util.Optional;

/**
 * A step in an exception's life, owed to the queue.
 *
 * @param referral what people are told now; empty once cleared
 */
public record ExceptionChange(Event event, OpenException exception, Optional<Referral> referral) {
  /** The step taken. */
  public enum Event {
    OPENED,
    CHANGED,
    CLEARED
  }
}
