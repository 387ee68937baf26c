package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code explain} says of the sample company, word by word. What it said is in {@code
 * target/explain} afterwards, to be read before it becomes the expectation.
 */
class ExplainTest {
  private static final Path EXPECTED = Path.of("src/test/resources/explain");
  private static final Path SAID = Path.of("target/explain");

  @TempDir static Path folder;
  static HubRun hub;

  @BeforeAll
  static void runOnce() throws IOException {
    hub = new HubRun(folder);
    assertThat(hub.once()).as(hub.err).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          merged-by-id       | exchange:jane.doe@acme.example/D8SB2C8IAS0IARBKS64RHFTRCO |
          merged-by-hardware | exchange:carlos.ali@acme.example/SVSBGQ3UKA50OUNRL1053AK6J8 |
          ambiguous          | exchange:maya.singh@acme.example/androidc1124612282 |
          conflict           | exchange:ulla.weber@acme.example/QBFCIIA52DMI53OFS3PGQLC92C |
          enrolment          | maas360:ApplPEXKN2XRWW |
          pair-not-merged    | maas360:ApplPEXKN2XRWW | exchange:carlos.bakker@acme.example/49O8T340GK4GCN9HABGFH77BVK
          two-enrolments     | maas360:ApplRVXJVKFXNW | maas360:ApplF7118CPUNLTW
          """)
  void everyQuestionIsAnsweredInWordsAndAsJson(String name, String one, String other)
      throws IOException {
    matches(name + ".json", other == null ? ask("--json", one) : ask("--json", one, other));
    matches(name + ".txt", other == null ? ask(one) : ask(one, other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"explain maas360:x", "decisions", "holds", "purge", "person export a@x.example"})
  void aFolderThatNoHubHasUsedIsNamedAndLeftAlone(String command, @TempDir Path fresh)
      throws IOException {
    HubRun none = new HubRun(fresh);
    Files.createDirectories(none.data);

    assertThat(none.run(command.split(" "))).isEqualTo(Exit.FAILED);
    assertThat(none.err).contains("no hub has kept anything in " + none.data);
    assertThat(none.data).isEmptyDirectory();
  }

  private static String ask(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "explain";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(hub.run(all)).as(hub.err).isZero();
    assertThat(hub.err).isEmpty();
    return hub.out;
  }

  private static void matches(String file, String said) throws IOException {
    Files.createDirectories(SAID);
    Files.writeString(SAID.resolve(file), said);
    assertThat(said).isEqualTo(Files.readString(EXPECTED.resolve(file)));
  }

  @Test
  void aRecordThatIsNotKnownIsSaidToBe() {
    assertThat(hub.run("explain", "--json", "exchange:nobody/X")).isEqualTo(Exit.UNKNOWN_RECORD);
    assertThat(hub.err).contains("unknown record exchange:nobody/X");
    assertThat(hub.out).isEmpty();
  }
}
