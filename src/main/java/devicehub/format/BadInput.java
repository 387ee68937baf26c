package devicehub.format;

import java.io.IOException;

/**
 * Why an input cannot be read as a whole. An {@link IOException}, so that it passes through parsers
 * unharmed; {@link RowReaders} adds the input's name.
 */
final class BadInput extends IOException {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final String reason;

  BadInput(long line, String reason) {
    super(reason);
    this.line = line;
    this.reason = reason;
  }

  /** The line at fault, 0 where it is not known. */
  long line() {
    return line;
  }

  String reason() {
    return reason;
  }

  /** This failure, placed in a line if it has none yet. */
  BadInput inLine(long known) {
    return line > 0 ? this : new BadInput(known, reason);
  }
}
