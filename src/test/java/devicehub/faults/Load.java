package devicehub.faults;

import devicehub.Commands;
import devicehub.faults.Ledger.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives the hub numbered inputs without end, each until it is confirmed, whether a hub is there or
 * not: one thread pushes, one drops files, one decides.
 */
final class Load implements AutoCloseable {
  private static final int FILES_WAITING = 12;

  private interface Turn {
    void take() throws Exception;
  }

  private final Ground ground;
  private final Ledger ledger;
  private final Caller caller;
  private final AtomicInteger next = new AtomicInteger();
  private final Set<Integer> dropped = new ConcurrentSkipListSet<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean giving = true;
  private volatile boolean over;
  private int pushing;

  Load(Ground ground, Ledger ledger, Caller caller) {
    this.ground = ground;
    this.ledger = ledger;
    this.caller = caller;
  }

  /** Begins to give. */
  void start() {
    repeat(80, this::push);
    repeat(160, this::drop);
    repeat(2_500, this::decide);
  }

  private void repeat(long pauseMillis, Turn turn) {
    threads.execute(
        () -> {
          while (!over) {
            try {
              turn.take();
            } catch (Exception | AssertionError e) {
              fail(e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
          }
        });
  }

  private synchronized void fail(Throwable failure) {
    failures.add(failure);
  }

  private boolean mayGive() {
    return giving && next.get() < Rows.MOST;
  }

  private void push() throws IOException, InterruptedException {
    if (pushing == 0 && mayGive()) {
      pushing = next.incrementAndGet();
      ledger.give(Kind.PUSHED, pushing);
    }
    if (pushing > 0 && caller.push("pushed?mode=delta", Rows.mail(pushing)) / 100 == 2) {
      ledger.confirm(Kind.PUSHED, pushing);
      pushing = 0;
    }
  }

  private void drop() throws IOException {
    for (int number : List.copyOf(dropped)) {
      if (!Files.exists(file(number)) && !Files.exists(ground.inbox().resolve(".failed"))) {
        ledger.confirm(Kind.DROPPED, number);
        dropped.remove(number);
      }
    }
    if (dropped.size() < FILES_WAITING && mayGive()) {
      int number = next.incrementAndGet();
      Path part = ground.inbox().resolve("." + number + ".part");
      try {
        Files.createDirectories(ground.inbox());
        Files.writeString(part, Rows.mail(number));
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(60)));
      } catch (IOException e) {
        return; // the disk is full for us as well: it is not given
      }
      ledger.give(Kind.DROPPED, number);
      Files.move(part, file(number));
      dropped.add(number);
    }
  }

  private Path file(int number) {
    return ground.inbox().resolve(number + ".csv");
  }

  /** Excludes the newest confirmed number that is an exception. */
  private void decide() throws IOException {
    int newest =
        ledger.confirmed(Kind.PUSHED).stream()
            .filter(number -> !Rows.merges(number))
            .mapToInt(number -> number)
            .max()
            .orElse(0);
    if (newest == 0 || !giving || ledger.given(Kind.DECIDED).contains(newest)) {
      return;
    }
    ledger.give(Kind.DECIDED, newest);
    List<String> command = new ArrayList<>(List.of("decide", "exclude"));
    command.add("pushed:" + Rows.id(newest));
    command.addAll(List.of("--note", "number " + newest, "--by", "Ann Poe"));
    command.addAll(ground.named());
    if (Commands.run(command) == 0) {
      ledger.confirm(Kind.DECIDED, newest);
    }
  }

  /** Gives nothing new any more; what was given is repeated until it is confirmed. */
  void finish() {
    giving = false;
  }

  /** Whether all that was pushed and dropped is confirmed. */
  boolean isConfirmed() {
    return ledger.confirmed(Kind.PUSHED).containsAll(ledger.given(Kind.PUSHED))
        && ledger.confirmed(Kind.DROPPED).containsAll(ledger.given(Kind.DROPPED));
  }

  synchronized List<Throwable> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    threads.shutdown();
    if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
