package devicehub;

import devicehub.inventory.HoldDecision;
import devicehub.inventory.HoldDecision.Kind;
import devicehub.inventory.Snapshot;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on the snapshot a feed has held; a running hub goes by it from its next cycle on. */
abstract class HeldCommand implements Callable<Integer> {
  private final Kind kind;

  @Mixin private Folders folders = new Folders();

  @Parameters(index = "0", paramLabel = "FEED", description = "the feed that is held")
  private String feed = "";

  @Option(names = "--note", required = true, description = "why, for those who ask later")
  private String note = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
  private String by = "";

  HeldCommand(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Integer call() throws Exception {
    if (note.isBlank() || by.isBlank()) {
      System.err.println("devicehub: say why with --note, and who with --by");
      return Exit.BAD_CONFIGURATION;
    }
    try (Guest hub = new Guest(folders)) {
      Optional<Snapshot> held = hub.held(feed);
      if (held.isEmpty()) {
        System.err.println("devicehub: nothing is held of a feed " + feed);
        return Exit.UNKNOWN_RECORD;
      }
      HoldDecision written = hub.decide(kind, held.get(), by, note);
      System.out.println(HoldsCommand.line(written));
      return Exit.OK;
    }
  }

  /** Lets a held snapshot take force. */
  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "Lets the held snapshot of a feed take force.")
  static final class Release extends HeldCommand {
    Release() {
      super(Kind.RELEASE);
    }
  }

  /** Drops a held snapshot. */
  @Command(
      name = "discard",
      mixinStandardHelpOptions = true,
      description = "Drops the held snapshot of a feed; the earlier one stays in force.")
  static final class Discard extends HeldCommand {
    Discard() {
      super(Kind.DISCARD);
    }
  }
}
