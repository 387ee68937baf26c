package devicehub.format;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The row a scanner stands at, still in the scanner's memory: where its cells begin and end. Cells
 * become strings only when asked for; most columns of an export never are.
 */
final class ScannedRow {
  /** The scanner's text, of which this row is a part. */
  char[] text;

  int start;
  int length;

  /** Where the row starts, counted from 1. */
  long line = 1;

  boolean hasNul;

  /** Whether the input ends with the row, and not with the end of its line. */
  boolean isOpen;

  /** Whether a cell is longer than cells may be. */
  boolean isBeyond;

  private final int columns;
  private int width;

  /** From and to of each cell, from the row's start; a negative "to" marks doubled quotes. */
  private int[] bounds = new int[64];

  /**
   * @param columns how many cells are kept, however many there are
   */
  ScannedRow(int textSize, int columns) {
    this.text = new char[textSize];
    this.columns = columns;
  }

  void begin(int at, long startLine) {
    start = at;
    line = startLine;
    width = 0;
    hasNul = false;
    isBeyond = false;
    isOpen = false;
  }

  static String beyond(int cellLength) {
    return "has a cell of more than " + cellLength + " characters";
  }

  void add(int from, int to, boolean doubled) {
    if (width < columns) {
      if (2 * width == bounds.length) {
        bounds = Arrays.copyOf(bounds, 4 * width);
      }
      bounds[2 * width] = from;
      bounds[2 * width + 1] = doubled ? ~to : to;
    }
    width++;
  }

  /** How many cells there are, also where they are too many to be kept. */
  int width() {
    return width;
  }

  /** How many cells are kept. */
  int kept() {
    return Math.min(width, columns);
  }

  String cell(int i) {
    return cell(text, start + bounds[2 * i], bounds[2 * i + 1] < 0, end(i));
  }

  private int end(int i) {
    int to = bounds[2 * i + 1];
    return start + (to < 0 ? ~to : to);
  }

  /** A cell of some text; {@code doubled} where quotes stand in it twice. */
  static String cell(char[] text, int from, boolean doubled, int to) {
    String cell = from == to ? "" : new String(text, from, to - from);
    return doubled ? cell.replace("\"\"", "\"") : cell;
  }

  /** The first and the last letter of a cell, in one number; 0 if it is empty. */
  int ends(int i) {
    int from = start + bounds[2 * i];
    int to = end(i);
    return from == to ? 0 : (text[from] << 16) | text[to - 1];
  }

  /** Whether any letter of a cell is such a one. */
  boolean holds(int i, IntPredicate letter) {
    int to = end(i);
    for (int at = start + bounds[2 * i]; at < to; at++) {
      if (letter.test(text[at])) {
        return true;
      }
    }
    return false;
  }

  /** Whether all cells are empty or blank. */
  boolean isEmpty() {
    for (int i = 0; i < kept(); i++) {
      int to = end(i);
      for (int at = start + bounds[2 * i]; at < to; at++) {
        if (text[at] != ' ') {
          return false;
        }
      }
    }
    return width == kept();
  }

  /** The row as it stands, at most so many characters of it. */
  String shown(int most) {
    String row = new String(text, start, Math.min(length, most));
    row = row.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
    return length > most ? row + "…" : row;
  }

  void copyText(char[] to, int offset) {
    System.arraycopy(text, start, to, offset, length);
  }

  /** Copies the cells' bounds, moved so that they fit text copied to {@code offset}. */
  void copyBounds(int[] to, int index, int offset) {
    for (int i = 0; i < 2 * kept(); i++) {
      int bound = bounds[i];
      to[index + i] = bound < 0 ? bound - offset : bound + offset;
    }
  }
}
