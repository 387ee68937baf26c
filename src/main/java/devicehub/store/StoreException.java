package devicehub.store;

import org.jspecify.annotations.Nullable;

/** The store could not be opened, read or written; the message is one line for an admin. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message + ": " + firstLine(cause), cause);
  }

  private static String firstLine(Throwable cause) {
    @Nullable String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }
}
