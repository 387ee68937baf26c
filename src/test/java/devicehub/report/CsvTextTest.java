package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.OwnerClaim;
import devicehub.device.RecordKey;
import devicehub.device.RecordText;
import devicehub.device.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What is copied from a record byte by byte reads as the string does that it stands for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@acme.example",
        "Doe, Jane",
        "a;b",
        "6\" tablet",
        "Zoë",
        "携帯",
        "-1",
        "=A1",
        "@b",
        " a",
        "a\tb",
        "a\u007f",
        "x\u0085"
      })
  void aRecordsTextIsWrittenAsItsString(String text) throws IOException {
    DeviceRecord record = record(text, List.of(OwnerClaim.of("boss@acme.example")));
    for (int i = 0; i < 7000; i++) {
      csv.cell(record, RecordText.ID)
          .cell(record, RecordText.DEVICE_ID)
          .cell(record, RecordText.MAILBOX)
          .cell(record, RecordText.OWNER)
          .endRow();
    }
    String copied = text();
    bytes.reset();
    for (int i = 0; i < 7000; i++) {
      csv.row(text, text + "1", text + "2", "boss@acme.example");
    }
    assertThat(copied).isEqualTo(text());
  }

  @Test
  void aRecordWithoutAnOwnerHasAnEmptyCell() throws IOException {
    csv.cell("a").cell(record("b", List.of()), RecordText.OWNER).cell("c").endRow();

    assertThat(text()).isEqualTo("a,,c\r\n");
  }

  private static DeviceRecord record(String text, List<OwnerClaim> owners) {
    return new DeviceRecord(
        new RecordKey("exchange", text),
        Side.MAIL,
        text + "1",
        text + "2",
        MailClient.NATIVE,
        List.of(),
        owners,
        Hardware.UNKNOWN,
        Lifecycle.ACTIVE,
        DeviceRecord.NEVER,
        DeviceRecord.NEVER,
        List.of());
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

  /**
   * What stood above is copied from there: its quotes and apostrophe with it, whatever came
   * between.
   */
  @Test
  void aCellIsWrittenTheSameWhateverStoodAboveIt() throws IOException {
    Random random = new Random(17);
    List<String> cells =
        List.of("exchange", "", "=1+1", "a,b", "6\" tablet", "Zoë", "携帯", "x".repeat(3_000));
    ByteArrayOutputStream fresh = new ByteArrayOutputStream();
    for (int row = 0; row < 3_000; row++) {
      CsvText single = new CsvText(fresh);
      for (int column = 0; column < 40; column++) {
        String cell = cells.get(random.nextInt(random.nextInt(cells.size()) + 1));
        csv.cell(cell);
        single.cell(new String(cell));
      }
      csv.endRow();
      single.endRow().flush();
    }
    assertThat(text()).isEqualTo(fresh.toString(StandardCharsets.UTF_8));
  }

  private String text() throws IOException {
    csv.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
