package devicehub.faults;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a hub with many devices takes from its start after a kill until it is ready. Its broker
 * is down, so that a tenth as many messages wait in its outbox.
 *
 * <pre>
 *   ./mvnw -q test-compile exec:java -Dexec.mainClass=devicehub.faults.ReadyAgain -Dexec.args="100000 5"
 * </pre>
 */
public final class ReadyAgain {
  private static final int PATIENCE_SECONDS = 900;

  private ReadyAgain() {}

  /** Kills so many times a hub with so many devices. */
  public static void main(String[] arguments) throws Exception {
    int devices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path folder = Path.of("target", "faults", "again").toAbsolutePath();
    KillLoop.clear(folder);
    Ground ground = Ground.prepare(folder, folder.resolve("data"), "tcp://127.0.0.1:1");
    Caller caller = new Caller(ground);
    try (HubProcess hub = HubProcess.run(ground)) {
      until(caller);
      check(caller.push("enrolled", enrolled(devices)) == 200);
      check(caller.push("shrinking", mail(devices)) == 200);
      check(Campaign.await(() -> Books.owed(ground) >= devices / 10, PATIENCE_SECONDS));
      hub.kill();
    }
    List<Long> millis = new ArrayList<>();
    for (int kill = 0; kill < kills; kill++) {
      long begun = System.nanoTime();
      try (HubProcess hub = HubProcess.run(ground)) {
        until(caller);
        millis.add(NANOSECONDS.toMillis(System.nanoTime() - begun));
        hub.kill();
      }
    }
    System.out.printf(
        "%,d devices, %,d messages waiting: ready again after %s ms%n",
        devices, Books.owed(ground), millis);
    System.exit(0);
  }

  private static void until(Caller caller) {
    check(
        Campaign.await(
            () -> {
              try {
                return caller.ready() == 200;
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
              }
            },
            PATIENCE_SECONDS));
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("the hub did not come so far; see target/faults/again");
    }
  }

  private static String enrolled(int devices) {
    StringBuilder csv = new StringBuilder(Rows.ENROLLED);
    for (int number = 1; number <= devices; number++) {
      if (number % 10 != 0) {
        csv.append(Rows.enrolledRow(number));
      }
    }
    return csv.toString();
  }

  private static String mail(int devices) {
    StringBuilder csv = new StringBuilder(Rows.MAIL);
    for (int number = 1; number <= devices; number++) {
      csv.append(Rows.mailRow(number));
    }
    return csv.toString();
  }
}
