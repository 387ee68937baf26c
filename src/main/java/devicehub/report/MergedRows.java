package devicehub.report;

import devicehub.cores.Relay;
import devicehub.decision.Carried;
import devicehub.decision.Merge;
import devicehub.decision.Outcome;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordText;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of {@code merged.csv} for some merges: put into words by all cores, or copied from where
 * they stand already. Columns are a promise, as those of {@link CsvReports} are.
 *
 * <pre>
 *   enrollment_feed,enrollment_id,mail_feed,mail_id,device_id,…,rule,authority,merged_at
 *   maas360,ApplD8DTH6RCIH86,exchange,jane@acme.example/JUQGG…E10,JUQGG…E10,…,exact-id,RULE,2026-…Z
 * </pre>
 */
final class MergedRows {
  /**
   * So many merges are worded at a time, about 200 KB: G1 gives larger arrays regions of their own.
   */
  private static final int BLOCK = 1_000;

  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BUFFER_BYTES = 1 << 18;

  private final List<Outcome.Stood> merges;
  private final int[] lengths;
  private long header;

  /**
   * Where in a file its rows are.
   *
   * @param header how many bytes the first row takes
   * @param rows how many bytes each merge's takes
   */
  record Layout(long header, int[] rows) {
    long size() {
      return header + IntStream.of(rows).asLongStream().sum();
    }
  }

  MergedRows(List<Outcome.Stood> merges) {
    this.merges = merges;
    this.lengths = new int[merges.size()];
  }

  /** Where the rows are in what was written. */
  Layout layout() {
    return new Layout(header, lengths);
  }

  /** Writes all rows, in words. */
  void write(OutputStream out) throws IOException {
    CsvText csv = begin(out);
    words(0, merges.size(), csv, out);
  }

  /**
   * Writes all rows, of which some are copied.
   *
   * @param earlier the file that has them
   * @param before where in it they are
   * @param runs which they are, and in which rows they stood
   */
  void write(FileChannel earlier, Layout before, List<Carried.Run> runs, OutputStream to)
      throws IOException {
    OutputStream out = new BufferedOutputStream(to, BUFFER_BYTES);
    CsvText csv = begin(out);
    byte[] buffer = new byte[BUFFER_BYTES];
    int next = 0;
    int row = 0;
    long at = before.header();
    for (Carried.Run run : runs) {
      words(next, run.from(), csv, out);
      for (; row < run.was(); row++) {
        at += before.rows()[row];
      }
      long from = at;
      for (next = run.from(); next < run.from() + run.count(); next++) {
        lengths[next] = before.rows()[row++];
        at += lengths[next];
      }
      copy(earlier, from, at, buffer, out);
    }
    words(next, merges.size(), csv, out);
    out.flush();
  }

  private static void copy(FileChannel channel, long from, long to, byte[] buffer, OutputStream out)
      throws IOException {
    for (long at = from; at < to; ) {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, to - at));
      int read = channel.read(bytes, at);
      if (read < 0) {
        throw new EOFException("the report of before ends at byte " + at);
      }
      out.write(buffer, 0, read);
      at += read;
    }
  }

  private CsvText begin(OutputStream out) throws IOException {
    CsvText csv = new CsvText(out);
    csv.row(
        "enrollment_feed",
        "enrollment_id",
        "mail_feed",
        "mail_id",
        "device_id",
        "mailbox",
        "owner",
        "rule",
        "authority",
        "merged_at");
    header = csv.length();
    csv.flush();
    return csv;
  }

  /**
   * Words some rows: a few, such as those between two runs, are no other core's concern.
   *
   * @param csv onto the same output
   */
  private void words(int from, int to, CsvText csv, OutputStream out) throws IOException {
    if (to - from < BLOCK) {
      put(from, to, csv);
      return;
    }
    Relay.run(
        (to - from + BLOCK - 1) / BLOCK,
        number -> block(from + number * BLOCK, Math.min(to, from + (number + 1) * BLOCK)),
        block -> block.writeTo(out));
  }

  /** A block of rows, for which a core needs nobody else. */
  private ByteArrayOutputStream block(int from, int to) {
    ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK_BYTES);
    try {
      put(from, to, new CsvText(block));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return block;
  }

  private void put(int from, int to, CsvText csv) throws IOException {
    for (int i = from; i < to; i++) {
      long before = csv.length();
      row(merges.get(i), csv);
      lengths[i] = (int) (csv.length() - before);
    }
    csv.flush();
  }

  private static void row(Outcome.Stood stood, CsvText csv) throws IOException {
    Merge merge = stood.merge();
    DeviceRecord enrollment = merge.enrollment();
    DeviceRecord mail = merge.mail();
    csv.cell(enrollment.feed())
        .cell(enrollment, RecordText.ID)
        .cell(mail.feed())
        .cell(mail, RecordText.ID)
        .cell(mail, RecordText.DEVICE_ID)
        .cell(mail, RecordText.MAILBOX)
        .cell(enrollment, RecordText.OWNER)
        .cell(merge.rule())
        .cell(merge.authority().name())
        .cell(stood.mergedAt())
        .endRow();
  }
}
