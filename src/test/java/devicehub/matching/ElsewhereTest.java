package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Candidate;
import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mail client is on one device, whoever's mailbox it reads. */
class ElsewhereTest extends Fates {
  private static final String ID = "JUQGGDFCDD29R3H003TJA63E10";

  private static Records iphone(String name, String owner) {
    return enrolled(name).of(owner + "@x.example").is("Apple", "iPhone14,2");
  }

  private static Records partnership(String owner) {
    return mail(owner).of(owner + "@x.example").is("", "iPhone14C2").eas(ID);
  }

  @Test
  void oneIdInTwoPeoplesMailboxesLeadsToNeithersPhone() {
    given(iphone("janes", "jane"), iphone("ricks", "rick"));
    given(partnership("jane"), partnership("rick"));
    assertThat(fates())
        .containsExactly(Map.entry("jane", "AMBIGUOUS_ID"), Map.entry("rick", "AMBIGUOUS_ID"));
    Referral jane = match().referrals().get(0);
    assertThat(jane.candidates())
        .extracting(Candidate::record)
        .extracting(Object::toString)
        .containsExactly("mdm:janes", "mdm:ricks");
    assertThat(jane.evidence())
        .containsExactly(
            "The same identifier is that of exchange:rick, another owner's record, and one mail"
                + " client is on one device only: mdm:janes, mdm:ricks.");
    assertThat(jane.settleBy())
        .isEqualTo("Find out which device " + ID + " is used on, and merge by hand with it.");
  }

  @Test
  void thePhoneThatAloneFitsEitherRecordIsTaken() {
    given(iphone("janes", "jane"), enrolled("ricks").of("rick@x.example").is("", "SM-S921B"));
    given(partnership("jane"), partnership("rick"));
    assertThat(fates())
        .containsExactly(
            Map.entry("jane", "janes by owner-hardware"),
            Map.entry("rick", "MANUFACTURER_DIFFERS"));
  }

  @Test
  void whereAPersonMergedTheOneTheOtherOnTheSameDeviceFollows() {
    given(iphone("janes", "jane"), iphone("ricks", "rick"));
    given(partnership("jane"), partnership("rick"));
    decided(Kind.MERGE, 0, 3);
    assertThat(fates())
        .containsExactly(
            Map.entry("jane", "janes by owner-hardware"), Map.entry("rick", "janes by reviewer"));
  }

  @Test
  void onePersonsTwoMailboxesAreNoDoubt() {
    given(iphone("janes", "jane"));
    given(partnership("jane"), mail("alias").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    records.set(
        2, mail("alias").of("jane@x.example").is("", "iPhone14C2").eas(ID).feed("old").done());
    assertThat(fates())
        .containsExactly(
            Map.entry("alias", "janes by owner-hardware"),
            Map.entry("jane", "janes by owner-hardware"));
  }

  @Test
  void anIdOfManyOwnersThatOneEnrolmentHasMayBeThatDevices() {
    given(iphone("janes", "jane").eas(ID));
    given(partnership("jane"));
    for (String boss : new String[] {"rick", "susan", "tom"}) {
      given(iphone(boss + "s", boss), partnership(boss));
    }
    given(enrolled("ulis").of("uli@x.example").is("", "SM-S921B"));
    given(mail("uli").of("uli@x.example").is("", "SM-S921B").os("Android 14").eas(ID));
    assertThat(fates())
        .containsExactly(
            Map.entry("jane", "janes by owner-hardware"),
            Map.entry("rick", "AMBIGUOUS_ID"),
            Map.entry("susan", "AMBIGUOUS_ID"),
            Map.entry("tom", "AMBIGUOUS_ID"),
            Map.entry("uli", "ulis by owner-hardware"));
    assertThat(match().referrals().get(0).evidence().get(0)).contains("is that of mdm:janes,");
  }

  @Test
  void anIdOfManyOwnersThatNobodyEnrolledSaysNothing() {
    for (String owner : new String[] {"jane", "rick", "susan"}) {
      given(iphone(owner + "s", owner), partnership(owner));
    }
    assertThat(fates().values()).allMatch(fate -> fate.endsWith("by owner-hardware"));
  }
}
