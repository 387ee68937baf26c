package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped sample company, taken in from its three kinds of source and held against the truth.
 */
class SampleCompanyTest {
  @TempDir static Path folder;
  static HubRun hub;
  static int exit;

  @BeforeAll
  static void runOnce() throws IOException {
    hub = new HubRun(folder);
    exit = hub.once();
  }

  /** However long the feeds take: a cycle before would decide on half of them. */
  @Test
  void onceRunsOneCycleAfterAllFeeds(@TempDir Path fresh) throws IOException {
    HubRun often = new HubRun(fresh);
    Path settings = often.config.resolve("hub.properties");
    Files.writeString(
        settings, Files.readString(settings).replace("match.period=2m", "match.period=20ms"));

    assertThat(often.once()).as(often.err).isZero();

    assertThat(often.out).contains("133 pairs merged", "43 exceptions opened, 0 changed");
  }

  @Test
  void nothingIsWrong() {
    assertThat(exit).as(hub.err).isZero();
  }

  @Test
  void everyRecordIsDecidedAsTheTruthHasIt() throws IOException {
    Map<String, String> merged = new HashMap<>();
    for (String line : hub.text("merged.csv").lines().skip(1).toList()) {
      List<String> cells = TruthRow.cells(line);
      merged.put(cells.get(2) + ":" + cells.get(3), cells.get(1));
    }
    Map<String, JsonNode> exceptions = new HashMap<>();
    for (JsonNode exception : hub.json("exceptions.json").path("exceptions")) {
      JsonNode record = exception.path("record");
      exceptions.put(record.path("feed").asText() + ":" + record.path("id").asText(), exception);
    }
    List<String> wrong = new ArrayList<>();
    for (TruthRow truth : truth()) {
      String key = truth.key();
      boolean right =
          switch (truth.outcome()) {
            case "MERGED" -> !truth.isMail() || truth.enrollment().equals(merged.get(key));
            case "EXCEPTION" -> isRight(truth, exceptions.get(key));
            default -> !merged.containsKey(key) && !exceptions.containsKey(key);
          };
      if (!right) {
        wrong.add(truth.trick() + " " + key + " is no " + truth.outcome());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isRight(TruthRow truth, JsonNode exception) {
    if (exception == null) {
      return false;
    }
    List<String> offered = exception.path("candidates").findValuesAsText("id");
    return truth.reasons().contains(exception.path("reason").asText())
        && offered.containsAll(truth.candidates());
  }

  @Test
  void theCountsPrintedAreThoseOfTheSummary() throws IOException {
    JsonNode cycle = hub.json("summary.json").path("cycle");
    assertThat(hub.out)
        .containsPattern("Merged pairs +" + cycle.path("mergedTotal").asInt() + "\\b")
        .containsPattern("Exceptions +" + cycle.path("exceptionsTotal").asInt() + "\\b");
    long truthMerged =
        truth().stream().filter(t -> t.isMail() && t.outcome().equals("MERGED")).count();
    assertThat(cycle.path("mergedTotal").asLong()).isEqualTo(truthMerged);
  }

  @Test
  void everyRowIsAccountedFor() throws IOException {
    for (JsonNode feed : hub.json("summary.json").path("feeds")) {
      assertThat(feed.path("rowsIn").asLong())
          .as(feed.path("name").asText())
          .isPositive()
          .isEqualTo(
              feed.path("accepted").asLong()
                  + feed.path("duplicate").asLong()
                  + feed.path("rejected").asLong()
                  + feed.path("ignored").asLong()
                  + feed.path("held").asLong());
    }
  }

  @Test
  void aSecondRunOnUnchangedFeedsChangesNothing() throws IOException {
    Map<String, String> before = new TreeMap<>();
    for (String name : List.of("merged.csv", "exceptions.csv", "users.csv", "rejected.csv")) {
      before.put(name, hub.text(name));
    }
    assertThat(hub.once()).isZero();
    before.forEach((name, text) -> assertThat(hub.report(name)).as(name).content().isEqualTo(text));
    JsonNode cycle = hub.json("summary.json").path("cycle");
    for (String count : List.of("merged", "retracted", "opened", "changed", "cleared")) {
      assertThat(cycle.path(count).asInt()).as(count).isZero();
    }
  }

  private static List<TruthRow> truth() throws IOException {
    return TruthRow.all(Files.readString(Path.of("config/samples/truth.csv")));
  }
}
