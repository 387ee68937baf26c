package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Answer;
import devicehub.decision.Referral;
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
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    Referral referral = match().referrals().get(0);
    assertThat(referral.evidence())
        .containsExactly(
            "Sam merged it with mdm:old on 1970-01-01T00:00:00Z: asked. mdm:new is rick@x.example's"
                + " now.");
    assertThat(referral.candidates()).extracting(c -> c.record().id()).containsExactly("new");
    assertThat(referral.settleBy())
        .isEqualTo("Find out which device exchange:m is on, and merge them by hand.");
    given(enrolled("other").of("jane@x.example").is("Apple", "iPhone14,2"));
    assertThat(fates()).as("no other phone of hers").containsEntry("m", "ID_CONFLICT");
    given(phone("proved").serial("F17LTTCGFFG9"));
    assertThat(fates()).as("but the one that has its id").containsEntry("m", "proved by exact-id");
  }

  @Test
  void aMergeByHandEndsWhereANewerEnrolmentIsSomebodyElses() {
    given(enrolled("old").of("jane@x.example").serial(SERIAL).enrolledOn("2025-01-01"), janes());
    decided(Kind.MERGE, phone("old").serial(SERIAL), "m");
    assertThat(fates()).containsEntry("m", "old by reviewer");
    given(enrolled("new").of("rick@x.example").serial(SERIAL).enrolledOn("2026-01-01"));
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    RecordKey mail = key("exchange", "m");
    assertThat(match().explainer().handedOn(key("mdm", "old"), mail))
        .hasValue(
            "mdm:old is superseded by mdm:new, which is rick@x.example's: name that one, if it is"
                + " meant");
    assertThat(match().explainer().handedOn(mail, key("mdm", "new"))).isEmpty();
    assertThat(match().explainer().sameOwner(mail, key("mdm", "new"))).isEqualTo(Answer.NO);
    decided(Kind.MERGE, enrolled("new").serial(SERIAL), "m");
    assertThat(fates()).as("who is meant was said").containsEntry("m", "new by reviewer");
  }

  @Test
  void aMergeByHandEndsWhereTheEnrolmentBecomesSomebodyElses() {
    given(enrolled("e").of("rick@x.example").serial(SERIAL), janes());
    decisions.add(decision(Kind.MERGE, phone("e").serial(SERIAL), "m").remembering(Answer.YES));
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    decisions.set(0, decisions.get(0).remembering(Answer.NO));
    assertThat(fates()).as("it was Rick's then").containsEntry("m", "e by reviewer");
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
