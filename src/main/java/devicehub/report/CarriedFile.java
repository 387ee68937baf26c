package devicehub.report;

import devicehub.decision.Carried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report of many rows. Those that stand as they stood are copied from the file as it was written
 * last; only the others are put into words.
 */
final class CarriedFile {
  private final Path file;
  private @Nullable Written written;

  /** The file as it was written: what it tells of, where in it the rows are, and when. */
  private record Written(Carried.Mark mark, byte[] head, CarriedRows.Layout layout, FileTime time) {
    boolean tells(Carried.Mark now, byte[] headNow) {
      return mark == now && Arrays.equals(head, headNow);
    }

    boolean isStillIn(Path file) throws IOException {
      return Files.isRegularFile(file)
          && Files.size(file) == layout.size()
          && Files.getLastModifiedTime(file).equals(time);
    }
  }

  CarriedFile(Path file) {
    this.file = file;
  }

  /**
   * Replaces the file, unless it tells the same already.
   *
   * @param carried which of the rows are as they were
   * @throws ReportUnwritableException if it cannot be written; it stays as it was
   */
  void write(RowText text, Carried carried) {
    Written before = intact();
    if (before != null && before.tells(carried.mark(), text.head())) {
      return;
    }
    CarriedRows rows = new CarriedRows(text);
    List<Carried.Run> runs = before == null ? List.of() : runs(before, carried);
    new ReportFile(file)
        .replaceWith(
            before == null || runs.isEmpty()
                ? rows::write
                : out -> rows.write(before.layout(), runs, out));
    written = written(carried.mark(), text.head(), rows.layout());
  }

  /** What of the file of before is in the one to be written. */
  private static List<Carried.Run> runs(Written before, Carried carried) {
    if (before.mark() == carried.mark()) {
      return Carried.Run.all(before.layout().rows().length);
    }
    return before.mark() == carried.earlier() ? carried.runs() : List.of();
  }

  private @Nullable Written written(Carried.Mark mark, byte[] head, CarriedRows.Layout layout) {
    try {
      return new Written(mark, head, layout, Files.getLastModifiedTime(file));
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
