package devicehub.intake;

/**
 * An input that cannot be read as a whole: wrong encoding, an open quote at the end, a login page
 * in place of data. No row of it is taken, since what is missing cannot be told.
 */
public final class UnreadableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String input;
  private final long line;
  private final String reason;

  /**
   * @param input the file or address as people know it
   * @param line where reading ended, 0 where lines do not apply
   */
  public UnreadableInputException(String input, long line, String reason) {
    super(input + (line > 0 ? ", line " + line : "") + ": " + reason);
    this.input = input;
    this.line = line;
    this.reason = reason;
  }

  public String input() {
    return input;
  }

  public long line() {
    return line;
  }

  public String reason() {
    return reason;
  }
}
