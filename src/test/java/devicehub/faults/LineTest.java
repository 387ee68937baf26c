package devicehub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import devicehub.faults.Proxy.Fault;
import devicehub.fleet.server.SampleServers;
import devicehub.fleet.server.Stock;
import devicehub.store.PostgresServer;
import devicehub.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that break at the worst moment: to the broker, to the database, to a server. */
final class LineTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  /** The broker has taken a message, and its answer never arrives: what was sent is sent again. */
  @Test
  void noMessageIsLostWhereTheLineToTheBrokerBreaks() throws Exception {
    try (Campaign campaign = new Campaign(folder, false)) {
      campaign.enroll();
      try (HubProcess hub = campaign.start()) {
        for (Fault fault : new Fault[] {Fault.RESET, Fault.BLACK_HOLE, Fault.HALF_CLOSE}) {
          campaign.line().toClient(fault);
          await()
              .atMost(PATIENCE)
              .until(() -> campaign.caller().health().contains("messages wait for the broker"));
          int before = campaign.ledger().confirmed();
          await().atMost(PATIENCE).until(() -> campaign.ledger().confirmed() > before + 2);

          campaign.line().heal();
          await()
              .atMost(PATIENCE)
              .until(() -> !campaign.caller().health().contains("messages wait"));
        }
        assertThat(hub.isAlive()).isTrue();
      }
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }

  @Test
  void anAnswerThatBreaksOffChangesNothing() throws Exception {
    try (SampleServers servers = SampleServers.start(0, Stock.read(Path.of("config/samples")));
        Proxy line = new Proxy(URI.create(servers.address().toString()).getPort());
        Campaign campaign = new Campaign(folder, false)) {
      campaign.ground().askTraveler("http://127.0.0.1:" + line.port());
      try (HubProcess hub = campaign.start()) {
        assertThat(campaign.caller().health()).doesNotContain("feed traveler");

        line.toClient(Fault.RESET, 3_000);
        await().atMost(PATIENCE).until(() -> campaign.caller().health().contains("feed traveler"));
        line.heal();
        await().atMost(PATIENCE).until(() -> !campaign.caller().health().contains("traveler"));
        assertThat(hub.isAlive()).isTrue();
      }
    }
  }

  /** Whether the database has committed is not known; it has, and nothing happens twice. */
  @Test
  void aCommitWhoseAnswerIsLostIsNotMadeTwice() throws Exception {
    PostgresServer server = new PostgresServer();
    server.beforeAll(null);
    StoreSettings store = server.newDatabase(folder.resolve("data"));
    URI address = URI.create(store.url().substring("jdbc:".length()));
    try (Proxy line = new Proxy(address.getPort());
        Campaign campaign =
            new Campaign(
                folder,
                folder.resolve("data"),
                false,
                "#database=" + store.url(),
                "store.url=jdbc:postgresql://127.0.0.1:" + line.port() + address.getPath(),
                "store.user=hub")) {
      campaign.enroll();
      try (HubProcess hub = campaign.start()) {
        for (int cut = 0; cut < 8; cut++) {
          int before = campaign.ledger().confirmed();
          line.resetAfter("COMMIT");
          await().atMost(PATIENCE).until(() -> line.hasCut());
          await().atMost(PATIENCE).until(() -> campaign.ledger().confirmed() > before + 2);
        }
        assertThat(hub.isAlive()).isTrue();
      }
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }
}
