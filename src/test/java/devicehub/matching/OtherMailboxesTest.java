package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A phone that reads a mailbox beside its owner's is the candidate for what it does there. */
class OtherMailboxesTest extends Fates {
  private static final String ID = "JUQGGDFCDD29R3H003TJA63E10";

  private void janesPhoneReads(String other) {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID),
        mail("t").of(other).is("", "iPhone14C2").eas(ID));
  }

  private Referral referral() {
    assertThat(fates()).containsEntry("m", "e by owner-hardware");
    return match().referrals().get(0);
  }

  @Test
  void aSharedMailboxIsReadOnTheDeviceWhereTheClientReadsAnother() {
    people.add(new Person("team", "Team", List.of(OwnerClaim.of("team@x.example")), true));
    people.add(new Person("jane", "Jane", List.of(OwnerClaim.of("jane@x.example")), false));
    janesPhoneReads("team@x.example");
    assertThat(fates()).containsEntry("t", "NO_OWNER");
    assertThat(referral().candidates()).extracting(c -> c.record().id()).containsExactly("e");
    assertThat(referral().candidateCount()).isEqualTo(1);
    assertThat(referral().evidence())
        .containsExactly(
            "The mailbox team@x.example is shared and nobody's own.",
            "The same mail client reads jane@x.example on mdm:e.");
    assertThat(referral().settleBy())
        .isEqualTo(
            "Merge exchange:t by hand with mdm:e, if it is that device, or remove its"
                + " partnership.");
    decided(Kind.MERGE, 0, 2);
    assertThat(fates()).containsEntry("t", "e by reviewer");
  }

  @Test
  void soIsOneThatNobodyIsKnownToHave() {
    janesPhoneReads("team@x.example");
    assertThat(fates()).containsEntry("t", "OWNER_HAS_NO_ENROLLMENT");
    assertThat(referral().candidates()).extracting(c -> c.record().id()).containsExactly("e");
    assertThat(referral().evidence())
        .containsExactly(
            "Nothing is enrolled for team@x.example.",
            "The same mail client reads jane@x.example on mdm:e.");
  }

  /** A mailbox may be its owner's and be read by somebody else as well, on the same model. */
  @Test
  void whoReadsTheMailboxOfAColleagueIsACandidateBesideThatOnesOwn() {
    given(enrolled("bosses").of("boss@x.example").is("Apple", "iPhone14,2"));
    given(mail("own").of("boss@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    janesPhoneReads("boss@x.example");
    assertThat(fates())
        .containsEntry("t", "AMBIGUOUS_ATTRIBUTES")
        .containsEntry("own", "AMBIGUOUS_ATTRIBUTES");
    Referral referral =
        match().referrals().stream()
            .filter(one -> one.record().key().id().equals("t"))
            .findFirst()
            .orElseThrow();
    assertThat(referral.candidates())
        .extracting(c -> c.record().id())
        .containsExactly("bosses", "e");
    assertThat(referral.evidence())
        .containsExactly(
            "mdm:bosses fits, but it fits other mail records of the owner as well.",
            "The same mail client reads jane@x.example on mdm:e.");
    assertThat(referral.settleBy())
        .isEqualTo(
            "Merge exchange:t by hand with mdm:e, if it is that device, or remove its"
                + " partnership.");
    decided(Kind.MERGE, 2, 4);
    assertThat(fates())
        .containsEntry("t", "e by reviewer")
        .containsEntry("own", "bosses by owner-hardware")
        .containsEntry("m", "e by owner-hardware");
  }

  @Test
  void whatIsVisiblyAnotherDeviceIsNoCandidate() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID),
        mail("t").of("team@x.example").is("", "iPhone12C1").eas(ID));
    assertThat(referral().candidates()).isEmpty();
  }

  @Test
  void norIsWhatPeopleSeparated() {
    janesPhoneReads("team@x.example");
    decided(Kind.SEPARATE, 0, 2);
    assertThat(referral().candidates()).isEmpty();
  }

  @Test
  void anIdOfManyOwnersTellsOfNoDevice() {
    janesPhoneReads("team@x.example");
    for (int i = 0; i < rules.settings().sharedIdOwners(); i++) {
      given(mail("s" + i).of("s" + i + "@x.example").is("", "SM-S921B").eas(ID));
    }
    assertThat(match().referrals())
        .filteredOn(referral -> referral.record().key().id().equals("t"))
        .singleElement()
        .matches(referral -> referral.candidates().isEmpty());
  }
}
