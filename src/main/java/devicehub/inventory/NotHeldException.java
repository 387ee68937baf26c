package devicehub.inventory;

/** Somebody decided on a snapshot that is not held, or no longer. */
public final class NotHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotHeldException(HoldDecision decision) {
    super(
        "snapshot %d of feed %s is not held, or a newer one has taken force"
            .formatted(decision.snapshot(), decision.feed()));
  }
}
