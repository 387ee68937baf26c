package devicehub.web;

import java.io.IOException;

/** The hub cannot take a delivery now, but may soon; the message says why. */
public final class UnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public UnavailableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    return reason;
  }
}
