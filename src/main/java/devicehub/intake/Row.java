package devicehub.intake;

/**
 * One row as a format reader hands it over: text by column number, nothing interpreted.
 *
 * <p>Cells of a CSV line, or the values found at a feed's JSON paths; several values at one place
 * are joined by line feeds. A cell that is absent is the empty string.
 */
public interface Row {
  /** Where the row starts: the line in a text file, the record's ordinal from 1 otherwise. */
  long line();

  /** The text in a column, never null; empty beyond the row's end. */
  String cell(int column);

  /** How many cells the row really has, which may differ from the header's. */
  int width();

  /** A row of the given cells. */
  static Row of(long line, String... cells) {
    return new Row() {
      @Override
      public long line() {
        return line;
      }

      @Override
      public String cell(int column) {
        return column < cells.length ? cells[column] : "";
      }

      @Override
      public int width() {
        return cells.length;
      }
    };
  }
}
