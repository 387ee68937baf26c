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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report {@code merged.csv}, by far the longest. Rows of merges that stand as they stood are
 * copied from the file as it was written last; only the others are put into words.
 */
final class MergedFile {
  /**
   * So many merges are worded at a time, about 200 KB: G1 gives larger arrays regions of their own.
   */
  private static final int BLOCK = 1_000;

  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private @Nullable Written written;

  /**
   * The file as it was written: whose merges it tells, how long its rows are, and how it looked.
   */
  private record Written(Carried.Mark mark, long header, int[] rows, long size, FileTime time) {
    boolean isStillIn(Path file) throws IOException {
      return Files.isRegularFile(file)
          && Files.size(file) == size
          && Files.getLastModifiedTime(file).equals(time);
    }
  }

  MergedFile(Path file) {
    this.file = file;
  }

  /**
   * Replaces the file by one that tells of the outcome, unless it does so already.
   *
   * @throws ReportUnwritableException if it cannot be written; it stays as it was
   */
  void write(Outcome outcome) {
    Carried carried = outcome.carried();
    @Nullable Written before = intact();
    if (before != null && before.mark() == carried.mark()) {
      return;
    }
    Draft draft = new Draft(outcome.merges());
    boolean follows = before != null && before.mark() == carried.earlier();
    new ReportFile(file)
        .replaceWith(
            follows && before != null
                ? out -> draft.patch(before, carried.runs(), file, out)
                : draft::words);
    try {
      written =
          new Written(
              carried.mark(),
              draft.header,
              draft.rows,
              Files.size(file),
              Files.getLastModifiedTime(file));
    } catch (IOException e) {
      written = null; // somebody took it away; the next is written whole
    }
  }

  private @Nullable Written intact() {
    Written last = written;
    try {
      return last != null && last.isStillIn(file) ? last : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** A new content for the file. */
  private static final class Draft {
    private final List<Outcome.Stood> merges;

    /** By merge, how many bytes its row takes. */
    private final int[] rows;

    private long header;

    Draft(List<Outcome.Stood> merges) {
      this.merges = merges;
      this.rows = new int[merges.size()];
    }

    void words(OutputStream out) throws IOException {
      putHeader(out);
      words(0, merges.size(), out);
    }

    void patch(Written before, List<Carried.Run> runs, Path old, OutputStream to)
        throws IOException {
      OutputStream out = new BufferedOutputStream(to, BUFFER_BYTES);
      putHeader(out);
      byte[] buffer = new byte[BUFFER_BYTES];
      int next = 0;
      int row = 0;
      long at = before.header();
      try (FileChannel channel = FileChannel.open(old)) {
        for (Carried.Run run : runs) {
          words(next, run.from(), out);
          for (; row < run.was(); row++) {
            at += before.rows()[row];
          }
          long from = at;
          for (next = run.from(); next < run.from() + run.count(); next++) {
            rows[next] = before.rows()[row++];
            at += rows[next];
          }
          copy(channel, from, at, buffer, out);
        }
      }
      words(next, merges.size(), out);
      out.flush();
    }

    private static void copy(
        FileChannel channel, long from, long to, byte[] buffer, OutputStream out)
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

    private void putHeader(OutputStream out) throws IOException {
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
    }

    private void words(int from, int to, OutputStream out) throws IOException {
      Relay.run(
          (to - from + BLOCK - 1) / BLOCK,
          number -> block(from + number * BLOCK, Math.min(to, from + (number + 1) * BLOCK)),
          block -> block.writeTo(out));
    }

    /** A block of rows, for which a core needs nobody else. */
    private ByteArrayOutputStream block(int from, int to) {
      ByteArrayOutputStream block =
          new ByteArrayOutputStream(to - from < BLOCK ? 1 << 10 : BLOCK_BYTES);
      CsvText csv = new CsvText(block);
      try {
        long before = 0;
        for (int i = from; i < to; i++) {
          row(merges.get(i), csv);
          rows[i] = (int) (csv.length() - before);
          before = csv.length();
        }
        csv.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot fail to be written", e);
      }
      return block;
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
}
