package devicehub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import devicehub.faults.Ledger.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is set while the hub runs, as by somebody's mistake or a late time server. */
final class ClockTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void aClockThatIsSetStopsNothingAndUndoesNothing() throws Exception {
    Troubles clock = FsyncTest.compiled(folder);
    try (Campaign campaign = new Campaign(folder, false)) {
      // Files keep the right time here, so a purge would take what came in for a day old.
      Files.delete(campaign.ground().routes().resolve("purge.camel.yaml"));
      campaign.enroll();
      try (HubProcess hub = campaign.start(clock.environment())) {
        for (int days : new int[] {2, -2, -30, 0}) {
          clock.moveClock(Duration.ofDays(days));
          await().atMost(PATIENCE).until(() -> campaign.broker().cycles(1) > 0);
          assertThat(campaign.broker().cycles(3)).as("at %d days", days).isLessThan(6);
          int before = campaign.ledger().confirmed(Kind.PUSHED).size();
          await()
              .atMost(PATIENCE)
              .until(() -> campaign.ledger().confirmed(Kind.PUSHED).size() > before + 1);
          assertThat(campaign.health()).as("at %d days", days).isEqualTo(200);
        }
        assertThat(hub.isAlive()).isTrue();
      }
      List<String> errors =
          Files.readString(campaign.ground().log())
              .lines()
              .filter(line -> line.contains(" ERROR ") || line.contains("Exception:"))
              .toList();
      assertThat(errors).isEmpty();
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }
}
