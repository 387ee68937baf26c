package devicehub.format;

import devicehub.intake.RowSink;
import java.util.ArrayList;
import java.util.List;

/** Up to a thousand rows of values, whose objects are used again for the next thousand. */
final class ValueBatch {
  private static final int SHOWN = 200;
  private static final int CHARACTERS = 1 << 20;

  private final RowSink sink;
  private final List<String> columns;
  private final int cells;
  private final Limits limits;
  private final List<ValueRow> rows = new ArrayList<>();
  private int size;
  private int characters;
  private long count;
  private boolean announced;

  /**
   * @param columns the names of the columns
   * @param cells how many cells the reader needs, its own included
   */
  ValueBatch(RowSink sink, List<String> columns, int cells, Limits limits) {
    this.sink = sink;
    this.columns = columns;
    this.cells = cells;
    this.limits = limits;
  }

  /** A row to fill; it counts only once it is {@link #add added}. */
  ValueRow begin(long line) {
    if (size == rows.size()) {
      rows.add(new ValueRow(cells, columns.size()));
    }
    ValueRow row = rows.get(size);
    row.begin(line);
    return row;
  }

  void add(ValueRow row) throws BadInput {
    if (!row.fault().isEmpty()) {
      unreadable(row.line(), row.fault(), row.shown(SHOWN));
      return;
    }
    count(row.line());
    announce();
    size++;
    characters += row.length();
    if (size == CsvBatch.ROWS || characters > CHARACTERS) {
      flush();
    }
  }

  void unreadable(long line, String reason, String value) throws BadInput {
    count(line);
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    sink.unreadable(line, reason, shown.replace('\n', ' ').replace('\r', ' ').replace('\0', ' '));
  }

  private void count(long line) throws BadInput {
    if (++count > limits.rows()) {
      throw new BadInput(line, "has more than " + limits.rows() + " records");
    }
  }

  private void announce() {
    if (!announced) {
      sink.columns(columns);
      announced = true;
    }
  }

  /** Hands over the rows gathered, if any. */
  void flush() {
    if (size > 0) {
      sink.rows(rows.subList(0, size));
    }
    size = 0;
    characters = 0;
  }
}
