package devicehub.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import devicehub.decision.Candidate;
import devicehub.decision.ExceptionChange;
import devicehub.decision.Finding;
import devicehub.decision.OpenException;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * One step in an exception's life as JSON: the body of a queue message, and an entry of {@code
 * exceptions.json}. Its schema is {@value #SCHEMA}. Values are exact; what is not known is null.
 *
 * <pre>
 *   {"schema":1,"eventId":"EX-5F1C…-2","event":"CHANGED","exceptionId":"EX-5F1C…",
 *    "reason":"AMBIGUOUS_ATTRIBUTES","severity":"MEDIUM","openedAt":"2026-11-21T08:00:00Z",…,
 *    "record":{"feed":"exchange","id":"jane@acme.example/JUQGG…E10","side":"MAIL",…},
 *    "evidence":["2 enrolments fit equally by the rules: …"],
 *    "candidates":[{"record":"maas360:ApplD8DT…","score":88,"findings":[…],…}],
 *    "candidateCount":2,"settleBy":"Merge by hand with the right candidate; …"}
 * </pre>
 *
 * <p>A cleared exception names its record and no more: nobody needs its details any longer.
 */
public final class ExceptionJson {
  /** Where on the class path the JSON Schema (draft 2020-12) of a message lies. */
  public static final String SCHEMA = "/devicehub/report/exception.schema.json";

  /** The version of that schema, as a message and its {@code schema} property carry it. */
  public static final int VERSION = 1;

  private static final JsonFactory JSON = new JsonFactory();

  private ExceptionJson() {}

  /** The change as JSON text on one line. */
  public static String encode(ExceptionChange change) {
    StringWriter text = new StringWriter(2048);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(change, json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  static void write(ExceptionChange change, JsonGenerator json) throws IOException {
    OpenException life = change.exception();
    json.writeStartObject();
    json.writeNumberField("schema", VERSION);
    json.writeStringField("eventId", life.eventId());
    json.writeStringField("event", change.event().name());
    json.writeStringField("exceptionId", life.id());
    json.writeStringField("reason", life.reason().name());
    json.writeStringField("severity", life.reason().severity().name());
    json.writeStringField("openedAt", IsoTimes.of(life.openedAt()));
    json.writeStringField("changedAt", IsoTimes.of(life.changedAt()));
    if (change.referral().isPresent()) {
      referral(change.referral().get(), json);
    } else {
      json.writeObjectFieldStart("record");
      text("feed", life.record().feed(), json);
      text("id", life.record().id(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void referral(Referral referral, JsonGenerator json) throws IOException {
    record(referral.record(), json);
    json.writeArrayFieldStart("evidence");
    for (String sentence : referral.evidence()) {
      json.writeString(WellFormed.of(sentence));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("candidates");
    for (Candidate candidate : referral.candidates()) {
      candidate(candidate, json);
    }
    json.writeEndArray();
    json.writeNumberField("candidateCount", referral.candidateCount());
    text("settleBy", referral.settleBy(), json);
  }

  private static void record(DeviceRecord record, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("record");
    text("feed", record.key().feed(), json);
    text("id", record.key().id(), json);
    json.writeStringField("side", record.side().name());
    known("deviceId", record.deviceId(), json);
    known("mailbox", record.mailbox(), json);
    known("owner", record.owner(), json);
    known("manufacturer", record.hardware().manufacturer().name(), json);
    known("model", record.hardware().model().name(), json);
    known("platform", Words.known(record.hardware().platform()), json);
    known("formFactor", Words.known(record.hardware().formFactor()), json);
    known("client", Words.known(record.client()), json);
    known("lastSeen", IsoTimes.of(record.lastSeen()), json);
    json.writeEndObject();
  }

  private static void candidate(Candidate candidate, JsonGenerator json) throws IOException {
    json.writeStartObject();
    text("record", candidate.record().toString(), json);
    text("feed", candidate.record().feed(), json);
    text("id", candidate.record().id(), json);
    known("label", candidate.label(), json);
    json.writeNumberField("score", candidate.score());
    json.writeArrayFieldStart("findings");
    for (Finding finding : candidate.findings()) {
      json.writeStartObject();
      text("condition", finding.condition(), json);
      json.writeStringField("answer", finding.answer().name());
      known("enrollment", finding.enrollmentValue(), json);
      known("mail", finding.mailValue(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(String name, String value, JsonGenerator json) throws IOException {
    json.writeStringField(name, WellFormed.of(value));
  }

  private static void known(String name, String value, JsonGenerator json) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(name);
    } else {
      text(name, value, json);
    }
  }
}
