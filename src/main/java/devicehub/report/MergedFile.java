package devicehub.report;

import devicehub.decision.Carried;
import devicehub.decision.Outcome;
import java.io.IOException;
import java.io.OutputStream;
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
  private final Path file;
  private @Nullable Written written;

  /** The file as it was written: whose merges it tells, where in it their rows are, and when. */
  private record Written(Carried.Mark mark, MergedRows.Layout layout, FileTime time) {
    boolean isStillIn(Path file) throws IOException {
      return Files.isRegularFile(file)
          && Files.size(file) == layout.size()
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
    Written before = intact();
    if (before != null && before.mark() == carried.mark()) {
      return;
    }
    MergedRows rows = new MergedRows(outcome.merges());
    new ReportFile(file)
        .replaceWith(
            before != null && before.mark() == carried.earlier()
                ? out -> copy(rows, before.layout(), carried.runs(), out)
                : rows::write);
    written = written(carried.mark(), rows.layout());
  }

  private void copy(
      MergedRows rows, MergedRows.Layout before, List<Carried.Run> runs, OutputStream out)
      throws IOException {
    try (FileChannel earlier = FileChannel.open(file)) {
      rows.write(earlier, before, runs, out);
    }
  }

  private @Nullable Written written(Carried.Mark mark, MergedRows.Layout layout) {
    try {
      return new Written(mark, layout, Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return null; // somebody took it away: the next is written whole
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
}
