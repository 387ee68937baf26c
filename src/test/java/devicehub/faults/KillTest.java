package devicehub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.drill.KillPoint;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every named place of death once, and some random ones; {@link KillLoop} does the same three
 * hundred times over.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES) // 12 were seen on two cores at a load of 30
final class KillTest {
  @TempDir private Path folder;

  @Test
  void whatWasConfirmedIsThereOnceAfterAKillAtEveryNamedPlace() throws Exception {
    try (Campaign campaign = new Campaign(folder, false)) {
      campaign.killAt(KillPoint.MIGRATING, 2);
      campaign.enroll();
      for (KillPoint point : KillPoint.values()) {
        if (point != KillPoint.MIGRATING) {
          campaign.killAt(point, 1);
        }
      }
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }

  @Test
  void whatWasConfirmedIsThereOnceAfterKillsAtAnyTime() throws Exception {
    try (Campaign campaign = new Campaign(folder, true)) {
      campaign.enroll();
      for (long millis : new long[] {900, 2_100, 3_700, 2_900}) {
        campaign.killAfter(millis);
      }
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }
}
