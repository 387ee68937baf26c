package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message that other programs build on, and the file of such messages. */
final class ExceptionJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DeviceRecord phone =
      Sample.enrollment("ApplD8DTH6RCIH86", "jane@acme.example", "Apple", "iPhone 15");
  private final DeviceRecord mail =
      Sample.mail("JUQGGDFCDD29", "jane@acme.example", "Apple", "iPhone15C4");
  private final Referral referral = Sample.referral(mail, Reason.AMBIGUOUS_ATTRIBUTES, phone);

  @Test
  void aMessageCarriesTheWholeCase() {
    JsonNode message = parsed(ExceptionJson.encode(Sample.opened(referral)));

    assertThat(message.at("/schema").intValue()).isEqualTo(1);
    assertThat(message.at("/event").textValue()).isEqualTo("OPENED");
    assertThat(message.at("/eventId").textValue())
        .isEqualTo(message.at("/exceptionId").textValue() + "-1");
    assertThat(message.at("/severity").textValue()).isEqualTo("MEDIUM");
    assertThat(message.at("/openedAt").textValue()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(message.at("/record/id").textValue()).isEqualTo("jane@acme.example/JUQGGDFCDD29");
    assertThat(message.at("/record/lastSeen").textValue()).isEqualTo("2026-11-20T06:30:12Z");
    assertThat(message.at("/candidates/0/record").textValue())
        .isEqualTo("maas360:ApplD8DTH6RCIH86");
    assertThat(message.at("/candidates/0/findings/1"))
        .isEqualTo(
            parsed(
                """
                {"condition": "same-owner", "answer": "YES",
                 "enrollment": "jane@acme.example", "mail": "jane@acme.example"}
                """));
    assertThat(message.at("/settleBy").textValue()).startsWith("Merge by hand");
  }

  @Test
  void whatIsNotKnownIsNull() {
    Referral hidden =
        Sample.referral(Sample.mail("6F24CAD599A5", "", "", ""), Reason.NO_OWNER, phone);
    JsonNode record = parsed(ExceptionJson.encode(Sample.opened(hidden))).get("record");

    assertThat(List.of("mailbox", "owner", "manufacturer", "model", "platform", "formFactor"))
        .allSatisfy(field -> assertThat(record.get(field).isNull()).as(field).isTrue());
  }

  @Test
  void aClearedExceptionNamesItsRecordAndNoMore() {
    JsonNode message = parsed(ExceptionJson.encode(cleared()));

    assertThat(message.get("record"))
        .isEqualTo(parsed("{\"feed\": \"exchange\", \"id\": \"jane@acme.example/JUQGGDFCDD29\"}"));
    assertThat(names(message))
        .containsExactly(
            "changedAt",
            "event",
            "eventId",
            "exceptionId",
            "openedAt",
            "reason",
            "record",
            "schema",
            "severity");
  }

  @Test
  void theFileOfOpenExceptionsHoldsMessages() throws IOException {
    JsonNode file = JSON.readTree(Sample.exceptionsJson(Sample.company().outcome()));

    assertThat(file.at("/lastMatchedAt").textValue()).isEqualTo("2026-11-23T14:02:35Z");
    assertThat(file.get("exceptions")).hasSize(Reason.values().length);
    assertThat(file.at("/exceptions/0"))
        .isEqualTo(
            parsed(
                ExceptionJson.encode(
                    Sample.opened(Sample.company().outcome().exceptions().get(0).referral()))));
  }

  @Test
  void anExceptionThatChangedIsFiledAsItsNewestMessageToldIt() throws IOException {
    OpenException life =
        OpenException.opened(referral, 1, Sample.OPENED).changed(referral, Sample.MATCHED);
    byte[] file =
        Sample.exceptionsJson(
            Sample.outcome(List.of(), List.of(new Outcome.Referred(referral, life))));

    assertThat(JSON.readTree(file).at("/exceptions/0"))
        .isEqualTo(
            parsed(
                ExceptionJson.encode(
                    new ExceptionChange(Event.CHANGED, life, Optional.of(referral)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "${env:HOME}",
        "<script>alert(1)</script>",
        "a\"b\\c\u0000\u001b[31m\r\n",
        "\u202egnp.exe",
        "携帯 😀"
      })
  void textComesBackExactly(String text) {
    Referral hostile = Sample.referral(Sample.mail(text, text, "Apple", text), Reason.NO_OWNER);
    JsonNode record = parsed(ExceptionJson.encode(Sample.opened(hostile))).get("record");

    assertThat(record.get("deviceId").textValue()).isEqualTo(text);
    assertThat(record.get("mailbox").textValue()).isEqualTo(text);
  }

  @Test
  void halfASurrogatePairBecomesOneThatReadersTake() {
    Referral torn = Sample.referral(Sample.mail("x\ud83dy", "a@b.c", "", ""), Reason.NO_OWNER);

    assertThat(ExceptionJson.encode(Sample.opened(torn)))
        .contains("\"deviceId\":\"x\ufffdy\"")
        .doesNotContain("\n");
  }

  private ExceptionChange cleared() {
    return new ExceptionChange(
        Event.CLEARED,
        OpenException.opened(referral, 1, Sample.OPENED).cleared(Sample.MATCHED),
        Optional.empty());
  }

  private static Set<String> names(JsonNode message) {
    Set<String> names = new TreeSet<>();
    message.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
