package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path temp;
  ConfigFolder folder;

  @BeforeEach
  void folder() {
    folder = new ConfigFolder(temp);
  }

  /** Every setting: what it is by default, and what a line in the file makes of it. */
  private static final String EVERY_SETTING =
      """
      samples           | false                       | true                   | true
      match.period      | PT2M                        | 90s                    | PT1M30S
      rules.file        | rules.yaml                  | rules.yaml             | rules.yaml
      reports.dir       | /var/lib/devicehub/reports  | ${data}/out            | /var/lib/devicehub/out
      store.url         |                             | jdbc:postgresql://db/h | jdbc:postgresql://db/h
      store.user        |                             | hub                    | hub
      store.password    |                             | a=b c                  | a=b c
      store.lease       | PT15S                       | 30s                    | PT30S
      broker.url        |                             | failover:(tcp://b:1)   | failover:(tcp://b:1)
      broker.user       |                             | hub                    | hub
      broker.password   |                             | secret                 | secret
      broker.trust      |                             | /etc/hub/broker.p12    | /etc/hub/broker.p12
      broker.trust.password |                         | secret                 | secret
      queue.exceptions  | device.exceptions           | mdm.exceptions         | mdm.exceptions
      topic.cycles      | device.cycles               | mdm.cycles             | mdm.cycles
      http.host         | 127.0.0.1                   | 0.0.0.0                | 0.0.0.0
      http.port         | 8077                        | 0                      | 0
      http.token.file   | /var/lib/devicehub/token    | ${data}/t              | /var/lib/devicehub/t
      poll.timeout      | PT1M                        | PT10M                  | PT10M
      poll.pages        | 10000                       | 5                      | 5
      limits.bytes      | 2147483648                  | 10MB                   | 10485760
      limits.rows       | 5000000                     | 10                     | 10
      limits.row        | 1048576                     | 10                     | 10
      limits.field      | 65536                       | 10                     | 10
      limits.columns    | 512                         | 10                     | 10
      hold.rows         | 10                          | 50                     | 50
      hold.shrink       | 10                          | 5                      | 5
      hold.shrink.rows  | 25                          | 0                      | 0
      hold.growth       | 100                         | 300                    | 300
      hold.growth.rows  | 500                         | 10                     | 10
      hold.rejected     | 20                          | 0                      | 0
      hold.empty        | 5                           | 10                     | 10
      hold.overlap      | 50                          | 90                     | 90
      hold.older        | PT1H                        | 2d                     | PT48H
      guard.retractions | 5                           | 1                      | 1
      guard.retractions.pairs | 50                    | 5                      | 5
      guard.merges      | 10                          | 250                    | 250
      guard.merges.pairs | 50                         | 0                      | 0
      guard.exceptions  | 5                           | 20                     | 20
      guard.exceptions.records | 50                   | 7                      | 7
      grace             | PT48H                       | 0s                     | PT0S
      stale.after       | PT26H                       | 8d                     | PT192H
      retention.raw     | PT168H                      | 90m                    | PT1H30M
      retention.rejected   | PT720H                   | 1d                     | PT24H
      retention.outbox     | PT720H                   | 1d                     | PT24H
      retention.exceptions | PT2160H                  | 1d                     | PT24H
      retention.decisions  | PT9600H                  | 1d                     | PT24H
      retention.log        | PT9600H                  | 1d                     | PT24H
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', emptyValue = "", nullValues = "~", textBlock = EVERY_SETTING)
  void everySettingHasADefaultAndCanBeSet(String key, String usual, String text, String value) {
    assertThat(read(key)).isEqualTo(usual == null ? "" : usual);

    folder.write("hub.properties", "\n" + key + " = " + text + "\n");
    assertThat(read(key)).isEqualTo(value);
  }

  @Test
  void theTableAboveNamesEverySetting() {
    assertThat(EVERY_SETTING.lines().map(line -> line.substring(0, line.indexOf(' '))))
        .containsExactlyElementsOf(KnownSettings.keys());
  }

  /** The value as the accessor of that name returns it: {@code match.period}, matchPeriod(). */
  private String read(String key) {
    StringBuilder name = new StringBuilder();
    for (String part : key.split("\\.")) {
      name.append(
          name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    try {
      Settings settings = folder.load().settings();
      return String.valueOf(Settings.class.getMethod(name.toString()).invoke(settings));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("no accessor for " + key, e);
    }
  }

  @Test
  void theShippedFileGivesEverySettingItsDefaultAndRoutesTheirKeys() throws IOException {
    Map<String, String> shipped =
        Files.readAllLines(Path.of("config", "hub.properties")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("feed."))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

    Map<String, String> expected =
        KnownSettings.ALL.stream().collect(Collectors.toMap(Setting::key, Setting::usual));
    expected.put("samples", "true");
    assertThat(shipped).isEqualTo(expected);
  }

  @Test
  void theTableForPeopleIsTheOneInTheCode() throws IOException {
    assertThat(Files.readString(Path.of("config", "README.md"))).contains(Settings.describe());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          match.peroid=2m                  | 1: unknown setting 'match.peroid'; did you mean 'match.period'?
          match.period=2 minutes           | 1: 'match.period' is '2 minutes', but must be a time such as 90s, 2m, 48h or PT2M
          match.period=0s                  | 1: 'match.period' is '0s', but must be longer than nothing
          match.period=-PT2M               | 1: 'match.period' is '-PT2M', but must be a time such as 90s, 2m, 48h or PT2M
          match.period=                    | 1: 'match.period' is '', but must be a time such as 90s, 2m, 48h or PT2M
          samples=yes                      | 1: 'samples' is 'yes', but must be true or false
          http.port=99999                  | 1: 'http.port' is '99999', but must be a whole number from 0 to 65535
          http.token.file=                 | 1: 'http.token.file' is '', but must be a file
          http.host=my host                | 1: 'http.host' is 'my host', but must be a host name or an IP address
          store.url=jdbc:oracle:thin       | 1: 'store.url' is 'jdbc:oracle:thin', but must be empty (the embedded store) or jdbc:postgresql://…
          broker.url=broker:61616          | 1: 'broker.url' is 'broker:61616', but must be empty (the embedded broker) or an ActiveMQ address such as tcp://broker.example:61616 or failover:(…)
          queue.exceptions=a?b             | 1: 'queue.exceptions' is 'a?b', but must be a name of letters, digits, dots and dashes
          rules.file=../rules.yaml         | 1: 'rules.file' is '../rules.yaml', but must be the name of a .yaml file in the configuration folder
          reports.dir=                     | 1: 'reports.dir' is '', but must be a folder
          limits.bytes=much                | 1: 'limits.bytes' is 'much', but must be a size such as 65536, 64KB, 1MB or 2GB
          limits.bytes=99999999999GB       | 1: 'limits.bytes' is '99999999999GB', but is larger than any file
          poll.pages=0                     | 1: 'poll.pages' is '0', but must be a whole number from 1 to 1000000
          samples                          | 1: 'samples' is no 'key=value'
          =true                            | 1: '=true' is no 'key=value'
          store.user=${NOBODY}             | 1: 'store.user' names ${NOBODY}, which is not set in the environment
          store.password=${file:/no/such}  | 1: 'store.password' names the secret file /no/such, which cannot be read
          feed.exchnge.inbox=/srv          | 1: 'feed.exchnge.inbox' is for a feed 'exchnge'; known: people
          feed.peple.inbox=/srv            | 1: 'feed.peple.inbox' is for a feed 'peple'; did you mean 'people'?
          """)
  void aBadLineIsToldWithItsLine(String line, String problem) {
    folder.write("hub.properties", line + "\n");

    assertThat(folder.problems()).containsExactly("hub.properties:" + problem);
  }

  @Test
  void allBadLinesAreToldAtOnce() {
    folder.write(
        "hub.properties", "samples=true\n\n# comment\nhttp.port=x\nsamples=false\nfoo=1\n");

    assertThat(folder.problems())
        .hasSize(3)
        .contains("hub.properties:5: 'samples' is set twice, first in line 1")
        .anyMatch(line -> line.startsWith("hub.properties:4: 'http.port' is 'x'"))
        .anyMatch(
            line -> line.startsWith("hub.properties:6: unknown setting 'foo'; known: samples"));
  }

  @Test
  void theCommandLineBeatsPropertiesWhichBeatTheEnvironmentWhichBeatsTheFile() {
    folder.write("hub.properties", "http.port=1\n");
    Map<String, String> environment = Map.of("DEVICEHUB_HTTP_PORT", "2");
    Map<String, String> properties = Map.of("devicehub.http.port", "3");
    Map<String, String> given = Map.of("http.port", "4", "data", "/d");

    assertThat(folder.load().settings().httpPort()).isEqualTo(1);
    assertThat(folder.load(environment).settings().httpPort()).isEqualTo(2);
    assertThat(port(Map.of("data", "/d"), properties, environment)).isEqualTo(3);
    assertThat(port(given, properties, environment)).isEqualTo(4);
  }

  private int port(
      Map<String, String> given, Map<String, String> properties, Map<String, String> environment) {
    return Config.load(temp, new Sources(given, properties, environment)).settings().httpPort();
  }

  @Test
  void aBadOverrideIsToldByItsName() {
    assertThat(folder.problems(Map.of("DEVICEHUB_HTTP_PORT", "x")))
        .containsExactly(
            "DEVICEHUB_HTTP_PORT: 'http.port' is 'x', but must be a whole number from 0 to 65535");
  }

  @Test
  void aMisspeltVariableIsToldButAnotherProgramsIsNot() {
    assertThat(folder.problems(Map.of("DEVICEHUB_HTTP_PROT", "1", "DEVICEHUB_SERVICE_HOST", "x")))
        .containsExactly("DEVICEHUB_HTTP_PROT: is no setting; did you mean 'DEVICEHUB_HTTP_PORT'?");
  }

  @Test
  void aSecretMayStandInAFileThatOnlyItsOwnerReads() throws IOException {
    Path secret = Files.writeString(temp.resolve("pg"), "s3cret\n");
    folder.write("hub.properties", "store.password=${file:" + secret + "}\n");

    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    assertThat(folder.load().settings().storePassword()).isEqualTo("s3cret");

    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(folder.problems())
        .containsExactly(
            "hub.properties:1: 'store.password' names the secret file "
                + secret
                + ", which others than its owner may read (chmod 600)");
  }

  @Test
  void aSecretMayStandInTheEnvironment() {
    folder.write("hub.properties", "store.password=${PG_PASSWORD}\n");

    assertThat(folder.load(Map.of("PG_PASSWORD", "x\\y$1")).settings().storePassword())
        .isEqualTo("x\\y$1");
  }

  @Test
  void routesSeeSettingsAndTheirOwnKeysButNoSecrets() {
    folder.write(
        "hub.properties",
        "match.period=2m\nstore.password=s\nbroker.password=s\nfeed.people.inbox=C:\\drop\n"
            + "route.note=a # b\n");

    assertThat(folder.load().settings().forRoutes())
        .containsEntry("match.period", "120000")
        .containsEntry("queue.exceptions", "device.exceptions")
        .containsEntry("feed.people.inbox", "C:\\drop")
        .containsEntry("route.note", "a # b")
        .doesNotContainKeys("store.password", "broker.password");
  }

  @Test
  void aMissingFileIsTold() throws IOException {
    Files.delete(folder.path("hub.properties"));

    assertThat(folder.problems())
        .isEqualTo(List.of("hub.properties: is missing in " + temp.toAbsolutePath()));
  }
}
