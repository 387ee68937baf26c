package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.fleet.server.Fault;
import devicehub.fleet.server.SampleServers;
import devicehub.fleet.server.Service;
import devicehub.fleet.server.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that answer as MaaS360 and Traveler do, with what goes wrong at such servers. */
class FaultyServersTest {
  @TempDir Path folder;
  private HubRun hub;
  private SampleServers servers;

  @BeforeEach
  void aHubThatHasTakenEverythingOnce() throws IOException {
    hub = new HubRun(folder);
    servers = SampleServers.start(0, Stock.read(Path.of("config/samples")));
    String address = servers.address().toString().replaceAll("/$", "");
    edit("feeds.yaml", "url: ${samples.url}", "url: " + address);
    assertThat(hub.once()).as(hub.err).isZero();
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = hub.config.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "TRAVELER, UNAUTHORIZED, 401",
    "TRAVELER, HTML_LOGIN, HTML",
    "TRAVELER, NEXT_LOOP, circle",
    "TRAVELER, FOREIGN_NEXT, not on the configured server",
    "TRAVELER, TRUNCATED_BODY, broke off",
    "TRAVELER, EMPTY_BODY, ''",
    "TRAVELER, SERVER_ERROR, 503",
    "TRAVELER, SLOW_DRIP, ''",
    "TRAVELER, CLOSED_FOR_AN_HOUR, asked again in 3600 s",
    "MAAS360, UNAUTHORIZED, 401",
    "MAAS360, HTML_LOGIN, ''",
    "MAAS360, TRUNCATED_BODY, ''",
    "MAAS360, SERVER_ERROR, 503",
    "MAAS360, CLOSED_FOR_AN_HOUR, asked again in 3600 s",
  })
  void aFaultFailsItsFeedAloneAndTheEarlierSnapshotStays(
      Service service, Fault fault, String trouble) throws IOException {
    String merged = hub.text("merged.csv");
    String exceptions = hub.text("exceptions.csv");
    servers.fail(service, fault);
    if (fault == Fault.SLOW_DRIP) { // that which is waited for, while the other feed needs its time
      edit("hub.properties", "poll.timeout=60s", "poll.timeout=10s");
    }
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    String faulty = service == Service.TRAVELER ? "traveler" : "maas360";
    String sound = service == Service.TRAVELER ? "maas360" : "traveler";
    assertThat(hub.feed(faulty).path("state").asText()).isEqualTo("failed");
    assertThat(hub.feed(faulty).path("trouble").asText()).isNotBlank().contains(trouble);
    assertThat(hub.feed(sound).path("state").asText()).isEqualTo("in force");
    assertThat(hub.text("merged.csv")).isEqualTo(merged);
    assertThat(hub.text("exceptions.csv")).isEqualTo(exceptions);

    servers.heal(service);
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.feed(faulty).path("state").asText()).isEqualTo("in force");
  }

  /** It answers in XML unless it is asked for JSON. */
  @Test
  void maas360IsAskedForXmlByAFeedThatReadsXml() throws IOException {
    String merged = hub.text("merged.csv");
    edit(
        "feeds.yaml",
        "\nmaas360:\n  kind: maas360\n",
        "\nmaas360:\n  kind: maas360\n  format: xml\n");
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.feed("maas360").path("state").asText()).isEqualTo("in force");
    assertThat(hub.text("merged.csv")).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({"MAAS360, EXPIRED_TOKEN_MID_PAGING", "TRAVELER, RATE_LIMIT"})
  void whatAServerMayDoIsLivedWith(Service service, Fault fault) throws IOException {
    String merged = hub.text("merged.csv");
    servers.fail(service, fault);
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.text("merged.csv")).isEqualTo(merged);
  }
}
