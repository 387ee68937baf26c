package devicehub.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import devicehub.decision.Audit;
import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Tally;
import devicehub.inventory.Counts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/** The reports that programs read: every value exact, times in UTC. */
final class JsonReports {
  /** Line ends are the same on every system, and so are the bytes. */
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final int FIXES = 20;

  private JsonReports() {}

  /** What the cycle did, and how the feeds stand. */
  static void summary(ReportData data, OutputStream out) throws IOException {
    CycleSummary summary = data.outcome().summary();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      json.writeStringField("lastMatchedAt", matchedAt(data.outcome()));
      cycle(summary, json);
      held(data.outcome(), json);
      records(summary.tally(), json);
      waiting(data.outcome().waiting(), json);
      fixes(data.outcome(), json);
      audit(data.outcome().audit(), json);
      json.writeArrayFieldStart("feeds");
      for (FeedReport feed : data.feeds()) {
        feed(feed, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  /** For what people may read as well. */
  static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(TWO_SPACES);
    printer.indentArraysWith(TWO_SPACES);
    return printer;
  }

  private static String matchedAt(Outcome outcome) {
    return IsoTimes.of(outcome.summary().startedAt());
  }

  private static void cycle(CycleSummary summary, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("cycle");
    json.writeNumberField("merged", summary.merged());
    json.writeNumberField("retracted", summary.retracted());
    json.writeNumberField("opened", summary.opened());
    json.writeNumberField("changed", summary.changedExceptions());
    json.writeNumberField("cleared", summary.cleared());
    json.writeNumberField("unchanged", summary.unchanged());
    json.writeNumberField("durationMillis", summary.durationMillis());
    json.writeNumberField("mergedTotal", summary.mergedTotal());
    json.writeNumberField("exceptionsTotal", summary.exceptionsTotal());
    json.writeObjectFieldStart("exceptionsByReason");
    for (Map.Entry<Reason, Integer> entry : new TreeMap<>(summary.exceptions()).entrySet()) {
      json.writeNumberField(entry.getKey().name(), entry.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void waiting(Outcome.Waiting waiting, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("waiting");
    json.writeNumberField("records", waiting.records());
    json.writeArrayFieldStart("feeds");
    for (String feed : waiting.feeds()) {
      json.writeString(feed);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** That the cycle waits for a person, and what it would change; null while none does. */
  private static void held(Outcome outcome, JsonGenerator json) throws IOException {
    if (outcome.held().isEmpty()) {
      json.writeNullField("held");
      return;
    }
    Outcome.Held held = outcome.held().get();
    json.writeObjectFieldStart("held");
    json.writeNumberField("cycle", held.cycle().id());
    json.writeStringField("since", IsoTimes.of(held.cycle().at()));
    json.writeStringField("reason", WellFormed.of(held.reason()));
    json.writeNumberField("retracted", held.cycle().jump().retracted());
    json.writeNumberField("merged", held.cycle().jump().merged());
    json.writeNumberField("opened", held.cycle().jump().opened());
    json.writeArrayFieldStart("examples");
    for (String example : held.examples()) {
      json.writeString(WellFormed.of(example));
    }
    json.writeEndArray();
    json.writeStringField("release", SummaryText.command(held));
    json.writeEndObject();
  }

  /** The changes that clear several exceptions at once, best first. */
  private static void fixes(Outcome outcome, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("fixes");
    for (Outcome.Fix fix : outcome.fixes(FIXES)) {
      json.writeStartObject();
      json.writeNumberField("clears", fix.clears());
      json.writeStringField("settleBy", WellFormed.of(fix.settleBy()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void audit(Audit audit, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("selfAudit");
    for (Audit.RuleAudit rule : audit.rules()) {
      json.writeStartObject();
      json.writeStringField("rule", rule.rule());
      json.writeNumberField("agreed", rule.agreed());
      json.writeNumberField("differed", rule.differed());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void records(Tally tally, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("records");
    json.writeNumberField("enrollments", tally.enrollments());
    json.writeNumberField("mails", tally.mails());
    json.writeNumberField("devices", tally.devices());
    json.writeNumberField("superseded", tally.superseded());
    json.writeNumberField("retired", tally.retired());
    json.writeNumberField("withoutMail", tally.withoutMail());
    json.writeNumberField("excluded", tally.excluded());
    json.writeEndObject();
  }

  private static void feed(FeedReport feed, JsonGenerator json) throws IOException {
    Counts counts = feed.counts();
    json.writeStartObject();
    json.writeStringField("name", WellFormed.of(feed.name()));
    json.writeStringField("role", feed.role().name());
    json.writeStringField("state", WellFormed.of(feed.state()));
    if (feed.takenAt().isPresent()) {
      json.writeStringField("takenAt", IsoTimes.of(feed.takenAt()));
    } else {
      json.writeNullField("takenAt");
    }
    json.writeArrayFieldStart("inputs");
    for (String input : feed.inputs()) {
      json.writeString(WellFormed.of(input));
    }
    json.writeEndArray();
    json.writeNumberField("rowsIn", counts.rowsIn());
    json.writeNumberField("accepted", counts.accepted());
    json.writeNumberField("duplicate", counts.duplicate());
    json.writeNumberField("rejected", counts.rejected());
    json.writeNumberField("ignored", counts.ignored());
    json.writeNumberField("held", counts.held());
    json.writeStringField("trouble", WellFormed.of(feed.trouble()));
    json.writeEndObject();
  }
}
