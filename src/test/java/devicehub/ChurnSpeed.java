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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * Times a cycle after one mail record in a hundred has changed: the intake of the new export, then
 * the cycle (match, compare, write) and the reports, in the process that ran the first cycle.
 *
 * <pre>
 *   devicehub.ChurnSpeed target/speed/980000 [rounds [synced | replaced]]
 *
 *   synced     every hundredth mail record has synced anew
 *   replaced   every hundredth has another device id: one record is missing, and one is new
 * </pre>
 */
public final class ChurnSpeed {
  private static final String[][] FEEDS = {
    {"intune", "DevicesWithInventory.csv"}, {"exchange", "MobileDevices.csv"}
  };

  private static final int DEVICE_ID = 3;
  private static final int LAST_SYNC = 15;

  private final Path files;
  private final Path data;
  private final boolean replaced;
  private final FeedIntake intake;
  private final MatchCycle cycle;
  private final ReportDesk desk;

  private ChurnSpeed(Path files, Path data, boolean replaced, Store store) {
    this.replaced = replaced;
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
    boolean replaced = arguments.length < 3 || arguments[2].equals("replaced");
    Path data = Files.createTempDirectory(files, "churn");
    Config config = Config.load(files.resolve("hub/config"), Map.of("data", data.toString()));
    try (Store store =
        Store.open(new devicehub.store.StoreSettings(data, config.settings().storeUrl(), "", ""))) {
      ChurnSpeed churn = new ChurnSpeed(files, data, replaced, store);
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
    idle();
  }

  /** As every two minutes between two exports. */
  private void idle() {
    long begun = System.nanoTime();
    cycle.run();
    desk.write();
    System.out.printf(Locale.ROOT, "idle     %.2f s%n", (System.nanoTime() - begun) / 1e9);
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

  /** Changes every hundredth record, a different hundredth in each round; none in 0. */
  private void change(Path from, Path to, int round) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(from);
        BufferedWriter out = Files.newBufferedWriter(to)) {
      long number = -1; // the header is no record
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean changed = ++number > 0 && round > 0 && number % 100 == round;
        out.write(changed ? changed(line, round, number) : line);
        out.write("\r\n");
      }
    }
    try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
      written.force(true); // or the hub waits for our bytes when it brings its own to the disk
    }
  }

  private String changed(String line, int round, long number) {
    String[] cells = line.split("\",\"", -1);
    if (cells.length <= LAST_SYNC) {
      return line;
    }
    if (replaced) {
      return line.replace(cells[DEVICE_ID], "CHURNED" + round + "X" + number);
    }
    cells[LAST_SYNC] = "1/23/2026 9:%02d:00 AM".formatted(round);
    return String.join("\",\"", cells);
  }
}
