package devicehub.format;

import devicehub.intake.Row;
import devicehub.intake.RowSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Up to a thousand CSV rows in two arrays, which are used again for the next thousand. */
final class CsvBatch {
  static final int ROWS = 1000;

  /** A batch of very long rows ends early, so that memory stays flat. */
  private static final int CHARACTERS = 1 << 20;

  private final RowSink sink;
  private final CsvMemory memory = new CsvMemory();
  private final List<CsvRow> rows = new ArrayList<>(ROWS);
  private char[] text = new char[1 << 16];
  private int[] bounds = new int[1 << 14];
  private int textEnd;
  private int boundsEnd;
  private int size;

  CsvBatch(RowSink sink) {
    this.sink = sink;
  }

  void add(ScannedRow row) {
    int length = row.length;
    int cells = row.kept();
    if (text.length - textEnd < length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, textEnd + length));
    }
    if (bounds.length - boundsEnd < 2 * cells) {
      bounds = Arrays.copyOf(bounds, Math.max(2 * bounds.length, boundsEnd + 2 * cells));
    }
    row.copyText(text, textEnd);
    row.copyBounds(bounds, boundsEnd, textEnd);
    if (size == rows.size()) {
      rows.add(new CsvRow());
    }
    CsvRow next = rows.get(size++);
    next.line = row.line;
    next.firstBound = boundsEnd;
    next.width = cells;
    textEnd += length;
    boundsEnd += 2 * cells;
    if (size == ROWS || textEnd >= CHARACTERS) {
      flush();
    }
  }

  /** Hands over the rows gathered, if any. */
  void flush() {
    if (size > 0) {
      sink.rows(size == rows.size() ? rows : rows.subList(0, size));
    }
    memory.turnPage();
    size = 0;
    textEnd = 0;
    boundsEnd = 0;
  }

  private final class CsvRow implements Row {
    private long line;
    private int firstBound;
    private int width;

    @Override
    public long line() {
      return line;
    }

    @Override
    public String cell(int column) {
      if (column >= width) {
        return "";
      }
      int from = bounds[firstBound + 2 * column];
      int to = bounds[firstBound + 2 * column + 1];
      return to < 0
          ? ScannedRow.cell(text, from, true, ~to)
          : memory.cell(column, text, from, to - from);
    }

    @Override
    public int width() {
      return width;
    }
  }
}
