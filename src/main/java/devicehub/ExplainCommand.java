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
      List<RecordKey> keys = new ArrayList<>();
      for (String name : names) {
        Optional<RecordKey> key = RecordKey.parse(name).flatMap(hub::spelled);
        if (key.isEmpty()) {
          System.err.println("devicehub: unknown record " + name);
          return Exit.UNKNOWN_RECORD;
        }
        keys.add(key.get());
      }
      Optional<Long> held = hub.heldCycle().map(HeldCycle::id);
      Explanation found = hub.explain(keys).orElseThrow();
      held.ifPresent(
          cycle ->
              System.err.println(
                  "devicehub: cycle " + cycle + " is held: so it would decide, and does not yet"));
      List<ExplanationJson.Told> records = records(hub, named(keys, found));
      System.out.println(
          json ? ExplanationJson.encode(found, records, held) : text(found) + raw(records));
      return Exit.OK;
    }
  }

  /** The records asked about, and those they are merged with. */
  private static Set<RecordKey> named(List<RecordKey> asked, Explanation told) {
    Set<RecordKey> named = new LinkedHashSet<>(asked);
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
    StringBuilder text = new StringBuilder(Printable.of(told.headline()));
    told.sentences().forEach(sentence -> text.append("\n  ").append(Printable.of(sentence)));
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
                  text.append("\n    ").append(column).append(": ").append(Printable.of(value));
                }
              });
    }
    return text.toString();
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
