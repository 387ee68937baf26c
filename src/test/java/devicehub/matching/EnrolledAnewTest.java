package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people decided of a device holds once its MDM enrolled it anew under another id. */
class EnrolledAnewTest extends Fates {
  private static final String SERIAL = "F17LTTCGFFG8";
  private static final String EAS = "JUQGGDFCDD29R3H003TJA63E10";

  private void decided(Kind kind, Records enrollment, String mail) {
    decisions.add(decision(kind, enrollment, mail));
  }

  private ReviewerDecision decision(Kind kind, Records enrollment, String mail) {
    return new ReviewerDecision(
            decisions.size() + 1L,
            kind,
            enrollment.done().key(),
            Optional.of(new RecordKey("exchange", mail)),
            "Sam",
            "asked",
            Instant.EPOCH)
        .remembering(enrollment.done());
  }

  private static Records phone(String name) {
    return enrolled(name).of("jane@x.example").is("Apple", "iPhone14,2").eas(EAS);
  }

  private static Records janes() {
    return mail("m").of("jane@x.example").is("", "iPhone14C2").eas(EAS);
  }

  @Test
  void aSeparationHoldsForTheNextEnrolment() {
    given(phone("new").serial(SERIAL.toLowerCase(java.util.Locale.ROOT)), janes());
    assertThat(fates()).containsEntry("m", "new by exact-id");
    decided(Kind.SEPARATE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "SEPARATED");
    assertThat(match().explainer().separation(key("mdm", "new"), key("exchange", "m"))).isPresent();
    assertThat(match().explainer().separation(key("mdm", "old"), key("exchange", "m"))).isEmpty();
  }

  private static RecordKey key(String feed, String id) {
    return new RecordKey(feed, id);
  }

  @Test
  void anImeiTellsThePhoneAsWell() {
    given(phone("new").imei("35 162307 006616 6"), janes());
    decided(Kind.SEPARATE, phone("old").serial(SERIAL).imei("351623070066166"), "m");
    assertThat(fates()).containsEntry("m", "SEPARATED");
  }

  @Test
  void anotherPhoneOfHersIsNotSeparated() {
    given(phone("new").serial("DNPHG6NVDT9V"), janes());
    decided(Kind.SEPARATE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "new by exact-id");
  }

  @Test
  void whatASelfChosenIdTellsIsNoHardware() {
    given(phone("new"), janes());
    decided(Kind.SEPARATE, phone("old"), "m");
    assertThat(fates()).containsEntry("m", "new by exact-id");
  }

  @Test
  void aSerialNumberOfManyTellsNobody() {
    given(phone("new").serial(SERIAL), janes());
    for (int i = 0; i < rules.settings().sharedIdOwners(); i++) {
      given(enrolled("s" + i).of("s" + i + "@x.example").serial(SERIAL));
    }
    decided(Kind.SEPARATE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "new by exact-id");
  }

  @Test
  void aMergeByHandHoldsForTheNextEnrolmentOfTheSameOwner() {
    given(phone("new").is("Apple", "iPad13,1").serial(SERIAL), janes());
    decided(Kind.MERGE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "new by reviewer");
    decisions.add(decision(Kind.RESTORE, phone("new").serial(SERIAL), "m"));
    assertThat(fates()).doesNotContainValue("new by reviewer");
  }

  @Test
  void aMergeByHandEndsWhereSomebodyElseHasThePhone() {
    given(enrolled("new").of("rick@x.example").serial(SERIAL), janes());
    decided(Kind.MERGE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
  }

  @Test
  void aSeparationOfTheNextEnrolmentBeatsAnEarlierMerge() {
    given(phone("new").serial(SERIAL), janes());
    decided(Kind.MERGE, phone("old").serial(SERIAL), "m");
    decided(Kind.SEPARATE, phone("new").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "SEPARATED");
  }

  @Test
  void whileTheEnrolmentThatWasDecidedAboutIsThereNoOtherIsMeant() {
    given(phone("old").serial("DNPHG6NVDT9V"), enrolled("new").serial(SERIAL), janes());
    decided(Kind.MERGE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "old by reviewer");
  }

  @Test
  void aSeparationDecidedAgainRemembersTheHardware() {
    given(phone("new").serial(SERIAL), janes());
    decided(Kind.SEPARATE, phone("old"), "m"); // as written by an earlier version
    assertThat(fates()).containsEntry("m", "new by exact-id");
    decided(Kind.SEPARATE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "SEPARATED");
  }
}
