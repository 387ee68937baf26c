package devicehub.format;

/**
 * How much an input may hold before it is refused. The figures are far above any honest device
 * list, and low enough that no input fills the memory.
 *
 * @param rowLength characters in one row, line breaks inside quotes included
 * @param cellLength characters in one cell
 * @param columns cells in a header
 * @param rows rows in one input
 * @param depth levels of nesting in JSON and XML
 * @param bytes bytes of one input, after expansion
 */
public record Limits(int rowLength, int cellLength, int columns, long rows, int depth, long bytes) {
  public static final Limits DEFAULT = new Limits(1 << 20, 1 << 16, 512, 5_000_000, 64, 2L << 30);

  public Limits {
    if (rowLength < 1 || cellLength < 1 || columns < 1 || rows < 1 || depth < 1 || bytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
