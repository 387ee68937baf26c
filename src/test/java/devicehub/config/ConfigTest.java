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

    assertThat(folder.problems()).containsExactly("feeds.yaml: is not UTF-8 text");
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
