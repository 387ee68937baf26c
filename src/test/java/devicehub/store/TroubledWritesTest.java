package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.decision.DecisionLog;
import devicehub.decision.DecisionLogContract;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Writes that the network or another transaction interferes with happen once or not at all. */
final class TroubledWritesTest {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  @TempDir private Path folder;
  private StoreSettings settings = StoreSettings.sqlite(Path.of("none"));

  /** Four seconds on a quiet machine; thirty, the pool's own patience, if nothing bounded it. */
  private static final Duration NOT_FOR_EVER = Duration.ofSeconds(20);

  @BeforeEach
  void newDatabase() {
    settings = SERVER.newDatabase(folder);
  }

  private static DecisionLog decisions(Store store) {
    return store.decisions(change -> "");
  }

  private static ReviewerDecision excluding() {
    return DecisionLogContract.decision(Kind.EXCLUDE, Optional.empty());
  }

  @Test
  void aDecisionWhoseConfirmationWasLostIsThereOnceAndIsConfirmed() throws IOException {
    try (CutLine line = new CutLine(settings);
        Store guest = Store.join(line.through(settings))) {
      line.cutAfterCommit();

      ReviewerDecision decided = decisions(guest).decide(excluding());

      assertThat(decisions(guest).decisions()).containsExactly(decided);
    }
  }

  @Test
  void aDecisionWhoseCommitWasLostIsNotThereAndNotConfirmed() throws IOException {
    try (CutLine line = new CutLine(settings);
        Store guest = Store.join(line.through(settings))) {
      line.cutBeforeCommit();

      assertThatThrownBy(() -> decisions(guest).decide(excluding()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be written");

      assertThat(decisions(guest).decisions()).isEmpty();
    }
  }

  @Test
  void ofTwoTransactionsInEachOthersWayBothHappen() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try (Database database = Database.open(settings)) {
      database.write(
          handle -> handle.execute("INSERT INTO raw_inputs VALUES ('a', 0, 0), ('b', 0, 0)"));
      CyclicBarrier bothHoldOne = new CyclicBarrier(2);
      AtomicInteger tries = new AtomicInteger();
      List<Future<Integer>> writes =
          List.of(
              two.submit(() -> crossing(database, "a", "b", bothHoldOne, tries)),
              two.submit(() -> crossing(database, "b", "a", bothHoldOne, tries)));
      for (Future<Integer> write : writes) {
        assertThat(write.get()).isOne();
      }

      assertThat(tries.get()).as("one was a deadlock's victim").isEqualTo(3);
      assertThat(
              database.<Integer>read(
                  handle ->
                      handle
                          .createQuery("SELECT sum(bytes) FROM raw_inputs")
                          .mapTo(Integer.class)
                          .one()))
          .isEqualTo(4);
    } finally {
      two.shutdownNow();
    }
  }

  private static int crossing(
      Database database,
      String first,
      String second,
      CyclicBarrier bothHoldOne,
      AtomicInteger tries) {
    return database.write(
        handle -> {
          String add = "UPDATE raw_inputs SET bytes = bytes + 1 WHERE sha256 = ?";
          handle.execute(add, first);
          if (tries.incrementAndGet() <= 2) {
            meet(bothHoldOne);
          }
          return handle.execute(add, second);
        });
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWriteWhileTheDatabaseIsAwayFailsSoon() throws IOException {
    try (CutLine line = new CutLine(settings);
        Store guest = Store.join(line.through(settings))) {
      line.cut();
      long begun = System.nanoTime();

      assertThatThrownBy(() -> decisions(guest).decide(excluding()))
          .isInstanceOf(StoreException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NOT_FOR_EVER);
      line.mend();
      assertThat(decisions(guest).decide(excluding()).id()).isPositive();
    }
  }
}
