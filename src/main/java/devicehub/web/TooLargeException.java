package devicehub.web;

/** A body longer than {@code limits.bytes}. */
final class TooLargeException extends BadRequestException {
  private static final long serialVersionUID = 1L;

  TooLargeException(long limit) {
    super(413, "more than " + limit + " bytes, which is the most that one input may hold");
  }
}
