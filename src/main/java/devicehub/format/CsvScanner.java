package devicehub.format;

import java.io.IOException;
import java.util.Arrays;

/**
 * Splits text into CSV rows and cells after RFC 4180, and tells in which line each row starts.
 *
 * <pre>
 *   a,"b, ""c""",d          three cells: a | b, "c" | d
 *   iPad 9.7" Pro,x         a quote inside a bare cell is a quote
 *   "Jane "JD" Doe",x       broken: reading goes on in the next line
 *   "half a cell            an open quote at the end breaks the whole input
 * </pre>
 *
 * <p>Why not FastCSV: behind a broken quote it cannot go on with the next line, so one careless
 * name would cost the whole feed. A test holds the two together on sound input.
 */
final class CsvScanner {
  /** What {@link #next} came upon. */
  enum Found {
    ROW,
    /** A line whose quotes are wrong; its cells mean nothing. */
    BROKEN,
    END
  }

  private static final int NO_MORE = -1;
  private static final int BROKEN = -2;

  private final TextInput in;
  private final Limits limits;
  private final ScannedRow row;
  private char delimiter = ',';
  private int at;
  private int end;
  private long line = 1;

  CsvScanner(TextInput in, Limits limits) {
    this.in = in;
    this.limits = limits;
    this.row = new ScannedRow(Math.min(1 << 15, limits.rowLength()), limits.columns());
  }

  /** Some text from the beginning, nothing of it taken yet. */
  String head() throws IOException {
    try {
      while (end < row.text.length - 1 && refill()) {
        // Readers hand over less than asked for.
      }
    } catch (BadInput later) {
      // Thrown again by whoever reads on to that place, and so knows its line.
    }
    return new String(row.text, 0, end);
  }

  /** Leaves out what stands before the header. */
  void begin(int skippedCharacters, int skippedLines, char withDelimiter) {
    at += skippedCharacters;
    line += skippedLines;
    delimiter = withDelimiter;
  }

  /** Goes on to the next row. */
  Found next() throws IOException {
    row.begin(at, line);
    if (at == end && !refill()) {
      return Found.END;
    }
    int stop = quoteAhead() ? quoted() : bare();
    while (stop == delimiter) {
      at++;
      stop = quoteAhead() ? quoted() : bare();
    }
    if (stop == BROKEN) {
      backToLineEnd();
      return Found.BROKEN;
    }
    row.length = at - row.start;
    row.isOpen = stop == NO_MORE;
    skipLineEnd();
    return Found.ROW;
  }

  /** The row come upon, until the next one is. */
  ScannedRow row() {
    return row;
  }

  /** Blanks before a quote do not count: {@code a, "b"} is written by hand. */
  private boolean quoteAhead() throws IOException {
    int blanks = 0;
    while (at + blanks < end || refill()) {
      char c = row.text[at + blanks];
      if (c != ' ') {
        at += c == '"' ? blanks : 0;
        return c == '"';
      }
      blanks++;
    }
    return false;
  }

  private int bare() throws IOException {
    int from = at - row.start;
    char[] chars = row.text;
    int stop = end;
    char separator = delimiter;
    int p = at;
    while (true) {
      while (p < stop) {
        char c = chars[p];
        if (c == separator || (c <= '\r' && isSpecial(c))) {
          at = p;
          add(line, from, p - row.start, false);
          return c;
        }
        p++;
      }
      at = p;
      if (!refill()) {
        add(line, from, at - row.start, false);
        return NO_MORE;
      }
      chars = row.text;
      stop = end;
      p = at;
    }
  }

  private boolean isSpecial(char c) {
    row.hasNul |= c == 0;
    return c == '\n' || c == '\r';
  }

  /** Reads a cell from its opening quote; ends behind the closing quote and blanks after it. */
  private int quoted() throws IOException {
    long opened = line;
    int from = ++at - row.start;
    boolean doubled = false;
    boolean afterReturn = false;
    while (true) {
      if (at == end && !refillQuoted(opened, from)) {
        throw new BadInput(
            opened, "the quote opened here is never closed; the input may be half-written");
      }
      int p = at;
      char[] chars = row.text;
      while (p < end && chars[p] > '\r' && chars[p] != '"') {
        p++;
      }
      afterReturn &= p == at;
      at = p;
      if (p == end) {
        continue;
      }
      char c = chars[at++];
      if (c == '"') {
        int to = at - 1 - row.start;
        if (at == end) {
          refill();
        }
        if (at < end && row.text[at] == '"') {
          doubled = true;
          at++;
        } else {
          add(opened, from, to, doubled);
          return afterQuote();
        }
      } else {
        if (c == '\r' || (c == '\n' && !afterReturn)) {
          line++;
        }
        row.hasNul |= c == 0;
      }
      afterReturn = c == '\r';
    }
  }

  private boolean refillQuoted(long opened, int from) throws IOException {
    if (line > opened && at - row.start - from > limits.cellLength()) {
      String open = "the quote opened here is still open after ";
      throw new BadInput(opened, open + limits.cellLength() + " characters");
    }
    return refill();
  }

  private int afterQuote() throws IOException {
    while (at < end || refill()) {
      char c = row.text[at];
      if (c != ' ') {
        return c == delimiter || c == '\n' || c == '\r' ? c : BROKEN;
      }
      at++;
    }
    return NO_MORE;
  }

  /**
   * A cell beyond its limit costs its row; one that spans lines besides may have swallowed other
   * rows for want of a quote, and nobody can tell where to go on.
   */
  private void add(long begun, int from, int to, boolean doubled) throws BadInput {
    if (to - from > limits.cellLength()) {
      if (line > begun) {
        throw new BadInput(
            row.line, ScannedRow.beyond(limits.cellLength()) + " over several lines");
      }
      row.isBeyond = true;
    }
    row.add(from, to, doubled);
  }

  /** Gives up on the row's first line only, however far an open quote has led astray. */
  private void backToLineEnd() throws IOException {
    at = row.start;
    line = row.line;
    while ((at < end || refill()) && row.text[at] != '\n' && row.text[at] != '\r') {
      at++;
    }
    row.length = at - row.start;
    skipLineEnd();
  }

  private void skipLineEnd() throws IOException {
    if (at == end) {
      return;
    }
    line++;
    // Looking for LF after CR may move the text; the row's bounds count from its start and hold.
    if (row.text[at++] == '\r' && (at < end || refill()) && row.text[at] == '\n') {
      at++;
    }
  }

  /** Reads more text behind what is there, keeping the row begun; false at the end. */
  private boolean refill() throws IOException {
    if (row.start > 0) {
      System.arraycopy(row.text, row.start, row.text, 0, end - row.start);
      at -= row.start;
      end -= row.start;
      row.start = 0;
    }
    if (row.text.length - end < 2) {
      if (row.text.length >= limits.rowLength()) {
        throw new BadInput(row.line, "is longer than " + limits.rowLength() + " characters");
      }
      row.text = Arrays.copyOf(row.text, Math.min(2 * row.text.length, limits.rowLength()));
    }
    try {
      int count = in.read(row.text, end, row.text.length - end);
      end += Math.max(count, 0);
      return count > 0;
    } catch (BadInput e) {
      throw e.inLine(line);
    }
  }
}
