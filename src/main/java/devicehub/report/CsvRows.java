package devicehub.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A report of many rows that spreadsheets and scripts read: its columns, then row by row. */
abstract class CsvRows implements RowText {
  private static final byte[] NOTHING = {};

  private final int rows;
  private final int block;
  private final byte[] head;

  CsvRows(int rows, int block, String... columns) {
    this.rows = rows;
    this.block = block;
    this.head = head(columns);
  }

  private static byte[] head(String... columns) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      new CsvText(head).row(columns).flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return head.toByteArray();
  }

  abstract void put(int row, CsvText csv) throws IOException;

  @Override
  public final int rows() {
    return rows;
  }

  @Override
  public final int block() {
    return block;
  }

  @Override
  public final byte[] head() {
    return head;
  }

  @Override
  public final byte[] between() {
    return NOTHING;
  }

  @Override
  public final byte[] foot() {
    return NOTHING;
  }

  private void put(int from, int to, CsvText csv, int[] lengths) throws IOException {
    for (int row = from; row < to; row++) {
      long before = csv.length();
      put(row, csv);
      lengths[row] = (int) (csv.length() - before);
    }
    csv.flush();
  }

  @Override
  public final Pen pen(OutputStream out) {
    CsvText csv = new CsvText(out);
    return (from, to, lengths) -> put(from, to, csv, lengths);
  }
}
