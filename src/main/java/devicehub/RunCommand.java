package devicehub;

import devicehub.web.WebServer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the hub until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts the hub: intake, a match cycle every two minutes, dispatch.")
final class RunCommand implements Callable<Integer> {
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
    Thread onSignal =
        new Thread(
            () -> {
              stop.countDown();
              await(stopped);
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try (Wiring hub = Wiring.of(folders, false)) {
      WebServer web = hub.serve();
      hub.takeIn();
      hub.cycle();
      System.out.println(hub.summary());
      System.out.println(hub.whereabouts(web));
      stop.await();
      System.out.println("Stopping.");
    } finally {
      stopped.countDown();
    }
    return Exit.OK;
  }

  private static void await(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
