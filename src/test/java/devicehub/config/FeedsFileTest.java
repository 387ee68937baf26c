package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.intake.DateReader.Reading;
import devicehub.intake.FeedRole;
import devicehub.intake.Field;
import devicehub.inventory.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsFileTest {
  @TempDir Path temp;
  ConfigFolder folder;

  @BeforeEach
  void folder() {
    folder = new ConfigFolder(temp);
  }

  private FeedConfig feed(String yaml) {
    folder.write("feeds.yaml", "feed:\n" + yaml.indent(2));
    return folder.load().feeds().get("feed");
  }

  @Test
  void theKindAloneMakesAFeed() {
    FeedConfig feed = feed("kind: exchange");

    assertThat(feed.name()).isEqualTo("feed");
    assertThat(feed.spec().role()).isEqualTo(FeedRole.MAIL);
    assertThat(feed.spec().kind()).isEqualTo("exchange");
    assertThat(feed.spec().fields().columns(Field.EAS_ID)).contains("DeviceId");
    assertThat(feed.format().format()).isEqualTo("csv");
    assertThat(feed.format().delimiter()).isEqualTo("auto");
    assertThat(feed.snapshot()).isEqualTo(Snapshot.Kind.FULL);
    assertThat(feed.grace()).isEqualTo(Duration.ofHours(48));
    assertThat(feed.stale()).isEqualTo(Duration.ofHours(26));
    assertThat(feed.pageFiles()).isFalse();
    assertThat(feed.http()).isEmpty();
  }

  @Test
  void whatAFeedSaysReplacesWhatItsPresetSays() {
    FeedConfig feed =
        feed(
            """
            kind: exchange
            side: enrollment
            format: xml
            charset: windows-1252
            delimiter: tab
            records: a.b
            envelope: {total: t, next: n, page-number: p, page-rows: r, error-code: e, error-message: m}
            fields: {id: Nummer, EAS_ID: [Kennung, DeviceId], owner: []}
            status: {retired: [Weg, FORT]}
            snapshot: delta
            grace: 12h
            stale: 8d
            pages: files
            """);

    assertThat(feed.spec().role()).isEqualTo(FeedRole.ENROLLMENT);
    assertThat(feed.format())
        .isEqualTo(
            new FormatConfig("xml", "windows-1252", "\t", "a.b", "p", "r", "t", "n", "e", "m"));
    assertThat(feed.spec().fields().columns(Field.ID)).containsExactly("Nummer");
    assertThat(feed.spec().fields().columns(Field.EAS_ID)).containsExactly("Kennung", "DeviceId");
    assertThat(feed.spec().fields().columns(Field.OWNER)).isEmpty();
    assertThat(feed.spec().fields().columns(Field.MODEL)).contains("DeviceModel");
    assertThat(feed.spec().retired()).containsExactly("weg", "fort");
    assertThat(feed.spec().active()).containsExactly("deviceok");
    assertThat(feed.snapshot()).isEqualTo(Snapshot.Kind.DELTA);
    assertThat(feed.grace()).isEqualTo(Duration.ofHours(12));
    assertThat(feed.stale()).isEqualTo(Duration.ofDays(8));
    assertThat(feed.pageFiles()).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    "culture: en-US, 03/04/2024 10:00, 2024-03-04T10:00:00Z",
    "culture: en-GB, 03/04/2024 10:00, 2024-04-03T10:00:00Z",
    "culture: de-DE, 03.04.2024 10:00, 2024-04-03T10:00:00Z",
    "culture: fr-CA, 2024-04-03 10:00, 2024-04-03T10:00:00Z",
    "dates: month-first, 03/04/2024 10:00, 2024-03-04T10:00:00Z",
    "dates: day-first, 03/04/2024 10:00, 2024-04-03T10:00:00Z",
    "dates: unknown, 03/04/2024 10:00, undecided",
    "zone: UTC, 03/04/2024 10:00, undecided",
    "zone: Europe/Berlin, 2024-04-03T10:00:00, 2024-04-03T08:00:00Z",
    "zone: +02:00, 2024-04-03T10:00:00, 2024-04-03T08:00:00Z",
  })
  void timesAreReadAsTheFeedSaysTheyAreWritten(String rule, String text, String moment) {
    Reading reading = feed("kind: exchange\n" + rule).spec().dates().read(text);

    if (moment.equals("undecided")) {
      assertThat(reading).isInstanceOf(Reading.Undecided.class);
    } else {
      assertThat(reading).isEqualTo(new Reading.At(Instant.parse(moment).toEpochMilli()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          side: mail                            | 1: feed 'feed' has no 'kind'; known: ad, blackberry, csv, directory, exchange, google, google-sync, graph, grommunio, intune, ivanti, jamf, maas360, soti, traveler, workspace-one, zpush
          kind: exchagne                        | 2: unknown kind 'exchagne'; did you mean 'exchange'?
          kind: csv                             | 2: 'side' is missing: enrollment, mail or directory
          kind: csv, side: mails                | 2: unknown side 'mails'; did you mean 'mail'?
          kind: zpush                           | 2: 'zone' is missing: this source writes local times, so say whose, such as 'zone: Europe/Berlin'
          kind: exchange, zone: Berlin          | 2: unknown zone 'Berlin'; use a name such as UTC, Europe/Berlin or +01:00
          kind: exchange, culture: english      | 2: unknown culture 'english'; use language and country, such as en-US
          kind: exchange, dates: us             | 2: unknown dates 'us'; known: month-first, day-first, unknown
          kind: exchange, dates: unknown, culture: en-US | 2: 'dates' and 'culture' say the same thing: give one of them
          kind: exchange, format: cvs           | 2: unknown format 'cvs'; did you mean 'csv'?
          kind: exchange, charset: utf9         | 2: 'charset' is 'utf9', but must be auto or a charset such as UTF-8 or windows-1252
          kind: exchange, charset: "*"          | 2: 'charset' is '*', but must be auto or a charset such as UTF-8 or windows-1252
          kind: exchange, delimiter: x          | 2: 'delimiter' is 'x', but must be auto, comma, semicolon, tab or one character
          kind: exchange, fields: {mailbx: a}   | 2: unknown field 'mailbx'; did you mean 'mailbox'?
          kind: exchange, fields: {eas-id: a, EAS ID: b} | 2: field 'eas-id' is given twice
          kind: exchange, fields: [a]           | 2: 'fields' must hold 'name: value' lines, not a list
          kind: maas360, fields: {id: []}       | 2: no columns for 'id': without, no row can become a record
          kind: exchange, fields: {identity: [], mailbox: []} | 2: no columns for 'mailbox' and 'eas-id', nor for 'identity': without, no row can become a record
          kind: directory, fields: {owner: [], login: [], names: []} | 2: no columns for 'owner', 'login' or 'names': without, no row can become a record
          kind: exchange, status: {gone: [x]}   | 2: unknown key 'gone'; known: active, inactive, retired, ignored
          kind: exchange, status: {retired: [DEVICEOK]} | 2: 'deviceok' cannot mean both 'active' and 'retired'
          kind: exchange, snapshot: all         | 2: unknown snapshot 'all'; known: full, delta
          kind: exchange, pages: many           | 2: unknown pages 'many'; known: files, none
          kind: exchange, grace: two days       | 2: 'grace' is 'two days', but must be a time such as 90s, 2m, 48h or PT2M
          kind: exchange, envelope: {totl: a}   | 2: unknown key 'totl'; did you mean 'total'?
          kind: exchange, colums: a             | 2: unknown key 'colums'; known: kind, side, format, charset, delimiter, records, envelope, fields, zone, dates, culture, status, snapshot, grace, stale, pages, http, ldap
          kind: exchange, kind: maas360         | 2: 'kind' stands here twice, first in line 2
          kind: [exchange]                      | 1: feed 'feed' has no 'kind'; known: ad, blackberry, csv, directory, exchange, google, google-sync, graph, grommunio, intune, ivanti, jamf, maas360, soti, traveler, workspace-one, zpush~2: 'kind' must be one value, not a list
          """)
  void aFeedThatCannotStandIsTold(String feed, String problems) {
    folder.write("feeds.yaml", "feed:\n  {" + feed + "}\n");

    assertThat(folder.problems().stream().map(line -> line.replace("feeds.yaml:", "")))
        .containsExactly(problems.split("~"));
  }

  @Test
  void aNameThatCannotBePartOfARecordsNameIsTold() {
    folder.write("feeds.yaml", "My:Feed: {kind: exchange}\n");

    assertThat(folder.problems())
        .containsExactly(
            "feeds.yaml:1: feed name 'My:Feed' must begin with a small letter and hold small"
                + " letters, digits and dashes, at most 32");
  }

  @Test
  void aMaas360FeedKnowsWhereToAsk() {
    HttpConfig http =
        feed(
                """
                kind: maas360
                http:
                  url: https://services.m3.maas360.com/
                  billing-id: 30012345
                  user: hub
                  password: ${MAAS_PASSWORD}
                  access-key: k
                  headers: {X-Note: a}
                """,
                Map.of("MAAS_PASSWORD", "p"))
            .http()
            .orElseThrow();

    assertThat(http)
        .isEqualTo(
            new HttpConfig(
                HttpConfig.Login.MAAS360,
                "https://services.m3.maas360.com/device-apis/devices/2.0/search/customer/30012345?pageSize=250&sortAttribute=installedDate&sortOrder=asc",
                "https://services.m3.maas360.com/auth-apis/auth/2.0/authenticate/customer/30012345",
                "hub",
                "p",
                "",
                "",
                "",
                "",
                Optional.empty(),
                "",
                new HttpConfig.Maas360Account("30012345", "3", "com.30012345.api", "1.0", "k"),
                "pageNumber",
                1,
                "",
                Map.of("X-Note", "a"),
                Duration.ofSeconds(60),
                Optional.empty()));
  }

  private static final String MAAS360 =
      """
      kind: maas360
      http:
        url: https://services.m3.maas360.com
        billing-id: 1
        user: u
        password: p
        access-key: k
      """;

  @Test
  void maas360IsAskedIncrementallyOnceTheFeedSaysSo() {
    assertThat(feed(MAAS360).http().orElseThrow().incremental()).isEmpty();
    IncrementalConfig incremental =
        feed(MAAS360 + "  incremental: {overlap: 5m}\n").http().orElseThrow().incremental().get();
    assertThat(incremental)
        .isEqualTo(
            new IncrementalConfig(
                "lastReportedAfterInEpochms",
                "{from}",
                IncrementalConfig.Written.EPOCH_MS,
                Duration.ofMinutes(5),
                Duration.ofHours(24)));
    assertThat(incremental.since(Instant.ofEpochMilli(1_773_044_100_123L)))
        .isEqualTo("1773044100123");
  }

  @ParameterizedTest(name = "{0} asks from {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          format: iso, value: 'lastSyncDateTime ge {from}' | lastSyncDateTime ge 2026-03-09T08:15:00Z
          format: epoch-s                                  | 1773044100
          overlap: 0s                                      | 1773044100123
          """)
  void aMomentIsWrittenAsTheServerWantsIt(String incremental, String value) {
    FeedConfig feed =
        feed(
            "kind: graph\nhttp: {tenant: t, client-id: c, client-secret: s, incremental: {"
                + "parameter: $filter, "
                + incremental
                + "}}\n");
    assertThat(
            feed.http()
                .flatMap(HttpConfig::incremental)
                .orElseThrow()
                .since(Instant.ofEpochMilli(1_773_044_100_123L)))
        .isEqualTo(value);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          overlp: 5m            | unknown key 'overlp'; did you mean 'overlap'?
          overlap: soon         | 'overlap' is 'soon', but must be a time such as 90s, 2m, 48h or PT2M
          full-every: 0s        | 'full-every' is '0s', but must be longer than nothing
          format: epochms       | unknown format 'epochms'; did you mean 'epoch-ms'?
          value: now            | 'value' lacks {from}, where the moment to ask from stands
          parameter: 'a&b'      | 'a&b' is no name of a query parameter
          """)
  void anIncrementThatCannotBeAskedForIsToldWithItsLine(String incremental, String problem) {
    folder.write(
        "feeds.yaml", "feed:\n" + (MAAS360 + "  incremental:\n    " + incremental).indent(2));
    assertThat(folder.problems()).containsExactly("feeds.yaml:10: " + problem);
  }

  @Test
  void anIncrementNeedsAParameterAndFullAnswersBetween() {
    folder.write(
        "feeds.yaml",
        "feed:\n  kind: traveler\n  snapshot: delta\n"
            + "  http: {url: https://t, user: u, password: p, incremental: {overlap: 5m}}\n");
    assertThat(folder.problems())
        .containsExactly(
            "feeds.yaml:3: 'incremental' is of no use to a feed whose every answer is a delta",
            "feeds.yaml:4: 'parameter' is missing: it takes the moment to ask from");
  }

  @Test
  void workspaceOneCountsItsPagesFromZero() {
    HttpConfig http =
        feed(
                """
                kind: workspace-one
                http:
                  url: https://as1.awmdm.example
                  user: hub
                  password: p
                  headers: {aw-tenant-code: k}
                """,
                Map.of())
            .http()
            .orElseThrow();
    assertThat(http.first())
        .isEqualTo("https://as1.awmdm.example/API/mdm/devices/search?pagesize=500");
    assertThat(http.pageParameter()).isEqualTo("page");
    assertThat(http.firstPage()).isZero();
    assertThat(http.headers()).containsEntry("aw-tenant-code", "k").containsKey("Accept");
  }

  @Test
  void googleNamesTheNextPageByAToken() {
    HttpConfig http =
        feed("kind: google\nhttp: {login: token, token: t}\n", Map.of()).http().orElseThrow();
    assertThat(http.tokenParameter()).isEqualTo("pageToken");
    assertThat(http.pageParameter()).isEmpty();
  }

  private FeedConfig feed(String yaml, Map<String, String> environment) {
    folder.write("feeds.yaml", "feed:\n" + yaml.indent(2));
    return folder.load(environment).feeds().get("feed");
  }

  @Test
  void aGraphFeedLogsInAtMicrosoftAndAsksGraph() {
    HttpConfig http =
        feed("""
        kind: graph
        http: {tenant: contoso, client-id: c, client-secret: s3cret, timeout: 5m}
        """)
            .http()
            .orElseThrow();

    assertThat(http.first())
        .isEqualTo("https://graph.microsoft.com/v1.0/deviceManagement/managedDevices?$top=1000");
    assertThat(http.tokenUrl())
        .isEqualTo("https://login.microsoftonline.com/contoso/oauth2/v2.0/token");
    assertThat(http.scope()).isEqualTo("https://graph.microsoft.com/.default");
    assertThat(http.pageParameter()).isEmpty();
    assertThat(http.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(http.toString()).doesNotContain("s3cret").startsWith("OAUTH2 https://graph");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          url: https://t, user: u                                  | 'password' is missing: login 'basic' needs it
          url: https://t, user: u, password: p, client-id: c       | 'client-id' is of no use to login 'basic'
          url: https://t, user: u, password: p, pasword: c         | unknown key 'pasword'; did you mean 'password'?
          user: u, password: p                                     | 'url' is missing: the server's address
          url: ftp://t, user: u, password: p                       | 'url' must be an address such as https://mdm.example/path
          url: "https://u:p@t", user: u, password: p               | 'url' must be an address such as https://mdm.example/path
          url: https://t t, user: u, password: p                   | 'url' must be an address such as https://mdm.example/path
          url: https://t, user: u, password: p, path: "/{tenant}/x" | 'tenant' is missing: 'path' needs it
          url: https://t, user: u, password: p, login: digest      | unknown login 'digest'; known: none, basic, token, oauth2, service-account, maas360
          url: https://t, user: u, password: p, timeout: long      | 'timeout' is 'long', but must be a time such as 90s, 2m, 48h or PT2M
          url: https://t, user: u, password: p, headers: {a b: c}  | 'a b' is no name of a header
          url: https://t, user: u, password: p, headers: {a: "b\\nc: d"} | 'a' must be one line
          url: https://t, user: u, password: "${NOT_SET}"          | 'password' names ${NOT_SET}, which is not set in the environment
          """)
  void aServerThatCannotBeAskedIsTold(String http, String problems) {
    folder.write("feeds.yaml", "feed:\n  kind: traveler\n  http:\n    {" + http + "}\n");

    assertThat(folder.problems().stream().map(line -> line.replace("feeds.yaml:4: ", "")))
        .containsExactly(problems.split("~"));
  }

  @Test
  void theSampleServersAddressIsFilledInOnceTheyRun() {
    folder.write("hub.properties", "samples=true\n");
    FeedConfig feed =
        feed("kind: traveler\nhttp: {url: '${samples.url}', user: hub, password: sample}");
    assertThat(feed.http().orElseThrow().asksSamples()).isTrue();

    HttpConfig http =
        folder.load().samplesAt("http://127.0.0.1:9").feeds().get("feed").http().orElseThrow();
    assertThat(http.first()).isEqualTo("http://127.0.0.1:9/api/traveler/devices?pm=100");
    assertThat(http.asksSamples()).isFalse();
  }

  @Test
  void aFeedThatAsksSampleServersWhichDoNotRunIsTold() {
    folder.write(
        "feeds.yaml",
        "a: {kind: directory}\n"
            + "b: {kind: traveler, http: {url: '${samples.url}', user: u, password: p}}\n");

    assertThat(folder.problems())
        .containsExactly(
            "feeds.yaml:2: feed 'b' asks the sample servers, but the setting 'samples' is not true:"
                + " give its real 'url'");
  }
}
