package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workspace ONE, which answers HTTP 204 without a body where it has no device to tell of. */
class EmptyAnswerTest {
  private static final String ONE_DEVICE =
      """
      {"Devices":[{"Id":{"Value":12001},"EasId":"TUCLLFJHPL779ACL9DCJQFN39F",
        "SerialNumber":"DMPVQ0AAHP50","UserEmailAddress":"rita.roe@acme.example",
        "Platform":"Apple","Model":"iPad","EnrollmentStatus":"Enrolled"}],
       "Page":0,"PageSize":500,"Total":1}
      """;

  @TempDir Path folder;
  private HubRun hub;
  private HttpServer server;
  private volatile String body = "";

  @BeforeEach
  void aHubThatAsksWorkspaceOne() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(
              bytes.length == 0 ? 204 : 200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    hub = RunningHub.folders(folder, "poll.timeout=30s");
    for (String route : new String[] {"maas360", "poll"}) {
      String shipped = Files.readString(Path.of("routes/" + route + ".camel.yaml"));
      Files.writeString(
          hub.routes.resolve(route.replace("maas360", "tablets") + ".camel.yaml"),
          shipped.replace("maas360", "tablets"));
    }
    Files.writeString(
        hub.config.resolve("feeds.yaml"),
        """
        tablets:
          kind: workspace-one
          http:
            url: http://127.0.0.1:%d
            user: hub
            password: sample
        """
            .formatted(server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void noDeviceAtAllIsHeldUntilThereAreSomeAgain() throws IOException {
    assertThat(hub.once()).as("from the first day").isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("tablets").path("trouble").asText()).contains("holds no record");

    body = "{\"Device\":[],\"Total\":0}";
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("tablets").path("trouble").asText())
        .endsWith(
            "nothing stands at 'Devices', where its records are looked for; at the top stands Device, Total");

    body = ONE_DEVICE;
    assertThat(hub.once()).as(hub.err).isZero();

    body = "";
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("tablets").path("state").asText()).isEqualTo("held");
    assertThat(hub.run("explain", "tablets:12001")).as("what it said before stays").isZero();

    assertThat(hub.run("release", "tablets", "--note", "all sold", "--by", "Ann Poe")).isZero();
    assertThat(hub.once()).as("a person said so").isZero();
    assertThat(hub.run("explain", "tablets:12001")).isEqualTo(Exit.UNKNOWN_RECORD);
  }
}
