package devicehub;

import com.sun.management.OperatingSystemMXBean;
import devicehub.config.Config;
import devicehub.inventory.Inventory;
import devicehub.matching.Awaited;
import devicehub.matching.MatchCycle;
import devicehub.matching.Matcher;
import devicehub.report.ExceptionJson;
import devicehub.report.Reports;
import devicehub.store.Store;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * Times a cycle after one mail record in a hundred has changed: the intake of the new export, then
 * the cycle (match, compare, write) and the reports, in the process that ran the first cycle.
 *
 * <pre>
 *   devicehub.ChurnSpeed target/speed/980000 [rounds]
 * </pre>
 */
public final class ChurnSpeed {
  private static final String[][] FEEDS = {
    {"intune", "DevicesWithInventory.csv"}, {"exchange", "MobileDevices.csv"}
  };

  private final Path files;
  private final Path data;
  private final FeedIntake intake;
  private final MatchCycle cycle;
  private final ReportDesk desk;

  private ChurnSpeed(Path files, Path data, Store store) {
    this.files = files;
    this.data = data;
    Config config = Config.load(files.resolve("hub/config"), Map.of("data", data.toString()));
    FeedWiring wiring = new FeedWiring(config.settings());
    Map<String, Feed> feeds = wiring.feeds(config.feeds());
    Inventory inventory = new Inventory();
    intake =
        new FeedIntake(
            feeds, wiring.guard(), store.raw(), store.snapshots(), inventory, Clock.systemUTC());
    cycle =
        new MatchCycle(
            inventory,
            store.decisions(ExceptionJson::encode),
            new Matcher(config.ruleBook()),
            wiring.cycleGuard(),
            Clock.systemUTC(),
            () -> Awaited.NOTHING);
    desk =
        new ReportDesk(
            feeds.values(),
            store.snapshots(),
            inventory,
            cycle,
            new HeldRows(store.raw()),
            new Reports(data.resolve("reports")));
  }

  public static void main(String[] arguments) throws Exception {
    Path files = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path data = Files.createTempDirectory(files, "churn");
    Config config = Config.load(files.resolve("hub/config"), Map.of("data", data.toString()));
    try (Store store =
        Store.open(new devicehub.store.StoreSettings(data, config.settings().storeUrl(), "", ""))) {
      ChurnSpeed churn = new ChurnSpeed(files, data, store);
      for (int round = 0; round <= rounds; round++) {
        churn.round(round);
      }
    }
  }

  private void round(int round) throws Exception {
    Path in = Files.createDirectories(data.resolve("in"));
    for (String[] feed : FEEDS) {
      change(files.resolve(feed[1]), in.resolve(feed[1]), feed[0].equals("exchange") ? round : 0);
    }
    long begun = System.nanoTime();
    Thread enrollments = new Thread(() -> take(FEEDS[0][0], in.resolve(FEEDS[0][1])));
    enrollments.start();
    take(FEEDS[1][0], in.resolve(FEEDS[1][1]));
    enrollments.join();
    long taken = System.nanoTime();
    long takenCpu = cpuNanos();
    var summary = cycle.run().summary();
    long matched = System.nanoTime();
    long matchedCpu = cpuNanos();
    desk.write();
    long written = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "%-8s intake %.2f s, cycle %.2f s (CPU %.2f s), reports %.2f s; %,d merged, %,d retracted, %,d"
            + " exceptions%n",
        round == 0 ? "cold" : "churn " + round,
        (taken - begun) / 1e9,
        (matched - taken) / 1e9,
        (matchedCpu - takenCpu) / 1e9,
        (written - matched) / 1e9,
        summary.merged(),
        summary.retracted(),
        summary.opened() + summary.changedExceptions() + summary.cleared());
  }

  /** Of all threads, the compiler's and the collector's with them. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void take(String feed, Path file) {
    try {
      intake.takeFile(feed, file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives every hundredth device another id, a different hundredth in each round; none in 0. */
  private static void change(Path from, Path to, int round) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(from);
        BufferedWriter out = Files.newBufferedWriter(to)) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean changed = round > 0 && ++number % 100 == round;
        String[] cells = changed ? line.split("\",\"", -1) : new String[0];
        out.write(
            cells.length > 3 ? line.replace(cells[3], "CHURNED" + round + "X" + number) : line);
        out.write("\r\n");
      }
    }
  }
}
