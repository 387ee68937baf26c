package devicehub;

import devicehub.store.Store;
import devicehub.web.WebServer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the hub until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts the hub: intake, a match cycle every two minutes, dispatch.")
final class RunCommand implements Callable<Integer> {
  private static final int STOP_SECONDS = 30;

  @Mixin private Folders folders;

  RunCommand() {
    this(new Folders());
  }

  RunCommand(Folders folders) {
    this.folders = folders;
  }

  @Override
  public Integer call() throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean orderly = new AtomicBoolean();
    AtomicReference<@Nullable Wiring> starting = new AtomicReference<>();
    Thread onSignal =
        new Thread(
            () -> {
              stop.countDown();
              Wiring waiting = starting.get();
              if (waiting != null) {
                waiting.giveUpWaiting();
              }
              if (await(stopped) && orderly.get()) {
                // A signal's own exit code would call an orderly stop a failure.
                Runtime.getRuntime().halt(Exit.OK);
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try (Standby standby = new Standby(folders)) {
      Optional<Store> store = standby.lead(stop);
      if (store.isPresent()) {
        lead(store.get(), standby, stop, starting);
      }
      orderly.set(true);
    } finally {
      stopped.countDown();
    }
    return Exit.OK;
  }

  private void lead(
      Store store, Standby standby, CountDownLatch stop, AtomicReference<@Nullable Wiring> starting)
      throws Exception {
    store.onLost(RunCommand::giveWay);
    try (Wiring hub = Wiring.of(folders, false, store)) {
      starting.set(hub);
      standby.close();
      WebServer web = hub.serve();
      if (stop.getCount() > 0) {
        hub.takeIn();
      }
      if (stop.getCount() > 0) {
        hub.cycle();
        System.out.println(hub.summary());
        System.out.println(hub.whereabouts(web));
      }
      stop.await();
      System.out.println("Stopping.");
    }
  }

  /**
   * Ends as a kill would, which loses nothing: to stop in order is to finish what is under way, and
   * none of it is this hub's to finish. What started it may start it again, to stand by.
   */
  private static void giveWay(String leader) {
    System.err.println(
        "devicehub: another hub ("
            + leader
            + ") has taken the lead, for this one was paused or cut off; it ends");
    System.err.flush();
    System.out.flush();
    Runtime.getRuntime().halt(Exit.LED_ELSEWHERE);
  }

  private static boolean await(CountDownLatch stopped) {
    try {
      return stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
