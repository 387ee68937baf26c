package devicehub.store;

import static devicehub.inventory.Snapshot.Kind.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import devicehub.decision.DecisionLogContract;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.inventory.Expiry;
import devicehub.inventory.HoldDecision;
import devicehub.inventory.NotHeldException;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStoreContract;
import devicehub.inventory.Recall;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.State;
import devicehub.inventory.SnapshotLog;
import devicehub.inventory.SnapshotLogContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PostgresStoreTest extends StoreContract {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  @TempDir private Path folder;
  private StoreSettings settings = StoreSettings.sqlite(Path.of("none"));

  @Override
  StoreSettings settings() {
    if (settings.isSqlite()) {
      settings = SERVER.newDatabase(folder.resolve("data"));
    }
    return settings;
  }

  private StoreSettings elsewhere() {
    StoreSettings here = settings();
    return new StoreSettings(folder.resolve("other"), here.url(), here.user(), here.password());
  }

  @Test
  void aGuestFromAnotherMachineSeesAllAndDecides() throws IOException {
    RawPart part = raw().keep("monday.csv", RawStoreContract.text("abc"));
    try (Store guest = Store.join(elsewhere())) {
      guest
          .decisions(change -> "")
          .decide(DecisionLogContract.decision(Kind.EXCLUDE, Optional.empty()));
      try (InputStream kept = guest.raw().open(part)) {
        assertThat(kept).hasContent("abc");
      }
    }

    assertThat(decisions().decisions()).hasSize(1);
  }

  @Test
  void rawInputThatWasAlteredIsNotReadToItsEnd() throws IOException {
    RawPart part = raw().keep("monday.csv", RawStoreContract.text("abc"));
    try (Database database = Database.open(settings())) {
      database.write(handle -> handle.execute("UPDATE raw_chunks SET content = 'abd'::bytea"));
    }

    try (InputStream kept = raw().open(part)) {
      assertThatThrownBy(kept::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not what was kept");
    }
  }

  @Test
  void rawInputThatAnEarlierHubKeptInFilesIsMovedIn() throws IOException {
    closeStore();
    RawPart part =
        new DiskRawStore(settings().data()).keep("monday.csv", RawStoreContract.text("abc"));
    Path file = settings().data().resolve("raw/ba").resolve(part.sha256());
    assertThat(file).exists();

    openStore();

    assertThat(file).doesNotExist();
    try (Store guest = Store.join(elsewhere());
        InputStream kept = guest.raw().open(part)) {
      assertThat(kept).hasContent("abc");
    }
  }

  /**
   * Whichever comes first, a full snapshot that came later stands, and nothing stands beside it.
   */
  @Test
  void aReleaseNeverPutsAnOlderSnapshotInThePlaceOfANewer() throws Exception {
    ExecutorService person = Executors.newSingleThreadExecutor();
    try (Store guest = Store.join(elsewhere())) {
      for (int round = 0; round < 60; round++) {
        String feed = "feed" + round;
        snapshots().add(SnapshotLogContract.snapshot(feed, FULL, State.IN_FORCE, "monday"));
        Snapshot held =
            snapshots().add(SnapshotLogContract.snapshot(feed, FULL, State.HELD, "tuesday"));
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> released =
            person.submit(
                () -> {
                  together.await();
                  return release(guest.snapshots(), held);
                });
        together.await();
        Snapshot newer =
            snapshots().add(SnapshotLogContract.snapshot(feed, FULL, State.IN_FORCE, "wednesday"));
        released.get();

        assertThat(snapshots().inForce().stream().filter(s -> s.feed().equals(feed)))
            .containsExactly(newer);
      }
    } finally {
      person.shutdownNow();
    }
  }

  /** Or it could look at snapshots while a release, in another process, puts one in force. */
  @Test
  void aPurgeWaitsForItsTurnWithTheFeed() throws Exception {
    Snapshot first =
        snapshots().add(SnapshotLogContract.snapshot("mailboxes", FULL, State.IN_FORCE, "one"));
    snapshots().add(SnapshotLogContract.snapshot("mailboxes", FULL, State.IN_FORCE, "two"));
    Instant now = first.takenAt().plusSeconds(60);
    ExecutorService purge = Executors.newSingleThreadExecutor();
    try (Database other = Database.open(settings())) {
      Future<Integer> purged =
          other.writeAlone(
              "snapshots of mailboxes",
              handle -> {
                Future<Integer> waits =
                    purge.submit(
                        () ->
                            snapshots()
                                .expire("mailboxes", new Expiry(now, now, now, Recall.NOTHING)));
                await()
                    .until(
                        () -> {
                          assertThat(waits).isNotDone();
                          return other.read(PostgresStoreTest::waiting) == 1;
                        });
                return waits;
              });
      assertThat(purged.get()).isEqualTo(1);
    } finally {
      purge.shutdownNow();
    }
  }

  private static int waiting(Handle handle) {
    return handle
        .select(
            "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
        .mapTo(Integer.class)
        .one();
  }

  private static boolean release(SnapshotLog log, Snapshot held) {
    try {
      log.decide(
          new HoldDecision(
              0, held.id(), held.feed(), HoldDecision.Kind.RELEASE, "Ann Poe", "sold", MONDAY));
      return true;
    } catch (NotHeldException e) {
      return false;
    }
  }
}
