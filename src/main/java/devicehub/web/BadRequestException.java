package devicehub.web;

import java.io.IOException;

/** A request that cannot be served as it is; the message is for whoever sent it. */
class BadRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  BadRequestException(int status, String reason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }

  int status() {
    return status;
  }

  @Override
  public String getMessage() {
    return reason;
  }
}
