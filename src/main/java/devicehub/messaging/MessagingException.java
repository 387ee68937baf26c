package devicehub.messaging;

import org.jspecify.annotations.Nullable;

/** A broker could not be started or reached; the message is one line for an admin. */
public final class MessagingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MessagingException(String message, Throwable cause) {
    super(message + ": " + oneLine(cause), cause);
  }

  /** The first line of the message at the root of a trouble. */
  static String oneLine(Throwable trouble) {
    Throwable root = trouble;
    for (@Nullable Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    @Nullable String message = root.getMessage();
    return message == null || message.isBlank()
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }
}
