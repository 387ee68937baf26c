package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import devicehub.intake.Row;
import devicehub.intake.RowSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything a reader handed over, as text to compare with. */
final class Recording implements RowSink {
  /** Each header, its names joined by bars. */
  final List<String> headers = new ArrayList<>();

  /** Each row as {@code line: cell|cell}. */
  final List<String> rows = new ArrayList<>();

  /** Each unreadable row as {@code line: reason}. */
  final List<String> unreadable = new ArrayList<>();

  /** The text shown for each unreadable row. */
  final List<String> shown = new ArrayList<>();

  Page page = Page.NONE;

  static Recording of(FormatSpec spec, Set<String> wanted, byte[] input) {
    Recording recording = new Recording();
    try {
      recording.page =
          RowReaders.of(spec, wanted).read("devices", new ByteArrayInputStream(input), recording);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return recording;
  }

  static Recording csv(String input) {
    return of(FormatSpec.csv(), Set.of("id"), input.getBytes(UTF_8));
  }

  @Override
  public void columns(List<String> names) {
    headers.add(String.join("|", names));
  }

  @Override
  public void rows(List<? extends Row> batch) {
    for (Row row : batch) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.width(); i++) {
        cells.add(row.cell(i));
      }
      rows.add(row.line() + ": " + String.join("|", cells));
    }
  }

  @Override
  public void unreadable(long line, String reason, String value) {
    unreadable.add(line + ": " + reason);
    shown.add(value);
  }
}
