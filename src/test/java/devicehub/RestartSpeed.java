package devicehub;

import devicehub.config.Config;
import devicehub.fleet.ExportStyle;
import devicehub.fleet.Fleet;
import devicehub.fleet.FleetPlan;
import devicehub.fleet.Mix;
import devicehub.inventory.HoldGuard;
import devicehub.inventory.Inventory;
import devicehub.store.Store;
import devicehub.store.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Times a start after a kill, of a hub whose mail feed was asked every 15 minutes for 48 hours: a
 * few devices leave with each answer for good, a few others only once. It takes 7 GB in {@code
 * target/restart}, and starts {@code target/devicehub.jar}.
 *
 * <pre>
 *   devicehub.RestartSpeed 96000 193 3      people, snapshots, kills
 * </pre>
 */
public final class RestartSpeed {
  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final int LEAVE = 5;
  private static final int MISSING_ONCE = 20;

  private final Path folder = Path.of("target", "restart").toAbsolutePath();
  private final Path data = folder.resolve("data");
  private final Random random = new Random(1);
  private long rows;

  private RestartSpeed() {}

  public static void main(String[] arguments) throws Exception {
    RestartSpeed speed = new RestartSpeed();
    speed.grow(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    for (int kill = 0; kill <= Integer.parseInt(arguments[2]); kill++) {
      System.out.printf(
          Locale.ROOT,
          "%s: ready after %.1f s, %,d mail rows in the newest of %s snapshots%n",
          kill == 0 ? "first start" : "start after kill " + kill,
          speed.readyAfter(),
          speed.rows,
          arguments[1]);
    }
  }

  private void grow(int people, int snapshots) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("feeds.yaml"),
        "intune: {kind: intune}\nexchange: {kind: exchange, culture: en-US}\n");
    Files.writeString(config.resolve("hub.properties"), "samples=false\nhttp.port=0\n");
    copy(Path.of("config/rules.yaml"), config.resolve("rules.yaml"));
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String route : List.of("match", "cycle")) {
      copy(Path.of("routes", route + ".camel.yaml"), routes.resolve(route + ".camel.yaml"));
    }
    Fleet fleet =
        Fleet.of(new FleetPlan(7, people, Instant.parse("2026-01-23T12:00:00Z"), Mix.settled()));
    Config read = Config.load(config, Map.of("data", data.toString()));
    FeedWiring wiring = new FeedWiring(read.settings());
    try (Store store = Store.open(StoreSettings.sqlite(data))) {
      Inventory inventory = new Inventory();
      List<String> mail = new ArrayList<>(fleet.exchangeCsv(ExportStyle.plain()).lines().toList());
      String header = mail.remove(0);
      Instant[] now = {Instant.now()};
      FeedIntake intake =
          new FeedIntake(
              wiring.feeds(read.feeds()),
              new HoldGuard(HoldGuard.Limits.USUAL),
              store.raw(),
              store.snapshots(),
              inventory,
              ((InstantSource) () -> now[0]).withZone(ZoneOffset.UTC));
      for (int i = 0; i < snapshots; i++) {
        now[0] = Instant.now().minus(PERIOD.multipliedBy(snapshots - i));
        if (i == 0) {
          take(intake, "intune", List.of(fleet.intuneCsv()));
        }
        for (int leaves = 0; leaves < LEAVE; leaves++) {
          mail.remove(random.nextInt(mail.size()));
        }
        take(intake, "exchange", without(header, mail));
        rows = mail.size() - MISSING_ONCE;
      }
    }
  }

  private List<String> without(String header, List<String> mail) {
    Set<Integer> missing = new HashSet<>();
    while (missing.size() < MISSING_ONCE) {
      missing.add(random.nextInt(mail.size()));
    }
    List<String> lines = new ArrayList<>(mail.size());
    lines.add(header);
    for (int i = 0; i < mail.size(); i++) {
      if (!missing.contains(i)) {
        lines.add(mail.get(i));
      }
    }
    return lines;
  }

  private void take(FeedIntake intake, String feed, List<String> lines) throws IOException {
    Path file = Files.write(folder.resolve(feed + ".csv"), lines);
    intake.takeFile(feed, file.toFile());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Starts the hub as its users do, kills it once it has matched, and says how long that took. */
  private double readyAfter() throws Exception {
    long begun = System.nanoTime();
    Process hub =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                "target/devicehub.jar",
                "run",
                "--config=" + folder.resolve("config"),
                "--routes=" + folder.resolve("routes"),
                "--data=" + data)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = hub.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("Health")) {
          return (System.nanoTime() - begun) / 1e9;
        }
      }
      throw new IOException("the hub ended with " + hub.waitFor());
    } finally {
      hub.destroyForcibly().waitFor();
    }
  }
}
