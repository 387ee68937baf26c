package devicehub.format;

import devicehub.intake.Row;
import java.util.Arrays;

/** A row of values found here and there in a record. */
final class ValueRow implements Row {
  private final String[] cells;
  private final int width;
  private long line;
  private String fault = "";
  private int length;

  /**
   * @param width how many of the cells are the row's columns; others are the reader's own
   */
  ValueRow(int cells, int width) {
    this.cells = new String[cells];
    this.width = width;
    Arrays.fill(this.cells, "");
  }

  void begin(long startLine) {
    Arrays.fill(cells, "");
    line = startLine;
    fault = "";
    length = 0;
  }

  /**
   * Adds a value to some columns, below those already there.
   *
   * @throws BadInput if a cell grows beyond the limit
   */
  void add(int[] columns, String value, Limits limits) throws BadInput {
    if (hasLoneSurrogate(value)) {
      fault = "holds half a character (a lone surrogate)";
    } else if (value.indexOf('\0') >= 0) {
      fault = "holds a NUL character";
    }
    for (int column : columns) {
      String before = cells[column];
      if (before.length() + value.length() > limits.cellLength()) {
        throw new BadInput(line, "has a value of more than " + limits.cellLength() + " characters");
      }
      // Lists may hold many values, of which only filled ones say anything.
      cells[column] = before.isEmpty() ? value : value.isEmpty() ? before : before + "\n" + value;
      length += value.length();
    }
  }

  private static boolean hasLoneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  /** What makes the row unusable; empty if nothing does. */
  String fault() {
    return fault;
  }

  int length() {
    return length;
  }

  String shown(int most) {
    StringBuilder shown = new StringBuilder();
    for (String cell : cells) {
      if (!cell.isEmpty() && shown.length() < most) {
        shown.append(shown.isEmpty() ? "" : ",").append(cell);
      }
    }
    return shown.length() > most ? shown.substring(0, most) + "…" : shown.toString();
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public String cell(int column) {
    return column < width ? cells[column] : "";
  }

  /** A value by its place among all cells, the reader's own included. */
  String value(int cell) {
    return cells[cell];
  }

  @Override
  public int width() {
    return width;
  }
}
