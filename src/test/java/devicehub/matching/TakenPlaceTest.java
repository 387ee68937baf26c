package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision.Kind;
import org.junit.jupiter.api.Test;

/** Where a record has a device's id, and another one of the same client has its place there. */
class TakenPlaceTest extends Fates {
  private static final String ID = "JUQGGDFCDD29R3H003TJA63E10";

  private static Records partnership(String name, String id) {
    return mail(name).of("jane@x.example").is("", "iPhone14C2").eas(id);
  }

  @Test
  void whoTookItIsToldAndWhatGivesItBack() {
    given(
        enrolled("one").of("jane@x.example").is("Apple", "iPhone14,2").eas(ID),
        partnership("m", ID),
        partnership("byhand", "12VSNH98DT6F3C0D2RODSILDH8"));
    decided(Kind.MERGE, 0, 2);
    Referral referral = match().referrals().get(0);
    assertThat(referral.reason()).isEqualTo(Reason.AMBIGUOUS_ID);
    assertThat(referral.evidence())
        .containsExactly(
            "The identifier is that of mdm:one, into which a person merged exchange:byhand of the"
                + " same mail client.");
    assertThat(referral.settleBy())
        .isEqualTo(
            "Find out which of the two is on mdm:one: if it is exchange:m, restore the pair of"
                + " exchange:byhand; otherwise remove the partnership of exchange:m.");

    decided(Kind.RESTORE, 0, 2);
    assertThat(fates()).containsEntry("m", "one by exact-id");
    records.remove(1);
    assertThat(fates()).containsEntry("byhand", "one by owner-hardware");
  }
}
