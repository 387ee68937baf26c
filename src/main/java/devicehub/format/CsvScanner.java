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
 * <p>Why not a library's parser: after a broken quote none of them finds back to the next line, so
 * one careless name would cost the feed. Cells are not made into strings here; most columns of an
 * export are never asked for.
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
  private char delimiter = ',';

  private char[] text;
  private int start;
  private int at;
  private int end;
  private long line = 1;

  private long firstLine = 1;
  private int length;
  private int width;
  private boolean nul;

  /** From and to of each cell, from the row's start; a negative "to" marks doubled quotes. */
  private int[] bounds = new int[64];

  CsvScanner(TextInput in, Limits limits) {
    this.in = in;
    this.limits = limits;
    this.text = new char[Math.min(1 << 15, limits.rowLength())];
  }

  /** Some text from the beginning, nothing of it taken yet. */
  String head() throws IOException {
    try {
      while (end < text.length - 1 && refill()) {
        // Readers hand over less than asked for.
      }
    } catch (BadInput later) {
      // Thrown again by whoever reads on to that place, and so knows its line.
    }
    return new String(text, 0, end);
  }

  /** Leaves out what stands before the header. */
  void begin(int skippedCharacters, int skippedLines, char withDelimiter) {
    at += skippedCharacters;
    line += skippedLines;
    delimiter = withDelimiter;
  }

  /** Goes on to the next row. */
  Found next() throws IOException {
    start = at;
    firstLine = line;
    width = 0;
    nul = false;
    if (at == end && !refill()) {
      return Found.END;
    }
    int stop;
    do {
      stop = quoteAhead() ? quoted() : bare();
      if (stop == delimiter) {
        at++;
      }
    } while (stop == delimiter);
    if (stop == BROKEN) {
      backToLineEnd();
      return Found.BROKEN;
    }
    length = at - start;
    skipLineEnd();
    return Found.ROW;
  }

  /** Where the row starts, counted from 1. */
  long line() {
    return firstLine;
  }

  int width() {
    return width;
  }

  boolean hasNul() {
    return nul;
  }

  /** Whether all cells are empty. */
  boolean isEmpty() {
    for (int i = 0; i < stored(); i++) {
      int from = bounds[2 * i];
      int to = bounds[2 * i + 1];
      for (int p = from; p < (to < 0 ? ~to : to); p++) {
        if (text[start + p] != ' ') {
          return false;
        }
      }
    }
    return width <= stored();
  }

  String cell(int i) {
    return cell(text, start + bounds[2 * i], bounds[2 * i + 1] < 0, cellEnd(i));
  }

  private int cellEnd(int i) {
    int to = bounds[2 * i + 1];
    return start + (to < 0 ? ~to : to);
  }

  /** A cell of the text; {@code doubled} where quotes stand in it twice. */
  static String cell(char[] text, int from, boolean doubled, int to) {
    String cell = from == to ? "" : new String(text, from, to - from);
    return doubled ? cell.replace("\"\"", "\"") : cell;
  }

  /** The first and the last letter of a cell, in one number; 0 if it is empty. */
  int ends(int i) {
    int from = start + bounds[2 * i];
    int to = cellEnd(i);
    return from == to ? 0 : text[from] << 16 | text[to - 1];
  }

  /** The row as it stands, at most so many characters of it. */
  String shown(int most) {
    String row = new String(text, start, Math.min(length, most));
    row = row.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
    return length > most ? row + "…" : row;
  }

  /** How long the row is, in characters. */
  int length() {
    return length;
  }

  /** How many of its cells are known, which is not all where there are too many. */
  int stored() {
    return Math.min(width, limits.columns());
  }

  void copyText(char[] to, int offset) {
    System.arraycopy(text, start, to, offset, length);
  }

  /** Copies the cells' bounds, moved so that they fit text copied to {@code offset}. */
  void copyBounds(int[] to, int index, int offset) {
    for (int i = 0; i < 2 * stored(); i++) {
      int bound = bounds[i];
      to[index + i] = bound < 0 ? bound - offset : bound + offset;
    }
  }

  /** Blanks before a quote do not count: {@code a, "b"} is written by hand. */
  private boolean quoteAhead() throws IOException {
    int p = at;
    while (true) {
      if (p == end) {
        int gone = p - start;
        if (!refill()) {
          return false;
        }
        p = start + gone;
      }
      if (text[p] == '"') {
        at = p;
        return true;
      }
      if (text[p] != ' ') {
        return false;
      }
      p++;
    }
  }

  private int bare() throws IOException {
    int from = at - start;
    char[] chars = text;
    int stop = end;
    char separator = delimiter;
    int p = at;
    while (true) {
      while (p < stop) {
        char c = chars[p];
        if (c == separator || c <= '\r' && isSpecial(c)) {
          at = p;
          add(from, p - start, false);
          return c;
        }
        p++;
      }
      at = p;
      if (!refill()) {
        add(from, at - start, false);
        return NO_MORE;
      }
      chars = text;
      stop = end;
      p = at;
    }
  }

  private boolean isSpecial(char c) {
    nul |= c == 0;
    return c == '\n' || c == '\r';
  }

  /** Reads a cell from its opening quote; ends behind the closing quote and blanks after it. */
  private int quoted() throws IOException {
    long opened = line;
    int from = ++at - start;
    boolean doubled = false;
    boolean afterReturn = false;
    while (true) {
      if (at == end && !refillQuoted(opened, from)) {
        throw new BadInput(
            opened, "the quote opened here is never closed; the input may be half-written");
      }
      char c = text[at++];
      if (c == '"') {
        int to = at - 1 - start;
        if (at == end) {
          refill();
        }
        if (at < end && text[at] == '"') {
          doubled = true;
          at++;
        } else {
          add(from, to, doubled);
          return afterQuote();
        }
      } else if (c <= '\r') {
        if (c == '\r' || c == '\n' && !afterReturn) {
          line++;
        }
        nul |= c == 0;
      }
      afterReturn = c == '\r';
    }
  }

  private boolean refillQuoted(long opened, int from) throws IOException {
    if (at - start - from > limits.cellLength()) {
      throw new BadInput(
          opened,
          "the quote opened here is still open after " + limits.cellLength() + " characters");
    }
    return refill();
  }

  private int afterQuote() throws IOException {
    while (at < end || refill()) {
      char c = text[at];
      if (c == delimiter || c == '\n' || c == '\r') {
        return c;
      }
      if (c != ' ') {
        return BROKEN;
      }
      at++;
    }
    return NO_MORE;
  }

  private void add(int from, int to, boolean doubled) throws BadInput {
    if (to - from > limits.cellLength()) {
      throw new BadInput(
          firstLine, "has a cell of more than " + limits.cellLength() + " characters");
    }
    if (width < limits.columns()) {
      if (2 * width == bounds.length) {
        bounds = Arrays.copyOf(bounds, 4 * width);
      }
      bounds[2 * width] = from;
      bounds[2 * width + 1] = doubled ? ~to : to;
    }
    width++;
  }

  /** Gives up on the row's first line only, however far an open quote has led astray. */
  private void backToLineEnd() throws IOException {
    at = start;
    line = firstLine;
    while ((at < end || refill()) && text[at] != '\n' && text[at] != '\r') {
      at++;
    }
    length = at - start;
    skipLineEnd();
  }

  private void skipLineEnd() throws IOException {
    if (at == end) {
      return;
    }
    line++;
    // Looking for LF after CR may move the text; the row moves along, so its bounds still hold.
    if (text[at++] == '\r' && (at < end || refill()) && text[at] == '\n') {
      at++;
    }
  }

  /** Reads more text behind what is there, keeping the row begun; false at the end. */
  private boolean refill() throws IOException {
    if (start > 0) {
      System.arraycopy(text, start, text, 0, end - start);
      at -= start;
      end -= start;
      start = 0;
    }
    if (text.length - end < 2) {
      if (text.length >= limits.rowLength()) {
        throw new BadInput(firstLine, "is longer than " + limits.rowLength() + " characters");
      }
      text = Arrays.copyOf(text, Math.min(2 * text.length, limits.rowLength()));
    }
    try {
      int count = in.read(text, end, text.length - end);
      end += Math.max(count, 0);
      return count > 0;
    } catch (BadInput e) {
      throw e.inLine(line);
    }
  }
}
