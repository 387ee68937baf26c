package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import devicehub.decision.DecisionLogContract;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.inventory.RawStoreContract;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLogContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Of all hubs on one database one leads, and who led before can write nothing any more. */
final class LeaseTest {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT =
      Duration.ofSeconds(3); // which other tests' load leaves time to renew

  @TempDir private Path folder;
  private StoreSettings database = StoreSettings.sqlite(Path.of("none"));

  @SuppressWarnings("NullAway.Init")
  private Database tables;

  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final ExecutorService others = Executors.newCachedThreadPool();

  @BeforeEach
  void newDatabase() {
    database = SERVER.newDatabase(folder.resolve("unused"));
    tables = Database.open(database);
  }

  @AfterEach
  void close() throws Exception {
    others.shutdownNow();
    for (AutoCloseable part : open) {
      part.close();
    }
    tables.close();
  }

  private StoreSettings at(String machine) {
    return at(machine, LONG);
  }

  private StoreSettings at(String machine, Duration lease) {
    return new StoreSettings(
        folder.resolve(machine), database.url(), database.user(), database.password(), lease);
  }

  private Candidate candidate(String machine) {
    return candidate(machine, LONG);
  }

  private Candidate candidate(String machine, Duration lease) {
    Candidate candidate = Candidate.of(at(machine, lease));
    open.add(candidate);
    return candidate;
  }

  private Store lead(Candidate candidate) {
    assertThat(candidate.takesLead()).isTrue();
    Store store = candidate.store();
    open.add(0, store);
    return store;
  }

  private static Snapshot snapshot(String content) {
    return SnapshotLogContract.snapshot(
        "exchange", Snapshot.Kind.FULL, Snapshot.State.IN_FORCE, content);
  }

  /** Ends the lease that a leader would renew, as when its process sleeps; another takes it. */
  private Store succeed(Candidate candidate) {
    await()
        .pollDelay(Duration.ZERO)
        .ignoreExceptions()
        .until(
            () -> {
              sql("UPDATE leader SET expires_at = 0");
              return candidate.takesLead();
            });
    Store store = candidate.store();
    open.add(0, store);
    return store;
  }

  private int sql(String statement) {
    return tables.write(handle -> handle.execute(statement));
  }

  @Test
  void theSecondHubIsToldWhoLeads() {
    lead(candidate("a"));

    assertThat(candidate("b").takesLead()).isFalse();
    assertThatThrownBy(() -> Store.open(at("c")))
        .isInstanceOf(LedElsewhereException.class)
        .hasMessageContaining(":" + ProcessHandle.current().pid())
        .hasMessageContaining("leads on this database");
    try (Candidate again = Candidate.of(at("c"))) {
      assertThat(again.takesLead()).as("its folder was let go of").isFalse();
    }
  }

  @Test
  void aHubThatStopsInOrderIsSucceededAtOnce() {
    Store first = lead(candidate("a"));
    Candidate second = candidate("b");
    first.snapshots().add(snapshot("monday"));
    first.close();

    Store store = lead(second);

    assertThat(store.snapshots().inForce()).hasSize(1);
    store.snapshots().add(snapshot("tuesday"));
  }

  @Test
  void aLeadThatIsRenewedLastsForMuchLongerThanTheLease() {
    Store first = lead(candidate("a", SHORT));
    Candidate second = candidate("b");

    await()
        .during(SHORT.multipliedBy(3))
        .atMost(SHORT.multipliedBy(10))
        .until(() -> !second.takesLead());

    first.snapshots().add(snapshot("monday"));
  }

  @Test
  void whoLostTheLeadReadsAndWritesNothingAndIsToldOnce() {
    Store first = lead(candidate("a"));
    List<String> told = new ArrayList<>();
    first.onLost(told::add);
    Candidate second = candidate("b");
    Store store = succeed(second);

    isFenced(() -> first.snapshots().add(snapshot("monday")));
    isFenced(
        () ->
            first
                .decisions(change -> "")
                .decide(DecisionLogContract.decision(Kind.EXCLUDE, Optional.empty())));
    isFenced(() -> first.raw().keep("x", RawStoreContract.text("x")));
    isFenced(() -> first.outbox().pending(10));
    assertThat(store.snapshots().inForce()).isEmpty();
    assertThat(store.decisions(change -> "").decisions()).isEmpty();
    assertThat(told).hasSize(1);
  }

  /** Its connections were ended too: one that did not know of it yet fails as such first. */
  private static void isFenced(ThrowingCallable use) {
    await().untilAsserted(() -> assertThatThrownBy(use).isInstanceOf(LedElsewhereException.class));
  }

  @Test
  void aLongWriteHoldsUpNoRenewal() throws Exception {
    Candidate first = candidate("a", SHORT);
    assertThat(first.takesLead()).isTrue();
    Lease lease = first.lease().orElseThrow();
    Candidate second = candidate("b");
    try (Database leading = Database.leading(at("a"), lease)) {
      CountDownLatch finish = new CountDownLatch(1);
      Future<Boolean> write =
          others.submit(
              () ->
                  leading.write(
                      handle -> {
                        awaitQuietly(finish);
                        return true;
                      }));

      await()
          .during(SHORT.multipliedBy(3))
          .atMost(SHORT.multipliedBy(10))
          .until(() -> !second.takesLead());
      finish.countDown();

      assertThat(write.get()).isTrue();
    }
  }

  /** A process that sleeps inside a transaction keeps its locks; the next leader ends them. */
  @Test
  void whatASleepingLeaderHasOpenIsEndedAndNotWritten() throws Exception {
    Candidate first = candidate("a");
    assertThat(first.takesLead()).isTrue();
    Lease lease = first.lease().orElseThrow();
    Candidate second = candidate("b");
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch wake = new CountDownLatch(1);
    try (Database leading = Database.leading(at("a"), lease)) {
      Future<?> sleeping =
          others.submit(
              () ->
                  leading.write(
                      handle -> {
                        handle.execute("INSERT INTO raw_inputs VALUES ('x', 1, 1)");
                        written.countDown();
                        awaitQuietly(wake);
                        return true;
                      }));
      written.await();
      Store store = succeed(second);
      wake.countDown();

      assertThatThrownBy(sleeping::get).hasCauseInstanceOf(StoreException.class);
      assertThat(store.snapshots().inForce()).isEmpty();
      assertThat(sql("DELETE FROM raw_inputs")).isZero();
    }
  }

  /** Should its session not be found by its name, it is waited for: both never write at once. */
  @Test
  void aWriteThatCannotBeEndedIsWaitedFor() throws Exception {
    Candidate first = candidate("a");
    assertThat(first.takesLead()).isTrue();
    Lease lease = first.lease().orElseThrow();
    Candidate second = candidate("b");
    CountDownLatch unknown = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    try (Database leading = Database.leading(at("a"), lease)) {
      Future<Boolean> write =
          others.submit(
              () ->
                  leading.write(
                      handle -> {
                        handle.execute("SET LOCAL application_name = 'unknown'");
                        unknown.countDown();
                        awaitQuietly(finish);
                        return true;
                      }));
      unknown.await();
      Future<Store> successor = others.submit(() -> succeed(second));
      await().until(() -> waiting() > 0);

      finish.countDown();

      assertThat(write.get()).isTrue();
      successor.get().snapshots().add(snapshot("monday"));
    }
  }

  private long waiting() {
    return tables.read(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")
                .mapTo(Long.class)
                .one());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aNewerHubThatLeadsKeepsAnOlderOneFromTakingOver() {
    Candidate old = candidate("a");
    sql(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (99, '99', 'tomorrow', 'SQL', 'V99__tomorrow.sql', 'hub', 0, true)");

    assertThat(old.takesLead()).isTrue();
    assertThatThrownBy(old::store)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a newer hub wrote this store");
  }

  @Test
  void aNewerHubChangesNoTablesUnderAnOlderOneThatLeads() {
    Store old = lead(candidate("a"));
    sql(
        "DELETE FROM flyway_schema_history"
            + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)");

    assertThatThrownBy(() -> Candidate.of(at("b")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("an older hub (")
        .hasMessageContaining("stop it first");
    old.snapshots().add(snapshot("monday"));
  }
}
