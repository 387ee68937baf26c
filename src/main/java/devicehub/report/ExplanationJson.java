package devicehub.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import devicehub.decision.Candidate;
import devicehub.decision.Explanation;
import devicehub.decision.Finding;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.Identifier;
import devicehub.device.OwnerClaim;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code explain --json} prints. Every key is always there; what does not apply is null or
 * empty.
 *
 * <pre>
 *   {"schema":1,"decision":"MERGED","headline":"… is merged with ….","rule":"exact-id",
 *    "authority":"RULE","because":"An identifier of …","reason":null,"sentences":[…],
 *    "conditions":[{"condition":"same-id","answer":"YES","enrollment":"…","mail":"…"},…],
 *    "merges":[…],"candidates":[],"candidateCount":0,"settleBy":null,"heldCycle":null,
 *    "records":[{"record":"exchange:…","raw":{"DeviceModel":"iPhone14C2",…},
 *                "normalised":{"model":"iPhone14,2",…}}]}
 * </pre>
 */
public final class ExplanationJson {
  private static final int VERSION = 1;

  /**
   * A record that the explanation is about.
   *
   * @param raw what its source says, by column
   */
  public record Told(DeviceRecord record, Map<String, String> raw) {}

  private final JsonGenerator json;

  private ExplanationJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * @param heldCycle the number of the cycle that is held, which would decide as explained
   */
  public static String encode(Explanation told, List<Told> records, Optional<Long> heldCycle) {
    StringWriter text = new StringWriter(2048);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(JsonReports.printer());
      new ExplanationJson(json).write(told, records, heldCycle);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  private void write(Explanation told, List<Told> records, Optional<Long> heldCycle)
      throws IOException {
    Optional<Referral> referral = told.referral();
    json.writeStartObject();
    json.writeNumberField("schema", VERSION);
    json.writeStringField("decision", told.verdict().name());
    text("headline", told.headline());
    Optional<Explanation.Because> only =
        told.merges().size() == 1 ? Optional.of(told.merges().get(0)) : Optional.empty();
    text("rule", only.map(merge -> merge.merge().rule()).orElse(""));
    text("authority", only.map(merge -> merge.merge().authority().name()).orElse(""));
    text("because", only.map(Explanation.Because::because).orElse(""));
    text("reason", referral.map(r -> r.reason().name()).orElse(""));
    json.writeArrayFieldStart("sentences");
    for (String sentence : told.sentences()) {
      json.writeString(WellFormed.of(sentence));
    }
    json.writeEndArray();
    boolean pair = told.verdict() != Explanation.Verdict.SAME_SIDE;
    conditions(told.findings(), pair);
    merges(told.merges());
    candidates(told.candidates());
    json.writeNumberField("candidateCount", referral.map(Referral::candidateCount).orElse(0));
    text("settleBy", referral.map(Referral::settleBy).orElse(""));
    json.writeFieldName("heldCycle");
    if (heldCycle.isPresent()) {
      json.writeNumber(heldCycle.get());
    } else {
      json.writeNull();
    }
    json.writeArrayFieldStart("records");
    for (Told record : records) {
      record(record);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * @param pair of an enrolment and a mail record, and not of two of one side
   */
  private void conditions(List<Finding> findings, boolean pair) throws IOException {
    json.writeArrayFieldStart("conditions");
    for (Finding finding : findings) {
      json.writeStartObject();
      text("condition", finding.condition());
      text("answer", finding.answer().name());
      text(pair ? "enrollment" : "first", finding.first());
      text(pair ? "mail" : "second", finding.second());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void merges(List<Explanation.Because> merges) throws IOException {
    json.writeArrayFieldStart("merges");
    for (Explanation.Because merge : merges) {
      json.writeStartObject();
      text("enrollment", merge.merge().enrollment().key().toString());
      text("mail", merge.merge().mail().key().toString());
      text("rule", merge.merge().rule());
      text("authority", merge.merge().authority().name());
      text("because", merge.because());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void candidates(List<Candidate> candidates) throws IOException {
    json.writeArrayFieldStart("candidates");
    int rank = 1;
    for (Candidate candidate : candidates) {
      json.writeStartObject();
      json.writeNumberField("rank", rank++);
      text("record", candidate.record().toString());
      text("label", candidate.label());
      json.writeNumberField("score", candidate.score());
      conditions(candidate.findings(), true);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void record(Told known) throws IOException {
    DeviceRecord record = known.record();
    json.writeStartObject();
    text("record", record.key().toString());
    text("feed", record.key().feed());
    text("id", record.key().id());
    text("side", record.side().name());
    json.writeObjectFieldStart("raw");
    for (Map.Entry<String, String> cell : known.raw().entrySet()) {
      text(WellFormed.of(cell.getKey()), cell.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("normalised");
    json.writeArrayFieldStart("identifiers");
    for (Identifier id : record.identifiers()) {
      compared(id.kind(), id.shown(), id.comparable());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("owners");
    for (OwnerClaim claim : record.owners()) {
      compared(claim.kind().name(), claim.shown(), claim.comparable());
    }
    json.writeEndArray();
    text("mailbox", record.mailbox());
    text("deviceId", record.deviceId());
    text("manufacturer", record.hardware().manufacturer().name());
    text("model", record.hardware().model().name());
    text("modelName", record.hardware().model().marketingName());
    text("platform", Words.known(record.hardware().platform()));
    text("formFactor", Words.known(record.hardware().formFactor()));
    text("osVersion", record.hardware().osVersion().toString());
    text("client", Words.known(record.client()));
    text("lifecycle", record.lifecycle().name());
    text("lastSeen", IsoTimes.of(record.lastSeen()));
    text("enrolledAt", IsoTimes.of(record.enrolledAt()));
    json.writeEndObject();
    json.writeArrayFieldStart("remarks");
    for (String remark : record.remarks()) {
      json.writeString(WellFormed.of(remark));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void compared(String kind, String shown, String comparable) throws IOException {
    json.writeStartObject();
    text("kind", kind);
    text("shown", shown);
    text("compared", comparable);
    json.writeEndObject();
  }

  /** What is empty is not known, and null. */
  private void text(String name, String value) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, WellFormed.of(value));
    }
  }
}
