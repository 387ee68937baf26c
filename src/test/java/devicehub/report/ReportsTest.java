package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The folder of reports, as other people's programs rely on it. */
@Isolated("changes the time zone and locale of the whole process")
final class ReportsTest {
  private static final List<String> FILES =
      List.of(
          "exceptions.csv",
          "exceptions.html",
          "exceptions.json",
          "merged.csv",
          "rejected.csv",
          "summary.json",
          "users.csv");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          exceptions.csv : exception_id,reason,side,feed,record_id,device_id,mailbox,owner,\
          manufacturer,model,platform,form_factor,last_seen,candidate_count,best_candidate,\
          opened_at,changed_at,settle_by
          merged.csv : enrollment_feed,enrollment_id,mail_feed,mail_id,device_id,mailbox,owner,\
          rule,authority,merged_at
          rejected.csv : feed,file,line,reason,value
          users.csv : username,email,bulk_device_count,mdm_device_count,exceptions
          """)
  void columnsAreAPromiseAndStandEvenWithoutRows(String file, String columns) throws IOException {
    write(Sample.company());
    assertThat(text(file)).startsWith(columns + "\r\n");

    write(nothing());
    assertThat(text(file)).isEqualTo(columns + "\r\n");
  }

  @Test
  void rowsTellWhatTheServersSay() throws IOException {
    write(
        Sample.data(
            Sample.outcome(
                List.of(
                    Sample.stood(
                        Sample.enrollment("ApplD8DTH6RCIH86", "jane@acme.example", "Apple", "iPad"),
                        Sample.mail("JUQGGDFC", "jane@acme.example", "Apple", "iPad"))),
                List.of(
                    Sample.referred(
                        Sample.referral(
                            Sample.mail("6F24CAD599A5", "Ola@acme.example", "", ""),
                            Reason.OWNER_HAS_NO_ENROLLMENT))))));

    assertThat(text("merged.csv"))
        .endsWith(
            "\r\nmaas360,ApplD8DTH6RCIH86,exchange,jane@acme.example/JUQGGDFC,JUQGGDFC,"
                + "jane@acme.example,jane@acme.example,exact-id,RULE,2026-11-21T08:00:00Z\r\n");
    assertThat(text("exceptions.csv"))
        .contains(
            ",OWNER_HAS_NO_ENROLLMENT,MAIL,exchange,Ola@acme.example/6F24CAD599A5,6F24CAD599A5,"
                + "Ola@acme.example,Ola@acme.example,,,,,2026-11-20T06:30:12Z,0,,"
                + "2026-11-21T08:00:00Z,2026-11-21T08:00:00Z,\"Merge by hand");
    assertThat(text("users.csv")).endsWith("\r\nola,ola@acme.example,1,0,1\r\n");
    assertThat(text("rejected.csv"))
        .endsWith("\r\nexchange,MobileDevices.csv,17,has no device id,no device id\r\n");
  }

  @Test
  void noFileStartsWithAByteOrderMark() throws IOException {
    write(Sample.company());

    for (String file : FILES) {
      assertThat(Files.readAllBytes(folder.resolve(file))[0]).as(file).isGreaterThan((byte) 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, en",
    "Europe/Berlin, de",
    "Pacific/Kiritimati, tr",
    "America/St_Johns, ar-EG-u-nu-arab",
    "Asia/Kolkata, hi-IN-u-nu-deva"
  })
  void theBytesAreTheSameWhereverTheHubRuns(String zone, String locale) {
    write(Sample.company());
    Map<String, byte[]> here = bytes();
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(locale));
      FILES.forEach(file -> assertThat(folder.resolve(file).toFile().delete()).isTrue());
      write(Sample.company());
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }

    assertThat(bytes()).containsExactlyEntriesOf(here);
  }

  @Test
  void aCycleThatDecidesNothingNewTouchesNoCsv() throws IOException {
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    write(Sample.company());
    for (String file : FILES) {
      Files.setLastModifiedTime(folder.resolve(file), longAgo);
    }

    write(later(Sample.company()));

    for (String file : FILES) {
      FileTime time = Files.getLastModifiedTime(folder.resolve(file));
      assertThat(time.equals(longAgo)).as(file).isEqualTo(file.endsWith(".csv"));
    }
    assertThat(text("exceptions.html")).contains("2026-11-23 14:04:35 UTC");
    assertThat(text("summary.json")).contains("\"lastMatchedAt\" : \"2026-11-23T14:04:35Z\"");
  }

  @Test
  void aFolderThatIsNoneIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("reports"), "no folder");

    assertThatThrownBy(() -> new Reports(file).write(Sample.company()))
        .isInstanceOf(ReportUnwritableException.class)
        .hasMessageStartingWith(file + " cannot be written: ");
  }

  @Test
  void aReportThatCannotBeReplacedIsNamedAndTheSummaryStaysOld() throws IOException {
    write(nothing());
    Files.delete(folder.resolve("merged.csv"));
    // Nothing can be renamed over a folder that holds something, root or not.
    Files.createDirectories(folder.resolve("merged.csv/in the way"));
    String summary = text("summary.json");

    assertThatThrownBy(() -> write(Sample.company()))
        .isInstanceOfSatisfying(
            ReportUnwritableException.class,
            e -> assertThat(e.file()).isEqualTo(folder.resolve("merged.csv").toString()));
    assertThat(text("summary.json")).isEqualTo(summary);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(FILES);
    assertThat(text("exceptions.csv").lines())
        .as("one in the way stops no other")
        .hasSizeGreaterThan(1);
  }

  @Test
  void everyReportThatCannotBeReplacedIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("merged.csv/in the way"));
    Files.createDirectories(folder.resolve("exceptions.csv/in the way"));

    assertThatThrownBy(() -> write(Sample.company()))
        .isInstanceOfSatisfying(
            ReportUnwritableException.class,
            e ->
                assertThat(Stream.concat(Stream.of(e), Stream.of(e.getSuppressed())))
                    .extracting(one -> ((ReportUnwritableException) one).file())
                    .containsExactlyInAnyOrder(
                        folder.resolve("merged.csv").toString(),
                        folder.resolve("exceptions.csv").toString()));
  }

  private static ReportData nothing() {
    ReportData data = Sample.data(Sample.outcome(List.of(), List.of()));
    return new ReportData(data.outcome(), data.directory(), List.of(), List.of());
  }

  /** The same company, matched anew two minutes later. */
  private static ReportData later(ReportData data) {
    CycleSummary s = data.outcome().summary();
    Outcome outcome =
        new Outcome(
            new CycleSummary(
                s.startedAt().plusSeconds(120),
                s.durationMillis(),
                false,
                0,
                0,
                0,
                0,
                0,
                s.mergedTotal() + s.exceptionsTotal(),
                s.mergedTotal(),
                s.exceptions(),
                s.tally()),
            data.outcome().merges(),
            data.outcome().exceptions());
    return new ReportData(outcome, data.directory(), data.feeds(), data.problems());
  }

  private void write(ReportData data) {
    new Reports(folder).write(data);
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private Map<String, byte[]> bytes() {
    Map<String, byte[]> bytes = new TreeMap<>();
    for (String file : FILES) {
      try {
        bytes.put(file, Files.readAllBytes(folder.resolve(file)));
      } catch (IOException e) {
        throw new AssertionError(file, e);
      }
    }
    return bytes;
  }
}
