package devicehub.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import devicehub.decision.Candidate;
import devicehub.decision.ExceptionChange;
import devicehub.decision.Finding;
import devicehub.decision.OpenException;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
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
    texts(
        json,
        "eventId",
        life.eventId(),
        "event",
        change.event().name(),
        "exceptionId",
        life.id(),
        "reason",
        life.reason().name(),
        "severity",
        life.reason().severity().name(),
        "openedAt",
        IsoTimes.of(life.openedAt()),
        "changedAt",
        IsoTimes.of(life.changedAt()));
    if (change.referral().isPresent()) {
      referral(change.referral().get(), json);
    } else {
      json.writeObjectFieldStart("record");
      texts(json, "feed", life.record().feed(), "id", life.record().id());
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
    texts(json, "settleBy", referral.settleBy());
  }

  private static void record(DeviceRecord record, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("record");
    texts(json, "feed", record.key().feed(), "id", record.key().id(), "side", record.side().name());
    known(
        json,
        "deviceId",
        record.deviceId(),
        "mailbox",
        record.mailbox(),
        "owner",
        record.owner(),
        "manufacturer",
        record.hardware().manufacturer().name(),
        "model",
        record.hardware().model().name(),
        "platform",
        Words.known(record.hardware().platform()),
        "formFactor",
        Words.known(record.hardware().formFactor()),
        "client",
        Words.known(record.client()),
        "lastSeen",
        IsoTimes.of(record.lastSeen()));
    json.writeEndObject();
  }

  private static void candidate(Candidate candidate, JsonGenerator json) throws IOException {
    RecordKey record = candidate.record();
    json.writeStartObject();
    texts(json, "record", record.toString(), "feed", record.feed(), "id", record.id());
    known(json, "label", candidate.label());
    json.writeNumberField("score", candidate.score());
    json.writeArrayFieldStart("findings");
    for (Finding finding : candidate.findings()) {
      json.writeStartObject();
      texts(json, "condition", finding.condition(), "answer", finding.answer().name());
      known(json, "enrollment", finding.enrollmentValue(), "mail", finding.mailValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * Writes names and values by turns. One place that writes them all: the compiler makes a copy of
   * the generator for every place there is, and for thirty of them takes longer than they save.
   */
  private static void texts(JsonGenerator json, String... namesAndValues) throws IOException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      field(json, namesAndValues[i], namesAndValues[i + 1], false);
    }
  }

  /** Likewise; what is empty is not known, and null. */
  private static void known(JsonGenerator json, String... namesAndValues) throws IOException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      field(json, namesAndValues[i], namesAndValues[i + 1], namesAndValues[i + 1].isEmpty());
    }
  }

  private static void field(JsonGenerator json, String name, String value, boolean isNull)
      throws IOException {
    json.writeFieldName(name);
    if (isNull) {
      json.writeNull();
    } else {
      json.writeString(WellFormed.of(value));
    }
  }
}
