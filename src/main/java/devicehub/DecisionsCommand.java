package devicehub;

import devicehub.decision.ReviewerDecision;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what people decided, oldest first. */
@Command(
    name = "decisions",
    mixinStandardHelpOptions = true,
    description = "Lists every decision people made, oldest first.")
final class DecisionsCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Override
  public Integer call() throws Exception {
    try (Guest hub = new Guest(folders)) {
      hub.decisions().forEach(decision -> System.out.println(line(decision)));
    }
    return Exit.OK;
  }

  static String line(ReviewerDecision decision) {
    return "%d %s %s %s%s by %s: %s"
        .formatted(
            decision.id(),
            decision.at(),
            decision.kind().name().toLowerCase(Locale.ROOT),
            decision.record(),
            decision.other().map(other -> " " + other).orElse(""),
            Printable.of(decision.by()),
            Printable.of(decision.note()));
  }
}
