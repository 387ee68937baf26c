package devicehub;

import devicehub.decision.Candidate;
import devicehub.decision.Explanation;
import devicehub.decision.Finding;
import devicehub.decision.HeldCycle;
import devicehub.device.RecordKey;
import devicehub.report.ExplanationJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why a record is decided as it is, or why two are or are not one device. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Why, why not, how: for one record, or for two, condition by condition.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Parameters(arity = "1..2", paramLabel = "RECORD", description = "feed:native-id")
  private List<String> names = List.of();

  @Option(names = "--json", description = "for programs: as described in the README")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Guest hub = new Guest(folders)) {
      List<Optional<RecordKey>> keys =
          names.stream().map(name -> RecordKey.parse(name).flatMap(hub::spelled)).toList();
      Optional<Long> held = hub.heldCycle().map(HeldCycle::id);
      Optional<Explanation> found =
          keys.stream().anyMatch(Optional::isEmpty)
              ? Optional.empty()
              : keys.size() == 1
                  ? hub.explain(keys.get(0).orElseThrow())
                  : hub.matching()
                      .explainer()
                      .explain(keys.get(0).orElseThrow(), keys.get(1).orElseThrow());
      if (found.isEmpty()) {
        System.err.println("devicehub: unknown record among " + String.join(" ", names));
        return Exit.UNKNOWN_RECORD;
      }
      held.ifPresent(
          cycle ->
              System.err.println(
                  "devicehub: cycle " + cycle + " is held: so it would decide, and does not yet"));
      List<ExplanationJson.Told> records = records(hub, named(keys, found.get()));
      System.out.println(
          json
              ? ExplanationJson.encode(found.get(), records, held)
              : text(found.get()) + raw(records));
      return Exit.OK;
    }
  }

  /** The records asked about, and those they are merged with. */
  private static Set<RecordKey> named(List<Optional<RecordKey>> asked, Explanation told) {
    Set<RecordKey> named = new LinkedHashSet<>();
    asked.forEach(key -> key.ifPresent(named::add));
    for (Explanation.Because merge : told.merges()) {
      named.add(merge.merge().enrollment().key());
      named.add(merge.merge().mail().key());
    }
    return named;
  }

  private static List<ExplanationJson.Told> records(Guest hub, Set<RecordKey> keys)
      throws IOException {
    List<ExplanationJson.Told> records = new ArrayList<>();
    for (RecordKey key : keys) {
      Map<String, String> raw = hub.told(key);
      hub.record(key).ifPresent(record -> records.add(new ExplanationJson.Told(record, raw)));
    }
    return records;
  }

  private static String text(Explanation told) {
    StringBuilder text = new StringBuilder(told.headline());
    told.sentences().forEach(sentence -> text.append("\n  ").append(sentence));
    boolean pair = told.verdict() != Explanation.Verdict.SAME_SIDE;
    told.findings().forEach(finding -> text.append("\n    ").append(line(finding, pair)));
    for (Candidate candidate : told.candidates()) {
      text.append("\n  Candidate ").append(candidate.record());
      text.append(candidate.label().isEmpty() ? "" : " (" + candidate.label() + ")");
      text.append(", score ").append(candidate.score());
      candidate.findings().forEach(finding -> text.append("\n    ").append(line(finding, true)));
    }
    return text.toString();
  }

  /** What the sources wrote, since the values above are as the hub understood them. */
  private static String raw(List<ExplanationJson.Told> records) {
    StringBuilder text = new StringBuilder();
    for (ExplanationJson.Told told : records) {
      text.append("\n  As it came: ").append(told.record().key());
      told.record().remarks().forEach(remark -> text.append("\n    (").append(remark).append(')'));
      told.raw()
          .forEach(
              (column, value) -> {
                if (!value.isBlank()) {
                  text.append("\n    ").append(column).append(": ").append(printable(value));
                }
              });
    }
    return text.toString();
  }

  /** Without what would steer a terminal. */
  private static String printable(String value) {
    return value.replaceAll("\\p{Cntrl}", " ");
  }

  private static String line(Finding finding, boolean pair) {
    return (pair ? "%-18s %-8s enrolment: %s | mail: %s" : "%-18s %-8s first: %s | second: %s")
        .formatted(
            finding.condition(), finding.answer(), shown(finding.first()), shown(finding.second()));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(unknown)" : value;
  }
}
