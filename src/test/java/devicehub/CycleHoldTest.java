package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules or feeds that would suddenly decide much differently change nothing until a person says so.
 */
class CycleHoldTest {
  private static final List<String> WHAT_STANDS =
      List.of("merged.csv", "exceptions.csv", "users.csv");

  @TempDir Path folder;
  private HubRun hub;
  private Map<String, String> before = new TreeMap<>();

  @BeforeEach
  void aHubThatTookTheSampleCompany() throws IOException {
    hub = new HubRun(folder);
    assertThat(hub.once()).as(hub.err).isZero();
    for (String report : WHAT_STANDS) {
      before.put(report, hub.text(report));
    }
  }

  private void nothingChanged() throws IOException {
    for (String report : WHAT_STANDS) {
      assertThat(hub.text(report)).as(report).isEqualTo(before.get(report));
    }
  }

  private JsonNode held() throws IOException {
    return hub.json("summary.json").path("held");
  }

  private void set(String line, String instead) throws IOException {
    Path file = hub.config.resolve("hub.properties");
    String text = Files.readString(file);
    assertThat(text).contains("\n" + line + "\n");
    Files.writeString(file, text.replace("\n" + line + "\n", "\n" + instead + "\n"));
  }

  private String numberOfTheHeldCycle() throws IOException {
    return held().path("cycle").asText();
  }

  @Test
  void stricterRulesAreHeldAndTakenBack() throws IOException {
    set("rules.file=rules.yaml", "rules.file=rules-strict.yaml");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    nothingChanged();

    String reason = held().path("reason").asText();
    assertThat(reason)
        .containsPattern("^\\d+ merges would be retracted, of \\d+ that stand; ")
        .endsWith("the rules are no longer those of the cycle before");
    assertThat(held().path("examples").get(0).asText())
        .contains(" would no longer be merged with maas360:");
    assertThat(hub.out).contains("held, so that nothing changed.", "! cycle held since", reason);
    assertThat(hub.out).as("nobody is named on the console").doesNotContain("@");
    assertThat(hub.text("exceptions.html"))
        .contains("This cycle is held", reason, "release --cycle " + numberOfTheHeldCycle());
    hub.run("holds");
    assertThat(hub.out.lines())
        .singleElement()
        .asString()
        .startsWith("cycle " + numberOfTheHeldCycle() + " ")
        .endsWith(reason);

    set("rules.file=rules-strict.yaml", "rules.file=rules.yaml");
    assertThat(hub.once()).as("the rules are as they were").isZero();
    assertThat(held().isNull()).isTrue();
    nothingChanged();
    hub.run("holds");
    assertThat(hub.out).isEmpty();
  }

  @Test
  void aPersonReleasesTheHeldCycleAndTheReasonIsKept() throws IOException {
    set("rules.file=rules.yaml", "rules.file=rules-strict.yaml");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    int retracted = held().path("retracted").asInt();
    String number = numberOfTheHeldCycle();
    assertThat(hub.once()).as("held still, after a restart").isEqualTo(Exit.FEED_TROUBLE);
    assertThat(numberOfTheHeldCycle()).isEqualTo(number);

    assertThat(hub.run("release", "--cycle", number, "--note", "ids only", "--by", "Ann Poe"))
        .as(hub.err)
        .isZero();
    hub.run("holds");
    assertThat(hub.out).contains("released by Ann Poe, from the next cycle on");
    assertThat(hub.once()).isZero();
    assertThat(hub.json("summary.json").path("cycle").path("retracted").asInt())
        .isEqualTo(retracted);
    assertThat(hub.text("merged.csv")).hasSizeLessThan(before.get("merged.csv").length());
    hub.run("holds", "--decided");
    assertThat(hub.out).contains("release cycle " + number + " by Ann Poe: ids only");
    assertThat(hub.run("release", "--cycle", number, "--note", "again", "--by", "Ann Poe"))
        .isEqualTo(Exit.UNKNOWN_RECORD);
    assertThat(hub.err).contains("no held cycle " + number + " waits for a release");
  }

  @Test
  void looserRulesAreHeldForWhatTheyWouldMerge() throws IOException {
    set("rules.file=rules.yaml", "rules.file=rules-strict.yaml");
    hub.once();
    hub.run("release", "--cycle", numberOfTheHeldCycle(), "--note", "ids only", "--by", "Ann Poe");
    assertThat(hub.once()).isZero();
    String strictly = hub.text("merged.csv");

    set("rules.file=rules-strict.yaml", "rules.file=rules-lenient.yaml");
    set("guard.merges.pairs=50", "guard.merges.pairs=10");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(held().path("reason").asText())
        .containsPattern("^\\d+ exceptions would be merged, beside \\d+ merges that stand");
    assertThat(hub.text("merged.csv")).isEqualTo(strictly);
  }

  @Test
  void aMailServerThatCallsEverybodyOtherwiseIsAskedAboutOnce() throws IOException {
    String export = Files.readString(hub.config.resolve("samples/exchange/MobileDevices.csv"));
    hub.drop("exchange", "moved.csv", export.replace("acme", "other"));
    assertThat(hub.once()).as("the snapshot is held").isEqualTo(Exit.FEED_TROUBLE);
    assertThat(held().isNull()).isTrue();
    assertThat(hub.run("release", "exchange", "--note", "renamed", "--by", "Ann Poe")).isZero();

    assertThat(hub.once()).as("what follows from it was asked with it").isZero();
    assertThat(held().isNull()).isTrue();
    assertThat(hub.text("exceptions.csv")).contains("@other.example");
  }

  @Test
  void healthAndMetricsTellOfTheHeldCycleAndOfNoPerson() throws Exception {
    set("rules.file=rules.yaml", "rules.file=rules-strict.yaml");
    set("http.port=8077", "http.port=0");
    set("match.period=2m", "match.period=1h");
    try (RunningHub running = RunningHub.start(hub)) {
      JsonNode health = running.json(running.to("/health/ready"));
      assertThat(health.path("details").path("cycle").asText())
          .startsWith("cycle held since ")
          .contains(held().path("reason").asText(), "release --cycle ")
          .doesNotContain("@");
      assertThat(running.send(running.known("/metrics")).body())
          .contains("\ndevicehub_cycle_held 1");

      String number = numberOfTheHeldCycle();
      hub.run("release", "--cycle", number, "--note", "ids only", "--by", "Ann Poe");
      running.wiring.cycle();
      assertThat(held().isNull()).as("from the next cycle on").isTrue();
      assertThat(running.json(running.to("/health/ready")).path("details").has("cycle")).isFalse();
      assertThat(running.send(running.known("/metrics")).body())
          .contains("\ndevicehub_cycle_held 0");
    }
  }

  @Test
  void aReleaseNamesAFeedOrACycle() {
    assertThat(hub.run("release", "--note", "x", "--by", "Ann Poe"))
        .isEqualTo(Exit.BAD_CONFIGURATION);
    assertThat(hub.err).contains("FEED", "--cycle");
    assertThat(hub.run("release", "exchange", "--cycle", "1", "--note", "x", "--by", "Ann Poe"))
        .isEqualTo(Exit.BAD_CONFIGURATION);
  }
}
