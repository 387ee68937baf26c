package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Tally;
import devicehub.directory.Directory;
import devicehub.intake.FeedRole;
import devicehub.inventory.Counts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cycle came to, told to programs and on the console in the same numbers. */
final class SummaryTest {
  private static final CycleSummary SUMMARY =
      new CycleSummary(
          Sample.MATCHED,
          125_400,
          true,
          3,
          1,
          5,
          2,
          4,
          1_200,
          1_150,
          Map.of(Reason.AMBIGUOUS_ID, 40, Reason.NO_OWNER, 12),
          new Tally(1_203, 1_212, 1_198, 5, 7, 11, 10));

  private static final ReportData DATA =
      new ReportData(
          new Outcome(SUMMARY, List.of(), List.of()), Directory.empty(), Sample.feeds(), List.of());

  @Test
  void everyRowThatCameInIsAccountedFor() throws IOException {
    JsonNode feeds = json(DATA).get("feeds");

    assertThat(feeds).hasSize(3);
    for (JsonNode feed : feeds) {
      assertThat(feed.get("rowsIn").longValue())
          .as(feed.get("name").textValue())
          .isEqualTo(
              feed.get("accepted").longValue()
                  + feed.get("duplicate").longValue()
                  + feed.get("rejected").longValue()
                  + feed.get("ignored").longValue()
                  + feed.get("held").longValue());
    }
  }

  @Test
  void aProgramFindsTheCycleTheRecordsAndTheFeeds() throws IOException {
    JsonNode json = json(DATA);

    assertThat(json.at("/lastMatchedAt").textValue()).isEqualTo("2026-11-23T14:02:35Z");
    assertThat(json.get("cycle").toString())
        .isEqualTo(
            "{\"merged\":3,\"retracted\":1,\"opened\":5,\"changed\":2,\"cleared\":4,"
                + "\"unchanged\":1200,\"durationMillis\":125400,\"mergedTotal\":1150,"
                + "\"exceptionsTotal\":52,"
                + "\"exceptionsByReason\":{\"NO_OWNER\":12,\"AMBIGUOUS_ID\":40}}");
    assertThat(json.get("records").toString())
        .isEqualTo(
            "{\"enrollments\":1203,\"mails\":1212,\"devices\":1198,\"superseded\":5,\"retired\":7,"
                + "\"withoutMail\":11,\"excluded\":10}");
    assertThat(json.at("/feeds/1").toString())
        .isEqualTo(
            "{\"name\":\"maas360\",\"role\":\"ENROLLMENT\",\"state\":\"held\","
                + "\"takenAt\":\"2026-11-23T14:00:00Z\","
                + "\"inputs\":[\"https://services.example/devices?page=1\"],\"rowsIn\":120,"
                + "\"accepted\":0,\"duplicate\":0,\"rejected\":0,\"ignored\":0,\"held\":120,"
                + "\"trouble\":\"120 devices are 41 % fewer than usual; release or discard the"
                + " snapshot.\"}");
    assertThat(json.at("/feeds/2/takenAt").isNull()).isTrue();
  }

  @Test
  void theConsoleShowsTheSameNumbers() {
    assertThat(SummaryText.of(DATA))
        .isEqualTo(
            """
            Matched at 2026-11-23 14:02:35 UTC in 2 min 5 s: 3 pairs merged, 1 retracted; \
            5 exceptions opened, 2 changed, 4 cleared; 1,200 unchanged. \
            Standing: 1,150 merged pairs, 52 exceptions.

            Merged pairs                      1,150
            Exceptions                           52
              NO_OWNER                           12
              AMBIGUOUS_ID                       40
            Mail records                      1,212  (10 excluded)
            Enrolments                        1,203  (1,198 devices, 11 of them without mail; \
            5 superseded; 7 retired)

            Feeds
              exchange  mail        in force     212 rows in = 203 accepted + 1 duplicate + \
            2 rejected + 6 ignored + 0 held
              maas360   enrollment  held         120 rows in = 0 accepted + 0 duplicate + \
            0 rejected + 0 ignored + 120 held
                        ! 120 devices are 41 % fewer than usual; release or discard the snapshot.
              people    directory   no data yet  0 rows in = 0 accepted + 0 duplicate + \
            0 rejected + 0 ignored + 0 held
            """);
  }

  @Test
  void aQuietCycleIsOneShortLine() {
    CycleSummary quiet =
        new CycleSummary(
            Sample.MATCHED,
            49,
            false,
            0,
            0,
            0,
            0,
            0,
            2,
            1,
            Map.of(Reason.NO_OWNER, 1),
            SUMMARY.tally());

    assertThat(SummaryText.line(new Outcome(quiet, List.of(), List.of())))
        .isEqualTo(
            "Matched at 2026-11-23 14:02:35 UTC in 0.0 s: nothing changed."
                + " Standing: 1 merged pair, 1 exception.");
  }

  @Test
  void whatAServerSaidMovesNoCursor() {
    FeedReport hostile =
        new FeedReport(
            "exchange",
            FeedRole.MAIL,
            "failed",
            Optional.empty(),
            List.of(),
            Counts.NONE,
            "bad\u001b[2J\r\nall is well");
    ReportData data =
        new ReportData(DATA.outcome(), Directory.empty(), List.of(hostile), List.of());

    assertThat(SummaryText.of(data)).endsWith("! bad [2J  all is well\n");
  }

  private static JsonNode json(ReportData data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonReports.summary(data, bytes);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }
}
