package devicehub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.faults.SyncFault.End;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk on which nothing can be forced any more; {@link FsyncLoop} tries many more places. */
final class FsyncTest {
  @TempDir private Path folder;

  @Test
  void whatCouldNotBeForcedToTheDiskIsNeverConfirmed() throws Exception {
    Troubles disk = compiled(folder);
    try (Campaign campaign = new Campaign(folder, true)) {
      campaign.enroll();
      SyncFault fault = new SyncFault(campaign, disk);
      fault.meet(2, End.KILLED); // while the hub starts
      fault.meet(90, End.ONCE); // under load
      fault.meet(120, End.REPAIRED);
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }

  static Troubles compiled(Path folder) throws InterruptedException {
    try {
      return Troubles.compile(folder.resolve("troubles"));
    } catch (IOException e) {
      return Assumptions.abort("no C compiler for src/test/c/trouble.c: " + e.getMessage());
    }
  }
}
