package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir Path temp;

  @Test
  void theShippedFolderIsSound() {
    Config config =
        Config.load(Path.of("config"), new Sources(ConfigFolder.DATA, Map.of(), Map.of()));

    assertThat(config.feeds().keySet())
        .containsExactly("maas360", "exchange", "traveler", "people");
    assertThat(config.settings().samples()).isTrue();
    assertThat(config.ruleBook().rules()).isNotEmpty();
  }

  @Test
  void theProblemsOfAllFilesAreToldTogether() {
    ConfigFolder folder =
        new ConfigFolder(temp)
            .write("hub.properties", "http.port=x\nfeed.b.inbox=/srv\n")
            .write("feeds.yaml", "a: {kind: exchang}\nb: {kind: csv}\n")
            .write("rules.yaml", "version: v1\nrules: []\n");

    assertThat(folder.problems())
        .containsExactly(
            "feeds.yaml:1: unknown kind 'exchang'; did you mean 'exchange'?",
            "feeds.yaml:2: 'side' is missing: enrollment, mail or directory",
            "hub.properties:1: 'http.port' is 'x', but must be a whole number from 0 to 65535",
            "rules.yaml:2: the last rule must be '- otherwise: refer'");
    assertThatThrownBy(folder::load)
        .isInstanceOf(ConfigException.class)
        .hasMessage(String.join("\n", folder.problems()));
  }

  @Test
  void whatIsNoConfigurationAtAllIsToldAndHidesNothingElse() throws IOException {
    ConfigFolder folder =
        new ConfigFolder(temp)
            .write("hub.properties", "http.port=x\n")
            .write("feeds.yaml", "a: {kind: csv, x: " + "[".repeat(20_000) + "}\n")
            .write("rules.yaml", "version: v1\n# \0\n");
    assertThat(folder.problems())
        .containsExactly(
            "feeds.yaml:1: is nested more than 100 deep",
            "hub.properties:1: 'http.port' is 'x', but must be a whole number from 0 to 65535",
            "rules.yaml:2: has the unreadable character U+0000");

    folder.write("feeds.yaml", "a: {kind: exchange}\n# " + "x".repeat(1 << 20));
    folder.write("rules.yaml", nested(1_000));
    assertThat(folder.problems())
        .contains(
            "feeds.yaml: is larger than 1 MiB, the most a configuration file may be",
            "rules.yaml:101: is nested more than 100 deep");
  }

  private static String nested(int levels) {
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < levels; level++) {
      text.append(" ".repeat(level)).append("a:\n");
    }
    return text.toString();
  }

  @Test
  void anEmptyFolderLacksThreeFiles() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));

    assertThatThrownBy(() -> Config.load(empty, ConfigFolder.DATA))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::file)
                    .isEqualTo(List.of("feeds.yaml", "hub.properties", "rules.yaml")));
  }

  @Test
  void aFileThatIsNoTextIsTold() throws IOException {
    ConfigFolder folder = new ConfigFolder(temp);
    Files.write(folder.path("feeds.yaml"), new byte[] {(byte) 0xC3, 0x28});

    assertThat(folder.problems()).containsExactly("feeds.yaml:1: is not UTF-8 text");
  }

  @Test
  void aByteOrderMarkIsForgiven() {
    ConfigFolder folder =
        new ConfigFolder(temp)
            .write("feeds.yaml", "\ufeffa: {kind: exchange}\n")
            .write("hub.properties", "\ufeffhttp.port=1\n");

    assertThat(folder.load().feeds()).containsOnlyKeys("a");
    assertThat(folder.load().settings().httpPort()).isEqualTo(1);
  }
}
