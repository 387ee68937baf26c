package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV as RFC 4180 has it. */
final class CsvTextTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CsvText csv = new CsvText(bytes);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          jane@acme.example | jane@acme.example
          Doe, Jane         | "Doe, Jane"
          a;b               | "a;b"
          6" tablet         | "6"" tablet"
          Zoë               | Zoë
          携帯, 1           | "携帯, 1"
          -1                | '-1
          =A1,B1            | "'=A1,B1"
          """)
  void aCellIsQuotedWhereItNeedsQuotes(String cell, String written) throws IOException {
    csv.cell(cell).endRow();

    assertThat(text()).isEqualTo(written + "\r\n");
  }

  @Test
  void rowsEndInCrLfAndEmptyCellsStayEmpty() throws IOException {
    csv.row("a", "", "c").row("", "", "").cell(17).cell(Instant.EPOCH).endRow();

    assertThat(text()).isEqualTo("a,,c\r\n,,\r\n17,1970-01-01T00:00:00Z\r\n");
  }

  @Test
  void timesAreCutToTheSecondAndRememberedWithoutMixingThemUp() throws IOException {
    Instant time = Instant.parse("2026-11-23T14:02:35.999Z");
    csv.cell(time).cell(time.plusSeconds(1024)).cell(time).endRow();

    assertThat(text())
        .isEqualTo("2026-11-23T14:02:35Z,2026-11-23T14:19:39Z,2026-11-23T14:02:35Z\r\n");
  }

  @Test
  void halfASurrogatePairIsReplacedAndAWholeOneKept() throws IOException {
    csv.row("\ud83d", "\ude00x", "😀");

    assertThat(text()).isEqualTo("\ufffd,\ufffdx,😀\r\n");
  }

  @Test
  void everyRowComesBackWhateverItsCellsHoldAndHoweverLongTheyAre() throws IOException {
    List<List<String>> rows =
        List.of(
            List.of("x".repeat(65_535), "y".repeat(65_536), "z".repeat(65_537)),
            List.of("é".repeat(40_000), "\"".repeat(70_000), "a,b;c\r\nd\te\u0000f"),
            List.of("", " ", "'"));
    for (int i = 0; i < 500; i++) {
      for (List<String> row : rows) {
        csv.row(row.toArray(String[]::new));
      }
    }

    List<List<String>> read;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().maxBufferSize(1 << 20).ofCsvRecord(text())) {
      read = reader.stream().map(CsvRecord::getFields).toList();
    }
    assertThat(read).hasSize(1_500);
    assertThat(read.subList(0, 3)).isEqualTo(rows);
    assertThat(read.subList(1_497, 1_500)).isEqualTo(rows);
  }

  private String text() throws IOException {
    csv.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
