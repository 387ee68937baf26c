package devicehub;

import devicehub.decision.CycleRelease;
import devicehub.decision.HeldCycle;
import devicehub.inventory.HoldDecision;
import devicehub.inventory.RawPart;
import devicehub.inventory.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lists the snapshots and the cycle that wait for a person, or what people made of earlier ones.
 */
@Command(
    name = "holds",
    mixinStandardHelpOptions = true,
    description = "Lists the snapshots that are held, a feed a line, and the cycle that is.")
final class HoldsCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Option(names = "--decided", description = "list what people released and discarded instead")
  private boolean decided;

  @Override
  public Integer call() throws Exception {
    try (Guest hub = new Guest(folders)) {
      if (decided) {
        hub.holdDecisions().forEach(decision -> System.out.println(line(decision)));
        hub.releases().forEach(release -> System.out.println(line(release)));
      } else {
        hub.holds().forEach(held -> System.out.println(line(held)));
        hub.heldCycle().ifPresent(held -> System.out.println(line(held, hub.releases())));
      }
    }
    return Exit.OK;
  }

  private static String line(Snapshot held) {
    return "%s %s %s: %s"
        .formatted(
            held.feed(),
            held.takenAt(),
            held.parts().stream().map(RawPart::name).collect(Collectors.joining(", ")),
            held.reason());
  }

  private static String line(HeldCycle held, List<CycleRelease> releases) {
    String released =
        releases.stream()
            .filter(release -> release.held() == held.id())
            .map(
                release ->
                    "; released by " + Printable.of(release.by()) + ", from the next cycle on")
            .findFirst()
            .orElse("");
    return "cycle %d %s: %s%s".formatted(held.id(), held.at(), held.reason(), released);
  }

  static String line(CycleRelease release) {
    return "%d %s release cycle %d by %s: %s"
        .formatted(
            release.id(),
            release.at(),
            release.held(),
            Printable.of(release.by()),
            Printable.of(release.note()));
  }

  static String line(HoldDecision decision) {
    return "%d %s %s %s snapshot %d by %s: %s"
        .formatted(
            decision.id(),
            decision.at(),
            decision.kind().name().toLowerCase(Locale.ROOT),
            decision.feed(),
            decision.snapshot(),
            Printable.of(decision.by()),
            Printable.of(decision.note()));
  }
}
