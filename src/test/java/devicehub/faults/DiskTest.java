package devicehub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose disk is full or read-only; skipped where this user cannot mount one. */
final class DiskTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private SmallDisk disk;

  @BeforeEach
  void aSmallDisk() {
    try {
      disk = SmallDisk.mount(folder.resolve("disk"), 64);
    } catch (IOException e) {
      Assumptions.abort("no disk of its own: " + e.getMessage());
    }
  }

  @AfterEach
  void unmount() throws IOException {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void aFullDiskStopsTheIntakeAndWithRoomItGoesOnByItself() throws Exception {
    try (Campaign campaign = new Campaign(folder, disk.folder(), false)) {
      campaign.enroll();
      try (HubProcess hub = campaign.start()) {
        disk.fill(0);
        await().atMost(PATIENCE).until(() -> campaign.health() == 503);
        assertThat(campaign.caller().health()).contains("disk", "left");

        disk.free();
        int before = campaign.ledger().confirmed();
        await().atMost(PATIENCE).until(() -> campaign.health() == 200);
        await().atMost(PATIENCE).until(() -> campaign.ledger().confirmed() > before + 2);
        assertThat(hub.isAlive()).isTrue();
      }
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }

  /** After a crash a disk may come back read-only. */
  @Test
  void onAReadOnlyDiskAHubDoesNotStartAndSaysWhy() throws Exception {
    try (Campaign campaign = new Campaign(folder, disk.folder(), false)) {
      campaign.enroll();
      campaign.start().kill();
      // The killed hub's files may still be open for a moment.
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                disk.readOnly(true);
                return true;
              });
      try (HubProcess hub = HubProcess.run(campaign.ground())) {
        assertThat(hub.end(120)).isEqualTo(1);
      }
      assertThat(Files.readString(campaign.ground().log()))
          .contains("/hub.lock: Read-only file system")
          .contains("devicehub: the data folder " + disk.folder() + " cannot be used");
      disk.readOnly(false);
      Verdict verdict = campaign.conclude();
      assertThat(verdict.faults()).as(verdict.toString()).isEmpty();
    }
  }

  @Test
  void withAFullReportsDiskTheOldReportStaysAndTheQueueGetsItsMessages() throws Exception {
    Path reports = disk.folder();
    try (Campaign campaign =
        new Campaign(folder, folder.resolve("data"), false, "reports.dir=" + reports)) {
      campaign.enroll();
      try (HubProcess hub = campaign.start()) {
        await().atMost(PATIENCE).until(() -> campaign.ledger().confirmed() > 5);
        disk.fill(0);
        await().atMost(PATIENCE).until(() -> campaign.health() == 503);
        await().atMost(PATIENCE).until(() -> campaign.caller().health().contains("reports"));
        disk.fill(0); // with what the failed reports gave back
        String old = Files.readString(reports.resolve("summary.json"));
        int before = campaign.ledger().confirmed();
        await().atMost(PATIENCE).until(() -> campaign.ledger().confirmed() > before + 5);
        await().atMost(PATIENCE).until(() -> Books.owed(campaign.ground()) == 0);
        assertThat(reports.resolve("summary.json")).hasContent(old);
        disk.free();
        await().atMost(PATIENCE).until(() -> campaign.health() == 200);
        assertThat(hub.isAlive()).isTrue();
      }
    }
  }
}
