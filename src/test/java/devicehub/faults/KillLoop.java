package devicehub.faults;

import devicehub.drill.KillPoint;
import devicehub.store.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Kills hubs, for as long as it takes, and prints what became of all they had confirmed. Each
 * campaign of some twenty-five kills begins with an empty data folder; every other one has a broker
 * elsewhere. Half of the kills are at named places, half at random times.
 *
 * <pre>
 *   ./mvnw -q test-compile exec:java -Dexec.mainClass=devicehub.faults.KillLoop -Dexec.args="300 1"
 * </pre>
 *
 * <p>The second argument is the seed; a third, {@code postgres}, puts the store on a real
 * PostgreSQL. Everything is kept in {@code target/faults}, until the next loop. Exit code 1 if
 * anything was lost, double or wrong.
 */
public final class KillLoop {
  private static final int CAMPAIGN = 25;

  /** How long after it was last ready a hub may live. */
  private static final long BUSY_MILLIS = 4_000;

  private final PrintStream out;
  private final Random random;
  private final Optional<PostgresServer> postgres;
  private final Verdict all = new Verdict();
  private final List<Long> readyMillis = new ArrayList<>();
  private int kills;

  private KillLoop(PrintStream out, long seed, Optional<PostgresServer> postgres) {
    this.postgres = postgres;
    this.out = out;
    this.random = new Random(seed);
  }

  /** Kills so many times, and prints the table. */
  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    PrintStream out = System.out;
    // What commands print is not of interest here.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    Optional<PostgresServer> postgres = Optional.empty();
    if (arguments.length > 2) {
      postgres = Optional.of(new PostgresServer());
      postgres.get().beforeAll(null);
    }
    KillLoop loop = new KillLoop(out, seed, postgres);
    out.printf("%d kills, seed %d%n", kills, seed);
    Path folder = Path.of("target", "faults", "kills-" + seed).toAbsolutePath();
    KillLoop.clear(folder);
    HubProcess.copyClasses(folder.resolve("classes"));
    loop.run(folder, kills);
    out.printf("%d kills: %s%n", loop.kills, loop.all);
    out.println(loop.ready());
    out.flush();
    System.exit(loop.all.isClean() ? 0 : 1);
  }

  private void run(Path folder, int wanted) throws Exception {
    for (int number = 1; kills < wanted; number++) {
      Path ground = folder.resolve(String.valueOf(number));
      clear(ground);
      boolean ownBroker = number % 2 == 0;
      try (Campaign campaign = campaign(ground, ownBroker)) {
        fight(campaign, Math.min(CAMPAIGN, wanted - kills));
        Verdict verdict = campaign.conclude();
        readyMillis.addAll(campaign.readyMillis());
        all.add(verdict);
        String broker = ownBroker ? "own broker" : "broker elsewhere";
        out.printf("campaign %d, %s, after %d kills: %s%n", number, broker, kills, verdict);
        verdict.faults().forEach(fault -> out.println("  " + fault));
        out.flush();
      }
    }
  }

  private Campaign campaign(Path ground, boolean ownBroker) throws Exception {
    Path data = ground.resolve("data");
    if (postgres.isEmpty()) {
      return new Campaign(ground, data, ownBroker);
    }
    String url = postgres.get().newDatabase(data).url();
    return new Campaign(
        ground,
        data,
        ownBroker,
        "#database=" + url,
        "store.url=" + url,
        "store.user=hub",
        "store.lease=2s");
  }

  private void fight(Campaign campaign, int most) throws Exception {
    int end = kills + most;
    campaign.killAt(KillPoint.MIGRATING, 1 + random.nextInt(3));
    kills++;
    campaign.enroll();
    List<KillPoint> points = new ArrayList<>(List.of(KillPoint.values()));
    points.remove(KillPoint.MIGRATING);
    Collections.shuffle(points, random);
    for (int i = 0; kills < end; i++, kills++) {
      if (i % 2 == 0 && i / 2 < points.size()) {
        KillPoint point = points.get(i / 2);
        campaign.killAt(point, point == KillPoint.RELEASE_TAKEN ? 1 : 1 + random.nextInt(5));
      } else {
        long start = Collections.max(campaign.readyMillis());
        campaign.killAfter((long) (random.nextDouble() * (start + BUSY_MILLIS)));
      }
    }
  }

  private String ready() {
    List<Long> sorted = readyMillis.stream().sorted().toList();
    return sorted.isEmpty()
        ? "no hub was ready"
        : "ready after a kill: median %d ms, longest %d ms, of %d starts"
            .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), sorted.size());
  }

  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }
}
