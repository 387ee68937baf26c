package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Referral;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device has one serial number, and old mail clients of Apple tell it in their own id. */
class SerialNumbersTest extends Fates {
  private static final String ONE = "JUQGGDFCDD29R3H003TJA63E10";

  @Test
  void twoSerialNumbersAreTwoDevicesWhateverElseAgrees() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone 6").serial("DNPHG6NVDT9V"),
        mail("m").of("jane@x.example").is("", "iPhone7C2").eas("ApplF17LTTCGFFG8"),
        mail("outlook").of("jane@x.example").type("Outlook").os("iOS 12").eas("6F24CAD599A5BF1A"));
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
    Referral referral =
        match().referrals().stream()
            .filter(r -> r.record().key().id().equals("m"))
            .findFirst()
            .orElseThrow();
    assertThat(referral.evidence())
        .containsExactly(
            "The mail client is on the device of serial number F17LTTCGFFG8; the closest enrolment"
                + " of jane@x.example, mdm:e, is of DNPHG6NVDT9V.");
    assertThat(referral.settleBy())
        .isEqualTo(
            "Enrol the device of serial number F17LTTCGFFG8 of jane@x.example, or remove its"
                + " partnership.");
    assertThat(match().explainer().explain(records.get(0).key(), records.get(1).key()))
        .hasValueSatisfying(
            told ->
                assertThat(told.sentences())
                    .contains("Rule owner-hardware would speak, but their serial numbers differ."));
  }

  @Test
  void twoImeisMayBeOneDevice() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").imei("490154203237518"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("IMEI356938035643809"));
    assertThat(fates()).containsEntry("m", "e by owner-hardware");
  }

  @Test
  void aSerialNumberOfManyContradictsNobody() {
    for (String owner : List.of("a", "b", "c")) {
      given(
          enrolled(owner).of(owner + "@x.example").is("Apple", "iPhone 6").serial("FAC70RY5ER1A"));
    }
    given(mail("m").of("a@x.example").is("", "iPhone7C2").eas("ApplF17LTTCGFFG8"));
    assertThat(fates()).containsEntry("m", "a by owner-hardware");
  }

  /** An id that agrees outweighs a number typed wrong. */
  @Test
  void anotherIdInCommonStandsAgainstTwoSerialNumbers() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone 6").serial("DNPHG6NVDT9V").eas(ONE),
        mail("m").of("jane@x.example").is("", "iPhone7C2").eas("ApplF17LTTCGFFG8").eas(ONE));
    assertThat(fates()).containsEntry("m", "e by exact-id");
  }

  /** The audit hides all ids, serial numbers as well: else it would agree too often. */
  @Test
  void theAuditSeesNoSerialNumber() {
    given(
        enrolled("e1").of("jane@x.example").is("Apple", "iPhone 6").serial("F17LTTCGFFG8"),
        enrolled("e2").of("jane@x.example").is("Apple", "iPhone 6").serial("DNPHG6NVDT9V"),
        mail("m").of("jane@x.example").is("", "iPhone7C2").eas("ApplF17LTTCGFFG8"));
    assertThat(fates()).containsEntry("m", "e1 by exact-id");
    assertThat(match().audit().undecided()).isEqualTo(1);
  }
}
