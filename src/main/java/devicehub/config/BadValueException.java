package devicehub.config;

/** A text is not what its setting needs; the message continues "… is 'text', but ". */
final class BadValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadValueException(String needed) {
    super(needed);
  }
}
