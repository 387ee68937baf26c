package devicehub;

import static devicehub.RunningHub.ANN;
import static devicehub.RunningHub.HEADER;
import static devicehub.RunningHub.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import devicehub.store.CutLine;
import devicehub.store.PostgresServer;
import devicehub.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** While the database is away the hub takes nothing in; it goes on by itself when it is back. */
class StoreAwayTest {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  private static final String FEED = "/feeds/mailboxes";
  private static final String BOB =
      "\"Bob Roe\",\"bob.roe@acme.example\",\"7R93UFOQ7H0K39JPMFPTEMJQ3L\",\"iPhone\",\"\"\r\n";

  /** Four seconds on a quiet machine; thirty, the pool's own patience, if nothing bounded it. */
  private static final Duration NOT_FOR_EVER = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void theHubPausesAndResumesAlone() throws Exception {
    StoreSettings database = SERVER.newDatabase(folder.resolve("data"));
    try (CutLine line = new CutLine(database)) {
      HubRun folders =
          RunningHub.folders(
              folder,
              "store.url=" + line.through(database).url(),
              "store.user=hub",
              "store.lease=2s");
      Files.writeString(
          folders.routes.resolve("mailboxes.camel.yaml"),
          Files.readString(Path.of("routes/exchange.camel.yaml"))
              .replace("exchange", "mailboxes")
              .replace("delay: \"5000\"", "delay: \"500\""));
      try (RunningHub hub = RunningHub.start(folders)) {
        assertThat(hub.send(hub.push(FEED, HEADER + JANE)).statusCode()).isEqualTo(200);

        line.cut();
        folders.drop("mailboxes", "waits.csv", HEADER + JANE + ANN);
        long begun = System.nanoTime();
        HttpResponse<String> refused = hub.send(hub.push(FEED, HEADER + JANE + BOB));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NOT_FOR_EVER);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.body())
            .isEqualTo("{\"error\":\"the hub's store cannot be written; nothing was taken\"}");
        HttpResponse<String> ready = hub.send(hub.to("/health/ready"));
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"DOWN\"", "\"store\"");
        assertThat(hub.send(hub.to("/health/live")).statusCode()).isEqualTo(200);
        assertThatThrownBy(hub.wiring::cycle).as("the cycle is left out").isNotNull();

        line.mend();
        Path waits = hub.data.resolve("inbox/mailboxes/waits.csv");
        await().until(() -> Files.notExists(waits));
        await().until(() -> hub.json(hub.to("/health/ready")).path("status").asText().equals("UP"));
        assertThat(hub.data.resolve("inbox/mailboxes/.failed")).doesNotExist();
        await()
            .until(
                () ->
                    hub.json(hub.push(FEED, HEADER + JANE + ANN))
                        .path("state")
                        .asText()
                        .equals("nothing new"));
        hub.wiring.cycle();
        assertThat(folders.text("exceptions.csv")).contains("ann.poe@acme.example");
      }
    }
  }
}
