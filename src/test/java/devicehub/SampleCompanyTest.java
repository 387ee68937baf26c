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

  @Test
  void nothingIsWrong() {
    assertThat(exit).as(hub.err).isZero();
  }

  @Test
  void everyRecordIsDecidedAsTheTruthHasIt() throws IOException {
    Map<String, String> merged = new HashMap<>();
    for (String line : hub.text("merged.csv").lines().skip(1).toList()) {
      List<String> cells = cells(line);
      merged.put(cells.get(2) + ":" + cells.get(3), cells.get(1));
    }
    Map<String, JsonNode> exceptions = new HashMap<>();
    for (JsonNode exception : hub.json("exceptions.json").path("exceptions")) {
      JsonNode record = exception.path("record");
      exceptions.put(record.path("feed").asText() + ":" + record.path("id").asText(), exception);
    }
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> truth : truth()) {
      String key = truth.get("feed") + ":" + truth.get("record_id");
      boolean mail = truth.get("side").equals("MAIL");
      String wanted = truth.get("outcome");
      boolean right =
          switch (wanted) {
            case "MERGED" -> !mail || truth.get("enrollment_id").equals(merged.get(key));
            case "EXCEPTION" -> isRight(truth, exceptions.get(key));
            default -> !merged.containsKey(key) && !exceptions.containsKey(key);
          };
      if (!right) {
        wrong.add(truth.get("trick") + " " + key + " is no " + wanted);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isRight(Map<String, String> truth, JsonNode exception) {
    if (exception == null) {
      return false;
    }
    List<String> offered = exception.path("candidates").findValuesAsText("id");
    return List.of(truth.get("reasons").split("\\|")).contains(exception.path("reason").asText())
        && (truth.get("candidates").isEmpty()
            || offered.containsAll(List.of(truth.get("candidates").split("\\|"))));
  }

  @Test
  void theCountsPrintedAreThoseOfTheSummary() throws IOException {
    JsonNode cycle = hub.json("summary.json").path("cycle");
    assertThat(hub.out)
        .containsPattern("Merged pairs +" + cycle.path("mergedTotal").asInt() + "\\b")
        .containsPattern("Exceptions +" + cycle.path("exceptionsTotal").asInt() + "\\b");
    long truthMerged =
        truth().stream()
            .filter(t -> t.get("side").equals("MAIL") && t.get("outcome").equals("MERGED"))
            .count();
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

  private static List<Map<String, String>> truth() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("config/samples/truth.csv"));
    List<String> header = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The cells of a line that has no line break inside quotes. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
