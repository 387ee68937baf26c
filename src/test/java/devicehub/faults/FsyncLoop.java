package devicehub.faults;

import devicehub.faults.SyncFault.End;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/**
 * Lets the n-th fsync or fdatasync of a hub fail, once or from then on, for one n after the other,
 * and prints what became of all that was confirmed. Needs Linux and a C compiler.
 *
 * <pre>
 *   ./mvnw -q test-compile exec:java -Dexec.mainClass=devicehub.faults.FsyncLoop -Dexec.args="50 3"
 * </pre>
 */
public final class FsyncLoop {
  private static final int CAMPAIGN = 10;

  /** A start takes some tens of calls; under load there are a hundred each second. */
  private static final int MOST_CALLS = 400;

  private FsyncLoop() {}

  /** Lets so many hubs meet the fault, and prints the table. */
  public static void main(String[] arguments) throws Exception {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    out.printf("%d times a failing disk, seed %d%n", runs, seed);
    Path folder = Path.of("target", "faults", "fsync-" + seed).toAbsolutePath();
    KillLoop.clear(folder);
    HubProcess.copyClasses(folder.resolve("classes"));
    Troubles disk = Troubles.compile(folder.resolve("trouble"));
    Random random = new Random(seed);
    Verdict all = new Verdict();
    for (int done = 0, number = 1; done < runs; number++) {
      try (Campaign campaign = new Campaign(folder.resolve("" + number), number % 2 == 0)) {
        campaign.enroll();
        SyncFault fault = new SyncFault(campaign, disk);
        for (int end = Math.min(runs, done + CAMPAIGN); done < end; done++) {
          End how = End.values()[random.nextInt(End.values().length)];
          fault.meet(1 + random.nextInt(random.nextBoolean() ? MOST_CALLS : 40), how);
        }
        Verdict verdict = campaign.conclude();
        all.add(verdict);
        out.printf("campaign %d, after %d: %s%n", number, done, verdict);
        verdict.faults().forEach(wrong -> out.println("  " + wrong));
        out.flush();
      }
    }
    out.printf("%d times a failing disk: %s%n", runs, all);
    out.flush();
    System.exit(all.isClean() ? 0 : 1);
  }
}
