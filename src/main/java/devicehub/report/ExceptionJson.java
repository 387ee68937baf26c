package devicehub.report;

import devicehub.decision.Candidate;
import devicehub.decision.ExceptionChange;
import devicehub.decision.Finding;
import devicehub.decision.OpenException;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.RecordKey;

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

  private ExceptionJson() {}

  /** The change as JSON text on one line. */
  public static String encode(ExceptionChange change) {
    OpenException life = change.exception();
    JsonLine json = new JsonLine().open('{').number("schema", VERSION);
    json.text("eventId", life.eventId());
    json.text("event", change.event().name());
    json.text("exceptionId", life.id());
    json.text("reason", life.reason().name());
    json.text("severity", life.reason().severity().name());
    json.text("openedAt", IsoTimes.of(life.openedAt()));
    json.text("changedAt", IsoTimes.of(life.changedAt()));
    if (change.referral().isPresent()) {
      referral(change.referral().get(), json);
    } else {
      json.open("record", '{');
      json.text("feed", life.record().feed());
      json.text("id", life.record().id()).close('}');
    }
    return json.close('}').toString();
  }

  private static void referral(Referral referral, JsonLine json) {
    record(referral.record(), json);
    json.open("evidence", '[');
    referral.evidence().forEach(json::text);
    json.close(']');
    json.open("candidates", '[');
    referral.candidates().forEach(candidate -> candidate(candidate, json));
    json.close(']');
    json.number("candidateCount", referral.candidateCount());
    json.text("settleBy", referral.settleBy());
  }

  private static void record(DeviceRecord record, JsonLine json) {
    Hardware hardware = record.hardware();
    json.open("record", '{');
    json.text("feed", record.key().feed());
    json.text("id", record.key().id());
    json.text("side", record.side().name());
    json.known("deviceId", record.deviceId());
    json.known("mailbox", record.mailbox());
    json.known("owner", record.owner());
    json.known("manufacturer", hardware.manufacturer().name());
    json.known("model", hardware.model().name());
    json.known("platform", Words.known(hardware.platform()));
    json.known("formFactor", Words.known(hardware.formFactor()));
    json.known("client", Words.known(record.client()));
    json.known("lastSeen", IsoTimes.of(record.lastSeen()));
    json.close('}');
  }

  private static void candidate(Candidate candidate, JsonLine json) {
    RecordKey record = candidate.record();
    json.open('{');
    json.text("record", record.toString());
    json.text("feed", record.feed());
    json.text("id", record.id());
    json.known("label", candidate.label());
    json.number("score", candidate.score());
    json.open("findings", '[');
    for (Finding finding : candidate.findings()) {
      json.open('{');
      json.text("condition", finding.condition());
      json.text("answer", finding.answer().name());
      json.known("enrollment", finding.first());
      json.known("mail", finding.second()).close('}');
    }
    json.close(']').close('}');
  }
}
