package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our scanner and FastCSV find the same cells in the same lines. */
final class CsvPeerTest {
  private static final List<String> PIECES =
      List.of("\"", ",", "\n", "\r\n", "\r", " x", "a", "Doe", "😀", "'", "\\", ";", "\t.");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void agree(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      String text = write(random);
      List<String> theirs = new ArrayList<>();
      CsvReader.builder()
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .ofCsvRecord(text)
          .forEach(row -> theirs.add(shown(row)));

      List<String> ours = new ArrayList<>();
      Recording read =
          Recording.of(FormatSpec.csv().withDelimiter(","), Set.of(), text.getBytes(UTF_8));
      ours.add("1: " + read.headers.get(0));
      ours.addAll(read.rows);
      assertThat(ours).as(text).isEqualTo(theirs);
      assertThat(read.unreadable).isEmpty();
    }
  }

  private static String shown(CsvRecord row) {
    return row.getStartingLineNumber() + ": " + String.join("|", row.getFields());
  }

  private static String write(Random random) {
    StringWriter text = new StringWriter();
    int width = 1 + random.nextInt(5);
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(random.nextBoolean() ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
            .lineDelimiter(LineDelimiter.values()[random.nextInt(3)])
            .build(text);
    csv.writeRecord(IntStream.range(0, width).mapToObj(i -> "c" + i).toArray(String[]::new));
    for (int rows = random.nextInt(2500 / (1 + random.nextInt(100))); rows > 0; rows--) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        StringBuilder cell = new StringBuilder(i == 0 ? "k" : "");
        for (int n = random.nextInt(6); n > 0; n--) {
          cell.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        cells.add(cell.toString());
      }
      csv.writeRecord(cells);
    }
    flush(csv);
    return text.toString();
  }

  private static void flush(CsvWriter csv) {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
