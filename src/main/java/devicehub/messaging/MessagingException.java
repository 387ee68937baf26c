package devicehub.messaging;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** A broker could not be started or reached; the message is one line for an admin. */
public final class MessagingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MessagingException(String message, Throwable cause) {
    super(message + ": " + oneLine(cause), cause);
  }

  MessagingException(String message) {
    super(message);
  }

  /** The first line of the message at the root of a trouble. */
  static String oneLine(Throwable trouble) {
    Throwable root = trouble;
    boolean certificate = false;
    for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      root = cause;
      // Its message is of signatures and paths, and does not say what it is about.
      certificate |= cause instanceof GeneralSecurityException;
    }
    @Nullable String message = root.getMessage();
    String line =
        message == null || message.isBlank()
            ? root.getClass().getSimpleName()
            : message.lines().findFirst().orElse(message);
    return certificate ? "the broker's certificate is refused: " + line : line;
  }
}
