package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A feed that is suddenly short changes nothing until a person says so. */
class HoldTest {
  @TempDir Path folder;
  private HubRun hub;
  private List<String> export = List.of();
  private String merged = "";
  private String exceptions = "";

  @BeforeEach
  void aHubThatTookTheSampleCompany() throws IOException {
    hub = new HubRun(folder);
    export = Files.readAllLines(hub.config.resolve("samples/exchange/MobileDevices.csv"));
    assertThat(hub.once()).as(hub.err).isZero();
    merged = hub.text("merged.csv");
    exceptions = hub.text("exceptions.csv");
  }

  /** The sample export without its last rows. */
  private String without(int rows) {
    return String.join("\r\n", export.subList(0, export.size() - rows)) + "\r\n";
  }

  private String state() throws IOException {
    return hub.feed("exchange").path("state").asText();
  }

  private void nothingChanged() throws IOException {
    assertThat(hub.text("merged.csv")).isEqualTo(merged);
    assertThat(hub.text("exceptions.csv")).isEqualTo(exceptions);
  }

  /**
   * Exceptions may say that their record is missing; none may be cleared, nor a merge retracted.
   */
  private void nothingIsGone() throws IOException {
    assertThat(hub.text("merged.csv")).isEqualTo(merged);
    assertThat(ids(hub.text("exceptions.csv"))).isEqualTo(ids(exceptions));
  }

  private static List<String> ids(String csv) {
    return csv.lines().map(line -> line.substring(0, line.indexOf(','))).toList();
  }

  @Test
  void aShortExportIsHeldAndEndsWhenTheFeedRecovers() throws IOException {
    hub.drop("exchange", "short.csv", without(100));
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(state()).isEqualTo("held");
    assertThat(hub.feed("exchange").path("trouble").asText()).contains("fewer than the");
    assertThat(hub.text("exceptions.html")).contains("fewer than the");
    nothingChanged();

    assertThat(hub.once()).as("still held").isEqualTo(Exit.FEED_TROUBLE);
    hub.drop("exchange", "again.csv", without(100));
    assertThat(hub.once()).as("held once more").isEqualTo(Exit.FEED_TROUBLE);
    hub.run("holds");
    assertThat(hub.out.lines()).singleElement().asString().contains("exchange", "short.csv");
    nothingChanged();

    hub.drop("exchange", "whole.csv", without(0));
    assertThat(hub.once()).as("the source recovered").isZero();
    assertThat(state()).isEqualTo("in force");
    hub.run("holds");
    assertThat(hub.out).isEmpty();
    nothingChanged();
  }

  @Test
  void aPersonReleasesWhatIsHeldAndTheReasonIsKept() throws IOException {
    set("grace=48h", "grace=0s");
    hub.drop("exchange", "short.csv", without(100));
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);

    assertThat(hub.run("release", "exchange", "--note", "branch sold", "--by", "Ann Poe")).isZero();
    assertThat(hub.once()).isZero();
    assertThat(state()).isEqualTo("in force");
    assertThat(hub.text("merged.csv")).hasSizeLessThan(merged.length());
    assertThat(hub.run("holds", "--decided")).isZero();
    assertThat(hub.out).contains("release exchange", "by Ann Poe: branch sold");

    hub.drop("exchange", "shorter.csv", without(101));
    assertThat(hub.once()).as("short is usual now").isZero();
  }

  @Test
  void aRunningHubGoesByAReleaseFromItsNextCycleOn() throws Exception {
    set("grace=48h", "grace=0s");
    hub.drop("exchange", "short.csv", without(100));
    Folders folders =
        CommandLine.populateCommand(
            new Folders(),
            "--config=" + hub.config,
            "--routes=" + hub.routes,
            "--data=" + hub.data);
    try (Wiring running = Wiring.of(folders, true)) {
      running.takeIn();
      running.cycle();
      nothingChanged();

      assertThat(hub.run("release", "exchange", "--note", "sold", "--by", "Ann Poe")).isZero();
      running.cycle();
      assertThat(hub.text("merged.csv")).hasSizeLessThan(merged.length());
      assertThat(state()).isEqualTo("in force");
    }
  }

  @Test
  void aPersonDiscardsWhatIsHeld() throws IOException {
    hub.drop("exchange", "short.csv", without(100));
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);

    assertThat(hub.run("discard", "exchange", "--note", "cut off", "--by", "Ann Poe")).isZero();
    assertThat(hub.once()).isZero();
    assertThat(state()).isEqualTo("in force");
    hub.drop("exchange", "short.csv", without(100));
    assertThat(hub.once()).as("discarded for good").isZero();
    nothingChanged();
  }

  @Test
  void nothingHeldCannotBeReleased() {
    assertThat(hub.run("release", "exchange", "--note", "x", "--by", "Ann Poe"))
        .isEqualTo(Exit.UNKNOWN_RECORD);
    assertThat(hub.err).contains("nothing is held of a feed exchange");
    assertThat(hub.run("discard", "exchange", "--note", " ", "--by", "Ann Poe"))
        .isEqualTo(Exit.BAD_CONFIGURATION);
  }

  @Test
  void ofAnExportThatIsHeldForItsRejectedRowsEachIsNamed() throws IOException {
    String spoilt = without(0) + "cut off\r\n".repeat(60);
    hub.drop("exchange", "spoilt.csv", spoilt);
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("exchange").path("trouble").asText()).contains("60 of its 228 rows");
    String rejected = hub.text("rejected.csv");
    assertThat(rejected.lines())
        .contains("exchange,spoilt.csv,170,\"has 1 cell, the header 17\",cut off")
        .filteredOn(line -> line.endsWith(",cut off"))
        .hasSize(60);
    nothingChanged();

    assertThat(hub.once()).as("after a start").isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.text("rejected.csv")).isEqualTo(rejected);

    hub.drop("exchange", "whole.csv", without(0));
    assertThat(hub.once()).isZero();
    assertThat(hub.text("rejected.csv")).doesNotContain("cut off");
  }

  @Test
  void anExportOfAnotherCompanyIsHeld() throws IOException {
    hub.drop("exchange", "other.csv", without(0).replace("acme", "other"));
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("exchange").path("trouble").asText()).contains("another company's?");
    nothingChanged();
  }

  @Test
  void anExportAheadOfItsTimeIsHeldAndTheNextGoodOneIsNot() throws IOException {
    hub.drop("exchange", "ahead.csv", without(0).replace("/2026 ", "/2090 "));
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("exchange").path("trouble").asText()).contains("later than now");
    nothingChanged();

    hub.drop("exchange", "right.csv", without(1));
    assertThat(hub.once()).as(hub.err).isZero();
  }

  @Test
  void aFileWithNothingInItIsHeld() throws IOException {
    hub.drop("exchange", "empty.csv", "");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("exchange").path("trouble").asText()).contains("it holds no record");
    assertThat(hub.data.resolve("inbox/exchange/empty.csv")).doesNotExist();
    nothingChanged();
  }

  @Test
  void aRecordThatIsMissingOnceIsNotGone() throws IOException {
    hub.drop("exchange", "export.csv", without(20));
    assertThat(hub.once()).as(hub.err).isZero();
    nothingIsGone();
    assertThat(hub.once()).as("after a restart").isZero();
    nothingIsGone();

    set("grace=48h", "grace=0s");
    hub.drop("exchange", "export.csv", without(21));
    assertThat(hub.once()).isZero();
    assertThat(hub.text("merged.csv")).hasSizeLessThan(merged.length());
  }

  @Test
  void aRecordMissingForLongerThanTheGraceIsGone() throws IOException {
    set("grace=48h", "grace=1ms");
    hub.drop("exchange", "export.csv", without(20));
    assertThat(hub.once()).isZero();
    nothingIsGone();

    hub.drop("exchange", "same.csv", without(20));
    assertThat(hub.once()).isZero();
    assertThat(hub.text("merged.csv")).hasSizeLessThan(merged.length());
  }

  @Test
  void aFeedThatIsSilentIsStaleAndWhatItSaidStands() throws IOException {
    set("stale.after=26h", "stale.after=1ms");
    assertThat(hub.once()).isZero();
    assertThat(state()).isEqualTo("stale");
    assertThat(hub.text("exceptions.html")).contains("nothing good came since");
    assertThat(hub.text("merged.csv")).isEqualTo(merged);
  }

  private void set(String line, String instead) throws IOException {
    Path file = hub.config.resolve("hub.properties");
    String text = Files.readString(file);
    assertThat(text).contains("\n" + line + "\n");
    Files.writeString(file, text.replace("\n" + line + "\n", "\n" + instead + "\n"));
  }
}
