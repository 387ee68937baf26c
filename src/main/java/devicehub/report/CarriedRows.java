package devicehub.report;

import devicehub.cores.Relay;
import devicehub.decision.Carried;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a report, put into words by all cores, or copied from where they stand already. */
final class CarriedRows {
  private static final int BLOCK_BYTES = 1 << 18;

  private final RowText text;
  private final byte[] between;
  private final int[] lengths;

  /**
   * Where in a file its rows are.
   *
   * @param head how many bytes stand before the first row
   * @param between how many between any two
   * @param rows how many bytes each of them takes
   * @param foot how many bytes stand behind the last
   */
  record Layout(int head, int between, int[] rows, int foot) {
    long size() {
      return head
          + foot
          + IntStream.of(rows).asLongStream().sum()
          + (long) between * Math.max(0, rows.length - 1);
    }
  }

  CarriedRows(RowText text) {
    this.text = text;
    this.between = text.between();
    this.lengths = new int[text.rows()];
  }

  /** Where the rows are in what was written. */
  Layout layout() {
    return new Layout(text.head().length, between.length, lengths, text.foot().length);
  }

  /** Writes all rows, in words. */
  void write(OutputStream out) throws IOException {
    out.write(text.head());
    words(0, text.rows(), text.pen(out), out);
    out.write(text.foot());
  }

  /**
   * Writes all rows, of which some are copied.
   *
   * @param before where in the file to be replaced they are
   * @param runs which they are, and in which rows they stood
   */
  void write(Layout before, List<Carried.Run> runs, FileOutput out) throws IOException {
    RowText.Pen pen = text.pen(out);
    out.write(text.head());
    int next = 0;
    int row = 0;
    long at = before.head();
    for (Carried.Run run : runs) {
      words(next, run.from(), pen, out);
      for (; row < run.was(); row++) {
        at += before.rows()[row] + before.between();
      }
      long from = at;
      for (next = run.from(); next < run.from() + run.count(); next++) {
        lengths[next] = before.rows()[row++];
        at += lengths[next] + before.between();
      }
      if (run.from() > 0) {
        out.write(between);
      }
      out.copy(from, at - before.between());
    }
    words(next, text.rows(), pen, out);
    out.write(text.foot());
  }

  /**
   * Words some rows: a few, such as those between two runs, are no other core's concern.
   *
   * @param pen onto the same output, for those few
   */
  private void words(int from, int to, RowText.Pen pen, OutputStream out) throws IOException {
    int block = text.block();
    if (to - from < block) {
      pen.put(from, to, lengths);
      return;
    }
    Relay.run(
        (to - from + block - 1) / block,
        number -> block(from + number * block, Math.min(to, from + (number + 1) * block)),
        bytes -> bytes.writeTo(out));
  }

  /** A block of rows, for which a core needs nobody else. */
  private ByteArrayOutputStream block(int from, int to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BLOCK_BYTES);
    try {
      text.pen(bytes).put(from, to, lengths);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes;
  }
}
