package devicehub;

import devicehub.decision.NoHeldCycleException;
import devicehub.inventory.HoldDecision;
import devicehub.inventory.HoldDecision.Kind;
import devicehub.inventory.Snapshot;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on what is held; a running hub goes by it from its next cycle on. */
abstract class HeldCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Option(names = "--note", required = true, description = "why, for those who ask later")
  private String note = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
  private String by = "";

  @Override
  public Integer call() throws Exception {
    if (note.isBlank() || by.isBlank()) {
      System.err.println("devicehub: say why with --note, and who with --by");
      return Exit.BAD_CONFIGURATION;
    }
    try (Guest hub = new Guest(folders)) {
      return decide(hub, by, note);
    }
  }

  abstract int decide(Guest hub, String by, String note);

  static int decide(Guest hub, Kind kind, String feed, String by, String note) {
    Optional<Snapshot> held = hub.held(feed);
    if (held.isEmpty()) {
      System.err.println("devicehub: nothing is held of a feed " + feed);
      return Exit.UNKNOWN_RECORD;
    }
    HoldDecision written = hub.decide(kind, held.get(), by, note);
    System.out.println(HoldsCommand.line(written));
    return Exit.OK;
  }

  /** Lets a held snapshot take force, or a held cycle be written. */
  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "Lets the held snapshot of a feed take force, or a held cycle be written.")
  static final class Release extends HeldCommand {
    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    private static final class Subject {
      @Parameters(index = "0", paramLabel = "FEED", description = "the feed that is held")
      private @Nullable String feed;

      @Option(
          names = "--cycle",
          paramLabel = "NUMBER",
          description = "the held cycle, as reports and holds number it")
      private @Nullable Long cycle;
    }

    @Override
    int decide(Guest hub, String by, String note) {
      Long cycle = subject.cycle;
      if (cycle == null) {
        return decide(hub, Kind.RELEASE, String.valueOf(subject.feed), by, note);
      }
      try {
        System.out.println(HoldsCommand.line(hub.release(cycle, by, note)));
        return Exit.OK;
      } catch (NoHeldCycleException e) {
        System.err.println("devicehub: " + e.getMessage());
        return Exit.UNKNOWN_RECORD;
      }
    }
  }

  /** Drops a held snapshot. */
  @Command(
      name = "discard",
      mixinStandardHelpOptions = true,
      description = "Drops the held snapshot of a feed; the earlier one stays in force.")
  static final class Discard extends HeldCommand {
    @Parameters(index = "0", paramLabel = "FEED", description = "the feed that is held")
    private String feed = "";

    @Override
    int decide(Guest hub, String by, String note) {
      return decide(hub, Kind.DISCARD, feed, by, note);
    }
  }
}
