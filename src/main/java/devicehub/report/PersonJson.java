package devicehub.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import devicehub.decision.OpenException;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import devicehub.device.Identifier;
import devicehub.device.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All that the hub holds about one person, as JSON for that person. */
public final class PersonJson {
  /**
   * One row of raw input about them.
   *
   * @param state of the snapshot it stands in
   * @param cells by column, those that hold anything
   */
  public record RawRow(
      String feed,
      String file,
      Instant takenAt,
      String state,
      long line,
      Map<String, String> cells) {}

  /**
   * What there is.
   *
   * @param exceptions open and cleared
   * @param open the ids of the open ones
   * @param messages the JSON of each message to the queue that is remembered
   * @param superseded how many earlier snapshots may hold them too, until they are purged
   */
  public record Holdings(
      String address,
      Instant at,
      Set<Person> people,
      List<DeviceRecord> records,
      List<RawRow> rows,
      List<StandingMerge> merges,
      List<ReviewerDecision> decisions,
      List<OpenException> exceptions,
      Set<String> open,
      List<String> messages,
      long superseded) {
    public boolean isEmpty() {
      return people.isEmpty()
          && records.isEmpty()
          && rows.isEmpty()
          && merges.isEmpty()
          && decisions.isEmpty()
          && exceptions.isEmpty()
          && messages.isEmpty();
    }
  }

  private PersonJson() {}

  public static void write(Holdings held, PrintStream to) throws IOException {
    OutputStream out = to;
    try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("address", WellFormed.of(held.address()));
      json.writeStringField("exportedAt", IsoTimes.of(held.at()));
      people(held.people(), json);
      records(held.records(), json);
      rows(held.rows(), json);
      decided(held, json);
      exceptions(held, json);
      json.writeArrayFieldStart("messages");
      for (String message : held.messages()) {
        json.writeRawValue(message);
      }
      json.writeEndArray();
      json.writeNumberField("earlierSnapshotsNotSearched", held.superseded());
      json.writeEndObject();
    }
    to.println();
  }

  private static void people(Set<Person> people, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("directory");
    for (Person person : people) {
      json.writeStartObject();
      text("id", person.id(), json);
      text("displayName", person.displayName(), json);
      json.writeArrayFieldStart("claims");
      for (var claim : person.claims()) {
        json.writeString(WellFormed.of(claim.kind() + " " + claim.shown()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void records(List<DeviceRecord> records, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("records");
    for (DeviceRecord record : records) {
      json.writeStartObject();
      text("record", record.key().toString(), json);
      text("side", record.side().name(), json);
      text("deviceId", record.deviceId(), json);
      text("mailbox", record.mailbox(), json);
      text("owner", record.owner(), json);
      text("manufacturer", record.hardware().manufacturer().name(), json);
      text("model", record.hardware().model().name(), json);
      text("lifecycle", record.lifecycle().name(), json);
      text("lastSeen", record.lastSeen().map(IsoTimes::of).orElse(""), json);
      text("enrolledAt", record.enrolledAt().map(IsoTimes::of).orElse(""), json);
      json.writeArrayFieldStart("identifiers");
      for (Identifier id : record.identifiers()) {
        json.writeString(WellFormed.of(id.kind() + " " + id.comparable()));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("remarks");
      for (String remark : record.remarks()) {
        json.writeString(WellFormed.of(remark));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rows(List<RawRow> rows, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rows");
    for (RawRow row : rows) {
      json.writeStartObject();
      text("feed", row.feed(), json);
      text("file", row.file(), json);
      text("takenAt", IsoTimes.of(row.takenAt()), json);
      text("state", row.state(), json);
      json.writeNumberField("line", row.line());
      json.writeObjectFieldStart("cells");
      for (Map.Entry<String, String> cell : row.cells().entrySet()) {
        text(WellFormed.of(cell.getKey()), cell.getValue(), json);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void decided(Holdings held, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("merges");
    for (StandingMerge merge : held.merges()) {
      json.writeStartObject();
      text("enrollment", merge.pair().enrollment().toString(), json);
      text("mail", merge.pair().mail().toString(), json);
      text("rule", merge.rule(), json);
      text("since", IsoTimes.of(merge.mergedAt()), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("decisions");
    for (ReviewerDecision decision : held.decisions()) {
      json.writeStartObject();
      text("decision", decision.kind().name(), json);
      text("record", decision.record().toString(), json);
      text("other", decision.other().map(String::valueOf).orElse(""), json);
      json.writeArrayFieldStart("hardware");
      for (String id : new TreeSet<>(decision.hardware())) {
        json.writeString(WellFormed.of(id));
      }
      json.writeEndArray();
      text("sameOwner", decision.known().sameOwner().map(Enum::name).orElse(""), json);
      text("by", decision.by(), json);
      text("note", decision.note(), json);
      text("at", IsoTimes.of(decision.at()), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void exceptions(Holdings held, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("exceptions");
    for (OpenException exception : held.exceptions()) {
      json.writeStartObject();
      text("id", exception.id(), json);
      text("record", exception.record().toString(), json);
      text("reason", exception.reason().name(), json);
      json.writeBooleanField("open", held.open().contains(exception.id()));
      text("openedAt", IsoTimes.of(exception.openedAt()), json);
      text("changedAt", IsoTimes.of(exception.changedAt()), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(String name, String value, JsonGenerator json) throws IOException {
    json.writeStringField(name, WellFormed.of(value));
  }
}
