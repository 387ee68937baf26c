package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.OpenException;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.FormFactor;
import devicehub.device.MailClient;
import devicehub.device.Platform;
import devicehub.device.Side;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that ships with the hub: it takes every message of the hub, and no broken one. */
final class ExceptionSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA_TEXT = schemaText();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA_TEXT);

  private final DeviceRecord phone =
      Sample.enrollment("ApplD8DTH6RCIH86", "jane@acme.example", "Apple", "iPhone 15");
  private final DeviceRecord mail =
      Sample.mail("JUQGGDFCDD29", "jane@acme.example", "Apple", "iPhone15C4");
  private final Referral referral = Sample.referral(mail, Reason.AMBIGUOUS_ATTRIBUTES, phone);

  @ParameterizedTest
  @EnumSource
  void everyReasonAndStepIsAsTheSchemaSays(Reason reason) {
    for (Referral told :
        List.of(
            Sample.referral(mail, reason),
            Sample.referral(mail, reason, phone),
            Sample.referral(Sample.mail("6F24CAD599A5", "", "", ""), reason, phone, phone),
            Sample.referral(phone, reason, phone))) {
      OpenException life = OpenException.opened(told, 2, Sample.OPENED);
      OpenException changed = life.changed(told, Sample.MATCHED);
      for (ExceptionChange change :
          List.of(
              new ExceptionChange(Event.OPENED, life, Optional.of(told)),
              new ExceptionChange(Event.CHANGED, changed, Optional.of(told)),
              new ExceptionChange(
                  Event.CLEARED, changed.cleared(Sample.MATCHED), Optional.empty()))) {
        JsonNode message = parsed(ExceptionJson.encode(change));
        assertThat(SCHEMA.validate(message)).as(message.toString()).isEmpty();
        assertThat(undeclared(message, SCHEMA_TEXT, "")).isEmpty();
      }
    }
  }

  @Test
  void everyEntryOfTheFileIsAMessage() throws IOException {
    byte[] file = Sample.exceptionsJson(Sample.company().outcome());

    for (JsonNode entry : JSON.readTree(file).get("exceptions")) {
      assertThat(SCHEMA.validate(entry)).as(entry.toString()).isEmpty();
    }
  }

  static Stream<Arguments> brokenMessages() {
    return Stream.of(
        broken("no event id", m -> m.remove("eventId")),
        broken("an event id of another shape", m -> m.put("eventId", "EX-1")),
        broken("an event nobody knows", m -> m.put("event", "REOPENED")),
        broken("a reason nobody knows", m -> m.put("reason", "BECAUSE")),
        broken("a version that does not exist", m -> m.put("schema", 2)),
        broken("the version as text", m -> m.put("schema", "1")),
        broken("a time without its zone", m -> m.put("openedAt", "2026-11-21T08:00:00")),
        broken("no record", m -> m.remove("record")),
        broken("no evidence", m -> m.remove("evidence")),
        broken("evidence that is one text", m -> m.put("evidence", "it fits")),
        broken("no candidates", m -> m.remove("candidates")),
        broken("fewer than no candidates", m -> m.put("candidateCount", -1)),
        broken("nothing to settle it by", m -> m.remove("settleBy")),
        broken("a record without a side", m -> record(m).remove("side")),
        broken("a third side", m -> record(m).put("side", "LEFT")),
        broken("an empty feed", m -> record(m).put("feed", "")),
        broken("a platform that nobody runs", m -> record(m).put("platform", "UNKNOWN")),
        broken("an empty model in place of null", m -> record(m).put("model", "")),
        broken("a record that forgets its model", m -> record(m).remove("model")),
        broken("a last sync in words", m -> record(m).put("lastSeen", "yesterday")),
        broken("a score over the top", m -> candidate(m).put("score", 101)),
        broken("half a score", m -> candidate(m).put("score", 50.5)),
        broken("a candidate without findings", m -> candidate(m).remove("findings")),
        broken("an answer between yes and no", m -> finding(m).put("answer", "MAYBE")),
        broken("a finding about nothing", m -> finding(m).put("condition", "")),
        broken("a cleared exception that still tells all", m -> m.put("event", "CLEARED")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenMessages")
  void theSchemaRefuses(String fault, Consumer<ObjectNode> breakage) {
    ObjectNode message = (ObjectNode) parsed(ExceptionJson.encode(Sample.opened(referral)));
    breakage.accept(message);

    assertThat(SCHEMA.validate(message)).as(fault).isNotEmpty();
  }

  @Test
  void aLaterFieldDoesNotBreakReadersOfToday() {
    ObjectNode message = (ObjectNode) parsed(ExceptionJson.encode(Sample.opened(referral)));
    message.put("added", "later");
    record(message).put("added", "later");

    assertThat(SCHEMA.validate(message)).isEmpty();
  }

  @Test
  void theSchemaKnowsEveryCodeOfTheHub() {
    assertThat(codes("/properties/reason/enum")).isEqualTo(names(Reason.values()));
    assertThat(codes("/properties/severity/enum")).isEqualTo(names(Reason.Severity.values()));
    assertThat(codes("/properties/event/enum")).isEqualTo(names(Event.values()));
    assertThat(codes("/$defs/record/properties/side/enum")).isEqualTo(names(Side.values()));
    assertThat(codes("/$defs/record/properties/platform/enum")).isEqualTo(names(Platform.values()));
    assertThat(codes("/$defs/record/properties/formFactor/enum"))
        .isEqualTo(names(FormFactor.values()));
    assertThat(codes("/$defs/record/properties/client/enum")).isEqualTo(names(MailClient.values()));
  }

  @Test
  void theSchemaIsOneItself() {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of(VersionFlag.V202012.getId()));

    assertThat(meta.validate(SCHEMA_TEXT.toString(), InputFormat.JSON)).isEmpty();
  }

  /** The names in a message that the schema says nothing of. */
  private static Set<String> undeclared(JsonNode value, JsonNode schema, String path) {
    Set<String> found = new TreeSet<>();
    if (value.isArray()) {
      value.forEach(item -> found.addAll(undeclared(item, schema.get("items"), path + "[]")));
    }
    value
        .fields()
        .forEachRemaining(
            field -> {
              JsonNode declared = declared(schema, field.getKey());
              String name = path + "/" + field.getKey();
              if (declared == null) {
                found.add(name);
              } else {
                found.addAll(undeclared(field.getValue(), declared, name));
              }
            });
    return found;
  }

  private static JsonNode declared(JsonNode schema, String name) {
    JsonNode resolved = resolved(schema);
    // The root speaks of a record's key only; the whole record stands under "else".
    JsonNode whole = resolved.at("/else/properties/" + name);
    JsonNode own = whole.isMissingNode() ? resolved.at("/properties/" + name) : whole;
    if (own.isMissingNode() && resolved.has("$ref")) {
      return declared(SCHEMA_TEXT.at(resolved.get("$ref").textValue().substring(1)), name);
    }
    return own.isMissingNode() ? null : own;
  }

  private static JsonNode resolved(JsonNode schema) {
    boolean onlyReference = schema.has("$ref") && !schema.has("properties");
    return onlyReference ? SCHEMA_TEXT.at(schema.get("$ref").textValue().substring(1)) : schema;
  }

  private static Set<String> codes(String pointer) {
    Set<String> codes = new TreeSet<>();
    SCHEMA_TEXT
        .at(pointer)
        .forEach(code -> codes.add(code.isNull() ? "UNKNOWN" : code.textValue()));
    return codes;
  }

  private static Set<String> names(Enum<?>[] values) {
    Set<String> names = new TreeSet<>();
    Stream.of(values).forEach(value -> names.add(value.name()));
    return names;
  }

  private static Arguments broken(String fault, Consumer<ObjectNode> breakage) {
    return Arguments.of(fault, breakage);
  }

  private static ObjectNode record(ObjectNode message) {
    return (ObjectNode) message.get("record");
  }

  private static ObjectNode candidate(ObjectNode message) {
    return (ObjectNode) message.at("/candidates/0");
  }

  private static ObjectNode finding(ObjectNode message) {
    return (ObjectNode) message.at("/candidates/0/findings/0");
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static JsonNode schemaText() {
    try (InputStream in =
        Objects.requireNonNull(ExceptionJson.class.getResourceAsStream(ExceptionJson.SCHEMA))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
