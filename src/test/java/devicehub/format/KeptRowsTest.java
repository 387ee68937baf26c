package devicehub.format;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.intake.Row;
import devicehub.intake.RowSink;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class KeptRowsTest {
  private final List<String> told = new ArrayList<>();

  /** Says what it was handed, in order, whatever the batches were. */
  private final class Telling implements RowSink {
    @Override
    public void columns(List<String> names) {
      told.add("columns " + names);
    }

    @Override
    public void rows(List<? extends Row> batch) {
      for (Row row : batch) {
        told.add(row.line() + " " + IntStream.range(0, row.width()).mapToObj(row::cell).toList());
      }
    }

    @Override
    public void unreadable(long line, String reason, String value) {
      told.add(line + " " + reason + ": " + value);
    }
  }

  @Test
  void rowsReadAgainAsTheyCame() throws IOException {
    StringWriter text = new StringWriter();
    try (KeptRows rows = new KeptRows(text)) {
      for (RowSink each : List.of(new Telling(), rows)) {
        each.columns(List.of("Device ID", "Gerät;\"Name\""));
        each.rows(
            List.of(Row.of(2, "JUQGG", "a\nb\r\n\u2028"), Row.of(3), Row.of(4, "", "x", "y")));
        each.unreadable(5, "has 1 cells, not 2", "{\"columns\":[\"");
        each.rows(LongStream.range(6, 2_500).mapToObj(line -> Row.of(line, "ü😀")).toList());
        each.columns(List.of());
        each.rows(List.of(Row.of(2_501, "{\"line\":1}")));
      }
    }
    List<String> came = List.copyOf(told);
    told.clear();

    KeptRows.read(new StringReader(text.toString()), new Telling());
    assertThat(told).isEqualTo(came).hasSize(2_501);
  }

  @Test
  void noRowsAreNoText() throws IOException {
    KeptRows.read(new StringReader(""), new Telling());
    assertThat(told).isEmpty();
  }
}
