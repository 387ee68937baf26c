package devicehub;

import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.RecordKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a person's decision down; the next cycle, of whichever process, goes by it. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = "Decides by hand: merge or separate a pair, exclude or restore a record.")
final class DecideCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Parameters(index = "0", paramLabel = "merge|separate|exclude|restore")
  private String kind = "";

  @Parameters(index = "1..2", arity = "1..2", paramLabel = "RECORD", description = "feed:native-id")
  private List<String> names = List.of();

  @Option(names = "--note", required = true, description = "why, for those who ask later")
  private String note = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
  private String by = "";

  @Override
  public Integer call() throws Exception {
    Optional<Kind> chosen = chosen();
    if (chosen.isEmpty() || note.isBlank() || by.isBlank()) {
      System.err.println(
          "devicehub: decide merge|separate|exclude|restore, with a note and a name");
      return Exit.BAD_CONFIGURATION;
    }
    try (Guest hub = new Guest(folders)) {
      List<Optional<RecordKey>> keys =
          names.stream().map(name -> RecordKey.parse(name).flatMap(hub::spelled)).toList();
      for (int i = 0; i < names.size(); i++) {
        if (keys.get(i).isEmpty()) {
          System.err.println("devicehub: unknown record " + names.get(i));
          return Exit.UNKNOWN_RECORD;
        }
      }
      List<RecordKey> records = keys.stream().map(Optional::orElseThrow).toList();
      Optional<String> refusal = hub.refusal(chosen.get(), records);
      if (refusal.isPresent()) {
        System.err.println("devicehub: " + refusal.get());
        return Exit.FAILED;
      }
      ReviewerDecision written = hub.decide(chosen.get(), records, by, note);
      System.out.println(DecisionsCommand.line(written));
      return Exit.OK;
    }
  }

  private Optional<Kind> chosen() {
    for (Kind known : Kind.values()) {
      if (known.name().equals(kind.toUpperCase(Locale.ROOT))) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
