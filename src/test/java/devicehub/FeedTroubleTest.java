package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One feed's trouble is said in a line, and stays that feed's. */
class FeedTroubleTest {
  private static final String HEADER =
      "\"DisplayName\",\"PrimarySMTPAddress\",\"DeviceID\",\"DeviceType\",\"DeviceModel\"\r\n";

  @TempDir Path folder;
  private HubRun hub;

  @BeforeEach
  void aHubWithoutTheSampleExport() throws IOException {
    hub = new HubRun(folder);
    delete(hub.config.resolve("samples/exchange"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void theOtherFeedsAreTaken() throws IOException {
    assertThat(hub.feed("maas360").path("state").asText()).isEqualTo("in force");
    assertThat(hub.feed("traveler").path("state").asText()).isEqualTo("in force");
    assertThat(hub.json("summary.json").path("cycle").path("mergedTotal").asInt()).isPositive();
  }

  @Test
  void aBrokenRowIsListedAndTheRowsBesideItAreTaken() throws IOException {
    hub.drop(
        "exchange",
        "export.csv",
        HEADER
            + "\"Jane Doe\",\"jane.doe@acme.example\",\"12VSNH98DT6F3C0D2RODSILDH8\",\"iPhone\",\"iPhone14C2\"\r\n"
            + "\"John Roe\",\"john.roe@acme.example\",\"\",\"iPhone\",\"iPhone14C2\"\r\n"
            + "\"Cut\",\"cut@acme.example\"\r\n"
            + "\"Ann Poe\",\"ann.poe@acme.example\",\"6Q93UFOQ7H0K39JPMFPTEMJQ3K\",\"iPhone\",\"iPhone14C2\"\r\n");
    assertThat(hub.once()).isZero();
    assertThat(hub.text("rejected.csv").lines().skip(1).toList())
        .hasSize(2)
        .anySatisfy(l -> assertThat(l).startsWith("exchange,export.csv,3,DeviceID is empty"))
        .anySatisfy(l -> assertThat(l).startsWith("exchange,export.csv,4,"));
    assertThat(hub.feed("exchange").path("accepted").asInt()).isEqualTo(2);
    assertThat(hub.feed("exchange").path("rejected").asInt()).isEqualTo(2);
    theOtherFeedsAreTaken();
  }

  @Test
  void anUnreadableFileIsSetAsideWithOneClearLine() throws IOException {
    String half = HEADER + "\"Jane Doe\",\"jane.doe@acme.example\",\"12VSN";
    hub.drop("exchange", "half.csv", half);
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.text("rejected.csv").lines().skip(1).toList())
        .singleElement()
        .asString()
        .startsWith("exchange,half.csv,2,");
    assertThat(hub.feed("exchange").path("state").asText()).isEqualTo("failed");
    assertThat(hub.feed("exchange").path("trouble").asText()).contains("line 2");
    try (Stream<Path> aside = Files.list(hub.data.resolve("inbox/exchange/.failed"))) {
      assertThat(aside).singleElement().asString().endsWith("half.csv");
    }
    try (Stream<Path> kept = Files.walk(hub.data.resolve("raw"))) {
      assertThat(kept.filter(Files::isRegularFile))
          .as("what cannot be read is kept to be looked at")
          .anySatisfy(file -> assertThat(file).hasContent(half));
    }
    theOtherFeedsAreTaken();
  }

  @Test
  void aLinkIsNotFollowedToWhatMayBeAnybodys() throws IOException {
    Path elsewhere = folder.resolve("elsewhere.csv");
    Files.writeString(
        elsewhere, HEADER + "\"X\",\"x@acme.example\",\"secret\",\"iPhone\",\"\"\r\n");
    Path inbox = Files.createDirectories(hub.data.resolve("inbox/exchange"));
    Files.createSymbolicLink(inbox.resolve("export.csv"), elsewhere);
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("exchange").path("state").asText()).isEqualTo("failed");
    assertThat(hub.text("rejected.csv")).contains("export.csv is a link").doesNotContain("secret");
    assertThat(elsewhere).exists();
    try (Stream<Path> aside = Files.list(hub.data.resolve("inbox/exchange/.failed"))) {
      assertThat(aside).singleElement().satisfies(link -> assertThat(link).isSymbolicLink());
    }
    theOtherFeedsAreTaken();
  }

  @Test
  void aTimeThatLiesAheadIsNoLastSync() throws IOException {
    String nextYear = String.valueOf(Year.now(ZoneOffset.UTC).getValue() + 1);
    hub.drop(
        "exchange",
        "export.csv",
        "PrimarySMTPAddress,DeviceID,DeviceType,DeviceModel,LastSuccessSync\r\n"
            + "nobody@acme.example,12VSNH98DT6F3C0D2RODSILDH8,iPhone,iPhone14C2,%s-12-31 10:00\r\n"
                .formatted(nextYear));
    assertThat(hub.once()).isZero();
    String record = "exchange:nobody@acme.example/12VSNH98DT6F3C0D2RODSILDH8";
    assertThat(hub.run("explain", "--json", record)).isZero();
    assertThat(hub.out).contains(nextYear + "-12-31T10:00' lies in the future");
    assertThat(hub.text("exceptions.csv").lines())
        .filteredOn(line -> line.contains("12VSNH98DT6F3C0D2RODSILDH8"))
        .singleElement()
        .asString()
        .doesNotContain(nextYear + "-12-31");
    assertThat(hub.run("explain", "--json", record)).as("after a start").isZero();
    assertThat(hub.out).contains("lies in the future");
  }

  @Test
  void aGoodFileAfterAnUnreadableOneEndsTheTrouble() throws IOException {
    hub.drop("exchange", "half.csv", HEADER + "\"Jane Doe\",\"jane");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    hub.drop(
        "exchange",
        "whole.csv",
        HEADER
            + "\"Jane Doe\",\"jane.doe@acme.example\",\"12VSNH98DT6F3C0D2RODSILDH8\",\"iPhone\",\"\"\r\n");
    assertThat(hub.once()).isZero();
    assertThat(hub.feed("exchange").path("state").asText()).isEqualTo("in force");
    assertThat(hub.text("rejected.csv").lines()).hasSize(1);
  }

  @Test
  void anEmptyExportIsHeldAndTheEarlierOneStaysInForce() throws IOException {
    hub.drop(
        "exchange",
        "whole.csv",
        HEADER
            + "\"Jane Doe\",\"jane.doe@acme.example\",\"12VSNH98DT6F3C0D2RODSILDH8\",\"iPhone\",\"\"\r\n");
    assertThat(hub.once()).isZero();
    String merged = hub.text("merged.csv");
    hub.drop("exchange", "empty.csv", HEADER);
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("exchange").path("state").asText()).isEqualTo("held");
    assertThat(hub.text("merged.csv")).isEqualTo(merged);
  }

  @Test
  void aServerThatRefusesTheLoginIsSaidInOneLine() throws IOException {
    Path feeds = hub.config.resolve("feeds.yaml");
    String text = Files.readString(feeds);
    int traveler = text.indexOf("\ntraveler:");
    Files.writeString(
        feeds,
        text.substring(0, traveler)
            + text.substring(traveler).replaceFirst("password: sample", "password: wrong"));
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("traveler").path("state").asText()).isEqualTo("failed");
    assertThat(hub.feed("traveler").path("trouble").asText()).contains("401");
    assertThat(hub.text("rejected.csv").lines().skip(1).toList())
        .singleElement()
        .asString()
        .startsWith("traveler,traveler,0,")
        .contains("401");
    assertThat(hub.feed("maas360").path("state").asText()).isEqualTo("in force");
  }

  @Test
  void badConfigurationIsListedWholeAndNothingStarts() throws IOException {
    Files.writeString(hub.config.resolve("rules.yaml"), "version: x\nrules:\n  - rule: a\n");
    Files.writeString(hub.config.resolve("hub.properties"), "samples=true\nmatch.perod=2m\n");
    assertThat(hub.once()).isEqualTo(Exit.BAD_CONFIGURATION);
    assertThat(hub.err.lines().toList())
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.startsWith("rules.yaml") || line.startsWith("hub.properties"));
    assertThat(List.of(hub.data.toFile().exists())).containsExactly(false);
  }
}
