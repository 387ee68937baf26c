package devicehub.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each no longer than a row may be. */
final class Lines {
  private final TextInput in;
  private final int limit;
  private final char[] text = new char[1 << 14];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private long number;
  private boolean afterReturn;
  private boolean open;

  Lines(TextInput in, Limits limits) {
    this.in = in;
    this.limit = limits.rowLength();
  }

  /** The line last read, counted from 1. */
  long number() {
    return number;
  }

  /** Whether the input ended with the line last read, and not with that line's end. */
  boolean isOpen() {
    return open;
  }

  /** The next line without its end; null behind the last. */
  @Nullable String next() throws IOException {
    number++;
    line.setLength(0);
    while (at < end || fill()) {
      if (afterReturn && text[at] == '\n') {
        at++;
      }
      afterReturn = false;
      int from = at;
      while (at < end && text[at] != '\n' && text[at] != '\r') {
        at++;
      }
      line.append(text, from, at - from);
      if (line.length() > limit) {
        throw new BadInput(number, "is longer than " + limit + " characters");
      }
      if (at < end) {
        afterReturn = text[at++] == '\r';
        return line.toString();
      }
    }
    open = !line.isEmpty();
    return open ? line.toString() : null;
  }

  private boolean fill() throws IOException {
    try {
      at = 0;
      end = Math.max(in.read(text, 0, text.length), 0);
      return end > 0;
    } catch (BadInput e) {
      throw e.inLine(number);
    }
  }
}
