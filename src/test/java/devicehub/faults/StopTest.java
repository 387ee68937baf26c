package devicehub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import devicehub.faults.Proxy.Fault;
import devicehub.fleet.server.SampleServers;
import devicehub.fleet.server.Stock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends of the process that are meant: told to stop, held for a while, out of memory. */
final class StopTest {
  private static final int STOP_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void aHubStopsInOrderWhileAServerDripsItsFirstAnswer() throws Exception {
    try (SampleServers servers = SampleServers.start(0, Stock.read(Path.of("config/samples")));
        Proxy line = new Proxy(servers.address().getPort());
        Campaign campaign = new Campaign(folder, false)) {
      campaign.ground().askTraveler("http://127.0.0.1:" + line.port());
      line.toClient(Fault.DRIP);
      try (HubProcess hub = HubProcess.run(campaign.ground())) {
        await().atMost(PATIENCE).until(line::isInUse);
        assertThat(hub.stop(STOP_SECONDS)).isZero();
      }
    }
  }

  @Test
  void aHubStopsInOrderInTheMiddleOfALaterPoll() throws Exception {
    try (SampleServers servers = SampleServers.start(0, Stock.read(Path.of("config/samples")));
        Proxy line = new Proxy(servers.address().getPort());
        Campaign campaign = new Campaign(folder, false)) {
      campaign.ground().askTraveler("http://127.0.0.1:" + line.port());
      try (HubProcess hub = campaign.start()) {
        line.toClient(Fault.DRIP);
        await().atMost(PATIENCE).until(line::hasMetFault);
        assertThat(hub.stop(STOP_SECONDS)).isZero();
      }
    }
  }

  @Test
  void aHubThatWasHeldForAWhileDoesNotMakeUpForEveryCycle() throws Exception {
    try (Campaign campaign = new Campaign(folder, false)) {
      campaign.enroll();
      try (HubProcess hub = campaign.start()) {
        hub.signal("STOP");
        assertThat(campaign.broker().cycles(10)).as("while it is held").isLessThan(3);
        hub.signal("CONT");
        int cycles = 0;
        for (int second = 0; cycles == 0 && second < 60; second++) {
          cycles = campaign.broker().cycles(1);
        }
        cycles += campaign.broker().cycles(3);
        assertThat(cycles).as("ten were missed; some of 4 s may be there").isBetween(1, 9);
      }
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }

  @Test
  void aHubWithoutMemoryEndsAndSaysSo() throws Exception {
    try (Campaign campaign = new Campaign(folder, false)) {
      StringBuilder many = new StringBuilder(Rows.MAIL);
      for (int number = 1; number < 800_000; number++) {
        many.append(Rows.mailRow(number));
      }
      try (HubProcess hub = campaign.start("-Xmx64m")) {
        campaign.caller().push("pushed?mode=delta", many.toString());
        assertThat(hub.end(120)).isEqualTo(5);
      }
      assertThat(Files.readString(campaign.ground().log())).contains("devicehub: out of memory");
      try (HubProcess again = campaign.start()) {
        assertThat(campaign.health()).isEqualTo(200);
        assertThat(again.stop(60)).isZero();
      }
    }
  }
}
