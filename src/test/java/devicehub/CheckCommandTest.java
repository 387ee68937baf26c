package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;
  private HubRun hub;

  @BeforeEach
  void shipped() throws IOException {
    hub = new HubRun(folder);
  }

  @Test
  void whatIsShippedHasNoProblems() {
    assertThat(hub.run("check")).isZero();
    assertThat(hub.out.strip()).isEqualTo("No problems.");
    assertThat(hub.data).doesNotExist();
  }

  @Test
  void aFeedThatNoRouteAsksIsTold() throws IOException {
    Files.delete(hub.routes.resolve("traveler.camel.yaml"));
    Files.delete(hub.routes.resolve("people.camel.yaml"));
    assertThat(hub.run("check")).isZero();
    assertThat(hub.out.lines())
        .as("people are dropped as files, or pushed")
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("No problems."),
            line -> assertThat(line).contains("names the feed 'traveler'"));
  }

  @Test
  void problemsOfSettingsFeedsRulesAndRoutesAreListedTogether() throws IOException {
    edit(hub.config.resolve("hub.properties"), "match.period=2m", "match.period=soon");
    edit(hub.config.resolve("feeds.yaml"), "kind: traveler", "kind: travler");
    edit(hub.config.resolve("rules.yaml"), "when: [same-owner", "when: [same-onwer");
    edit(hub.routes.resolve("cycle.camel.yaml"), "ref: matchCycle", "ref: matchCycel");
    assertThat(hub.run("check")).isEqualTo(Exit.BAD_CONFIGURATION);
    assertThat(hub.out)
        .containsPattern("hub.properties:\\d+: .*match.period")
        .containsPattern("feeds.yaml:\\d+: .*travler")
        .containsPattern("rules.yaml:\\d+: .*same-onwer.*same-owner")
        .containsPattern("routes/cycle.camel.yaml:\\d+: .*matchCycel.*matchCycle");
  }

  @Test
  void foldersMayBeNamedBeforeTheCommand() throws IOException {
    edit(hub.config.resolve("rules.yaml"), "when: [same-owner", "when: [same-onwer");
    String config = hub.config.toString();
    assertThat(Hub.commandLine().execute("--config", config, "check"))
        .isEqualTo(Exit.BAD_CONFIGURATION);
    assertThat(Hub.commandLine().execute("--config", config, "person", "export", "a@acme.example"))
        .isEqualTo(Exit.BAD_CONFIGURATION);
    assertThat(Hub.commandLine().execute("--config", config, "check", "--config", "config"))
        .as("the nearest counts")
        .isZero();
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }
}
