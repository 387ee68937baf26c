package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import devicehub.fleet.server.Fault;
import devicehub.fleet.server.SampleServers;
import devicehub.fleet.server.Service;
import devicehub.fleet.server.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MaaS360 asked for what changed since the poll before. Every {@code once} is a start of its own,
 * so all that it knows of polls before comes from the snapshot log.
 */
class IncrementalPollTest {
  private static final String STATUS = "maas360ManagedStatus";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private HubRun hub;
  private SampleServers servers;
  private final List<String> devices = new ArrayList<>();

  @BeforeEach
  void aHubThatAskedForEverythingOnce() throws IOException {
    hub = new HubRun(folder);
    for (String route : List.of("exchange", "people", "traveler")) {
      Files.delete(hub.routes.resolve(route + ".camel.yaml"));
    }
    devices.addAll(Stock.read(Path.of("config/samples")).maas360());
    servers = SampleServers.start(0, Stock.empty());
    restock();
    incremental("overlap: 0s");
    Files.writeString(
        hub.config.resolve("hub.properties"),
        "samples=false\npoll.timeout=30s\nhold.growth.rows=25");
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(rowsIn()).isEqualTo(devices.size());
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  private void incremental(String block) throws IOException {
    Files.writeString(
        hub.config.resolve("feeds.yaml"),
        """
        maas360:
          kind: maas360
          grace: 1ms
          http:
            url: %s
            billing-id: 30000001
            user: hub
            password: sample
            access-key: sample
            page-size: 25
            incremental: {%s}
        """
            .formatted(servers.address(), block));
  }

  private void restock() {
    servers.restock(new Stock(devices, List.of(), List.of()));
  }

  /** A device tells MaaS360 something new, at this moment. */
  private String reports(int device, String field, String value) throws IOException {
    ObjectNode changed = (ObjectNode) JSON.readTree(devices.get(device));
    String id = changed.path("maas360DeviceID").asText();
    changed.put(field, value);
    changed.put("lastReportedInEpochms", System.currentTimeMillis());
    devices.set(device, changed.toString());
    restock();
    return "maas360:" + id;
  }

  /** A device that MaaS360 does not list any more. */
  private String leaves(int device) throws IOException {
    JsonNode gone = JSON.readTree(devices.remove(device));
    restock();
    return "maas360:" + gone.path("maas360DeviceID").asText();
  }

  private int rowsIn() throws IOException {
    return hub.feed("maas360").path("rowsIn").asInt();
  }

  private String explained(String record) {
    return hub.run("explain", record) == Exit.OK ? hub.out : "";
  }

  @Test
  void whatChangedComesAndWhatDidNotReportStaysUntilAFullPollLeavesItOut() throws IOException {
    String gone = leaves(devices.size() - 1);
    for (int device = 0; device < 4; device++) {
      String changed = reports(device, STATUS, "Control Removed");
      assertThat(hub.once()).as(hub.err).isZero();
      assertThat(rowsIn()).isEqualTo(1);
      assertThat(explained(changed)).contains("is retired");
    }
    for (int device = 0; device < 60; device++) {
      reports(device, STATUS, "Control Removed");
    }
    assertThat(hub.once()).as("three pages of changes").isZero();
    assertThat(rowsIn()).isEqualTo(60);
    assertThat(explained(gone)).isNotEmpty();

    incremental("overlap: 0s, full-every: 1ms");
    assertThat(hub.once()).as(hub.text("summary.json")).isZero();
    assertThat(rowsIn()).isEqualTo(devices.size());
    assertThat(explained(gone)).as("missing once is not gone").isNotEmpty();
    assertThat(hub.once()).isZero();
    assertThat(explained(gone)).isEmpty();
  }

  @Test
  void nothingChangedIsNoShrunkenFeed() throws IOException {
    for (int poll = 0; poll < 3; poll++) {
      assertThat(hub.once()).as(hub.err).isZero();
      assertThat(rowsIn()).isZero();
      assertThat(hub.feed("maas360").path("state").asText()).isEqualTo("in force");
    }
    assertThat(hub.json("summary.json").path("records").path("enrollments").asInt())
        .isGreaterThan(100);
  }

  @Test
  void aPollThatFailsOrIsHeldIsMadeUpForByTheNext() throws IOException {
    String changed = reports(0, STATUS, "Control Removed");
    servers.fail(Service.MAAS360, Fault.HTML_LOGIN);
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    servers.heal(Service.MAAS360);

    List<String> good = List.copyOf(devices);
    for (int device = 1; device < 20; device++) {
      reports(device, "maas360DeviceID", "");
    }
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("maas360").path("trouble").asText()).contains("rejected");
    devices.clear();
    devices.addAll(good);
    restock();

    assertThat(hub.once()).as("it asks from the last good poll on").isZero();
    assertThat(rowsIn()).isEqualTo(1);
    assertThat(explained(changed)).contains("is retired");
    hub.run("holds");
    assertThat(hub.out).as("what was held has been said again").isEmpty();
  }
}
