package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Answer;
import devicehub.decision.Explanation;
import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.RecordKey;
import org.junit.jupiter.api.Test;

/** A device that people excluded has no mail; and what is its own is not taken for another's. */
class ExcludedDeviceTest extends Fates {
  private static final String ID = "JUQGGDFCDD29R3H003TJA63E10";

  private static Records phone(String name) {
    return enrolled(name).of("jane@x.example").is("Apple", "iPhone14,2");
  }

  private static Records partnership(String name, String owner) {
    return mail(name).of(owner).is("", "iPhone14C2").eas(ID);
  }

  private Referral referral() {
    return match().referrals().get(0);
  }

  @Test
  void itsMailIsNotMergedWithItsOwnersOtherPhone() {
    given(phone("a").eas(ID), phone("b"), partnership("m", "jane@x.example"));
    assertThat(fates()).containsEntry("m", "a by exact-id");
    excluded(0);
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
    assertThat(referral().evidence())
        .containsExactly("The identifier is that of mdm:a, which is excluded.");
    assertThat(referral().settleBy()).isEqualTo("Restore mdm:a, or exclude exchange:m as well.");
    Explanation pair =
        match()
            .explainer()
            .explain(new RecordKey("mdm", "b"), new RecordKey("exchange", "m"))
            .orElseThrow();
    assertThat(pair.sentences())
        .anyMatch(said -> said.endsWith("but the identifier is that of mdm:a, which is excluded."));
    Explanation own =
        match()
            .explainer()
            .explain(new RecordKey("mdm", "a"), new RecordKey("exchange", "m"))
            .orElseThrow();
    assertThat(own.findings().get(0).answer()).as("their ids are the same").isEqualTo(Answer.YES);
  }

  @Test
  void itsIdStaysAConflictForAnother() {
    given(
        phone("a").eas(ID),
        enrolled("b").of("rick@x.example").is("Apple", "iPhone14,2"),
        partnership("m", "rick@x.example"));
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    excluded(0);
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    assertThat(referral().evidence().get(0)).contains("mdm:a, which is excluded, but the two");
  }

  @Test
  void theIdOfAnEarlierEnrolmentIsTheExcludedDevices() {
    given(
        phone("old").serial("F17LTTCGFFG8").eas(ID),
        phone("new").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        phone("other"),
        partnership("m", "jane@x.example"));
    excluded(1);
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
    excluded(0);
    assertThat(fates()).as("be both excluded").containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
  }

  @Test
  void anEarlierEnrolmentThatAloneIsExcludedTellsNothing() {
    given(
        phone("old").serial("F17LTTCGFFG8").eas(ID),
        phone("new").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        partnership("m", "jane@x.example"));
    excluded(0);
    assertThat(fates()).containsEntry("m", "new by owner-hardware");
  }

  @Test
  void anExclusionOfTheDeviceEndsAMergeByHand() {
    given(phone("a"), phone("b").is("Apple", "iPad13,1"), partnership("m", "jane@x.example"));
    decided(Kind.MERGE, 1, 2);
    assertThat(fates()).containsEntry("m", "b by reviewer");
    excluded(1);
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
    assertThat(referral().evidence())
        .containsExactly(
            "Sam merged it with mdm:b on 1970-01-01T00:00:00Z: asked the user. mdm:b is excluded"
                + " now.");
    assertThat(referral().settleBy()).startsWith("Restore mdm:b");
  }
}
