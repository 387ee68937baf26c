package devicehub.faults;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fills the disk under a hub that is at work, frees it, and sees whether the hub goes on; every
 * other time the hub is killed while the disk is full, or just after. Prints what became of all
 * that was confirmed. Needs root, for a disk of its own.
 *
 * <pre>
 *   ./mvnw -q test-compile exec:java -Dexec.mainClass=devicehub.faults.DiskLoop -Dexec.args="50 1"
 * </pre>
 */
public final class DiskLoop {
  private static final int CAMPAIGN = 10;
  private static final int MEBIBYTES = 64;
  private static final int RED_SECONDS = 10;
  private static final int AGAIN_SECONDS = 60;

  private final PrintStream out;
  private final Random random;
  private final Verdict all = new Verdict();
  private final List<Long> redMillis = new ArrayList<>();
  private final List<Long> againMillis = new ArrayList<>();
  private int runs;

  private DiskLoop(PrintStream out, long seed) {
    this.out = out;
    this.random = new Random(seed);
  }

  /** Fills the disk so many times, and prints the table. */
  public static void main(String[] arguments) throws Exception {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    DiskLoop loop = new DiskLoop(out, seed);
    out.printf("%d times a full disk, seed %d%n", runs, seed);
    Path folder = Path.of("target", "faults", "disks-" + seed).toAbsolutePath();
    KillLoop.clear(folder);
    HubProcess.copyClasses(folder.resolve("classes"));
    loop.run(folder, runs);
    out.printf("%d times a full disk: %s%n", loop.runs, loop.all);
    out.println("health red after " + longest(loop.redMillis));
    out.println("taking in again, once freed, after " + longest(loop.againMillis));
    out.flush();
    System.exit(loop.all.isClean() ? 0 : 1);
  }

  private static String longest(List<Long> millis) {
    return millis.isEmpty()
        ? "never seen"
        : "%d ms at most, %d times seen".formatted(Collections.max(millis), millis.size());
  }

  private void run(Path folder, int wanted) throws Exception {
    for (int number = 1; runs < wanted; number++) {
      Path ground = folder.resolve(String.valueOf(number));
      KillLoop.clear(ground);
      boolean ownBroker = number % 2 == 0;
      try (SmallDisk disk = SmallDisk.mount(ground.resolve("disk"), MEBIBYTES)) {
        try (Campaign campaign = new Campaign(ground, disk.folder(), ownBroker)) {
          campaign.enroll();
          int end = Math.min(wanted, runs + CAMPAIGN);
          while (runs < end) {
            fill(campaign, disk, random.nextInt(3));
            runs++;
          }
          all.add(campaign.conclude());
          out.printf("campaign %d, after %d: %s%n", number, runs, campaign.verdict());
          campaign.verdict().faults().forEach(fault -> out.println("  " + fault));
          out.flush();
        }
        Files.copy(ground.resolve("hub.log"), folder.resolve(number + ".log"));
      }
    }
  }

  /** Fills the disk up once; killed: 0 not at all, 1 while it is full, 2 when it is free again. */
  private void fill(Campaign campaign, SmallDisk disk, int killed) throws Exception {
    try (HubProcess hub = campaign.start()) {
      disk.fill(random.nextInt(100_000));
      long full = System.nanoTime();
      if (Campaign.await(() -> campaign.health() == 503, RED_SECONDS)) {
        redMillis.add(NANOSECONDS.toMillis(System.nanoTime() - full));
      } else {
        campaign
            .verdict()
            .wrong("health was not red " + RED_SECONDS + " s after the disk was full");
      }
      Thread.sleep(random.nextInt(3_000)); // the load goes on meanwhile
      new ReportCheck(campaign.ground(), campaign.verdict()).look();
      if (killed == 1) {
        hub.kill();
        disk.free();
        return;
      }
      disk.free();
      long free = System.nanoTime();
      if (killed == 2) {
        hub.kill();
        return;
      }
      int before = campaign.ledger().confirmed();
      if (Campaign.await(
          () -> campaign.health() == 200 && campaign.ledger().confirmed() > before,
          AGAIN_SECONDS)) {
        againMillis.add(NANOSECONDS.toMillis(System.nanoTime() - free));
      } else {
        campaign
            .verdict()
            .wrong("nothing was taken in for " + AGAIN_SECONDS + " s with room again");
      }
      hub.stop(60);
    } finally {
      disk.free();
    }
  }
}
