package devicehub.polling;

/** A poll that cannot go on; nothing of it is taken, and the earlier snapshot stays in force. */
public final class PollFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PollFailedException(String message) {
    super(message);
  }
}
