package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An identifier that meets is much, and not everything. */
class IdRuleTest extends Fates {
  private static final String ONE = "JUQGGDFCDD29R3H003TJA63E10";
  private static final String TWO = "12VSNH98DT6F3C0D2RODSILDH8";

  private static Records phone(String... ids) {
    Records phone = enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2");
    for (String id : ids) {
      phone.eas(id);
    }
    return phone;
  }

  private static Records partnership(String name, String id) {
    return mail(name).of("jane@x.example").is("", "iPhone14C2").eas(id);
  }

  @Test
  void twoLiveRecordsInOnePlaceOfOneDeviceAreReferredBoth() {
    given(phone(ONE, TWO), partnership("m1", ONE), partnership("m2", TWO));
    assertThat(fates())
        .containsExactly(Map.entry("m1", "AMBIGUOUS_ID"), Map.entry("m2", "AMBIGUOUS_ID"));
  }

  @Test
  void theyAreNotInOnePlaceOnTwoServers() {
    given(phone(ONE, TWO), partnership("m1", ONE), partnership("m2", TWO).feed("exchange-old"));
    assertThat(fates())
        .containsExactly(Map.entry("m1", "e by exact-id"), Map.entry("m2", "e by exact-id"));
  }

  @Test
  void twoDevicesThatFitAreReferred() {
    given(
        phone(ONE),
        enrolled("other").of("jane@x.example").is("Apple", "iPhone14,2").eas(ONE),
        partnership("m", ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "AMBIGUOUS_ID"));
  }

  @Test
  void ofTwoDevicesWithTheIdOneThatContradictsIsNoRival() {
    given(
        phone(ONE),
        enrolled("other").of("jane@x.example").is("samsung", "SM-S921B").eas(ONE),
        partnership("m", ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "e by exact-id"));
  }

  @Test
  void aPlaceThatAPersonGaveAwayIsTaken() {
    given(phone(ONE, TWO), partnership("m1", ONE), partnership("m2", TWO));
    decided(Kind.MERGE, 0, 2);
    assertThat(fates())
        .containsExactly(Map.entry("m1", "AMBIGUOUS_ID"), Map.entry("m2", "e by reviewer"));
  }

  @Test
  void aSeparatedDeviceIsNoneOfThoseThatFit() {
    given(
        phone(ONE),
        enrolled("other").of("jane@x.example").is("Apple", "iPhone14,2").eas(ONE),
        partnership("m", ONE));
    decided(Kind.SEPARATE, 1, 2);
    assertThat(fates()).containsExactly(Map.entry("m", "e by exact-id"));
  }

  @Test
  void anExcludedEnrolmentIsNotMet() {
    given(phone(ONE), partnership("m", ONE));
    excluded(0);
    assertThat(fates()).containsExactly(Map.entry("m", "OWNER_HAS_NO_ENROLLMENT"));
  }

  @Test
  void anAddressThatIsNobodyKnownMergesIfASecondIdOfAnotherKindAgrees() {
    given(
        phone(ONE, TWO).imei("490154203237518"),
        mail("imei").of("info@x.example").eas(ONE).imei("490154203237518"),
        mail("two").of("team@x.example").eas(ONE).eas(TWO));
    assertThat(fates())
        .containsExactly(Map.entry("imei", "e by exact-id"), Map.entry("two", "ID_CONFLICT"));
  }

  @Test
  void anIdInFullWidthLettersCarriesItsSerialNumberAsWell() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone 7").serial("F17LTTCGFFG8"),
        mail("m").of("jane@x.example").type("iPhone").eas("\uff21\uff50\uff50\uff4cF17LTTCGFFG8"));
    assertThat(fates()).containsExactly(Map.entry("m", "e by exact-id"));
  }

  @Test
  void anAddressIsNoAliasWhereTheOwnersOwnMailboxHasTheId() {
    given(phone(ONE), mail("other").of("rogue@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsEntry("other", "e by exact-id");
    given(partnership("own", ONE));
    assertThat(fates())
        .containsExactly(Map.entry("other", "ID_CONFLICT"), Map.entry("own", "e by exact-id"));
  }

  @Test
  void anAddressIsNoAliasOfOneOwnerIfItsIdsAreAnothersPhonesAsWell() {
    for (String model : new String[] {"", "iPhone14,2", "iPhone14,5"}) {
      records.clear();
      given(
          phone(TWO).imei("490154203237518"),
          enrolled("his").of("rick@x.example").is("Apple", model).eas(ONE),
          mail("m").of("rik@x.example").is("", "iPhone14C2").eas(ONE).imei("490154203237518"));
      assertThat(fates()).containsExactly(Map.entry("m", "AMBIGUOUS_ID"));
      assertThat(match().referrals().get(0).evidence())
          .containsExactly("Its identifiers are those of devices of other owners: mdm:e, mdm:his.");
    }
    given(mail("own").of("jane@x.example").is("", "iPhone14C2").eas(ONE).imei("490154203237518"));
    assertThat(fates()).containsEntry("own", "e by exact-id");
  }

  @Test
  void whoHadTheDeviceBeforeIsAnotherPerson() {
    for (boolean retired : new boolean[] {true, false}) {
      records.clear();
      Records before =
          enrolled("old").of("jane@x.example").is("Apple", "iPhone14,2").serial("F17LTTCGFFG8");
      given(
          (retired ? before.retired() : before).enrolledOn("2023-05-01"),
          enrolled("new")
              .of("rick@x.example")
              .is("Apple", "iPhone14,2")
              .serial("F17LTTCGFFG8")
              .enrolledOn("2025-05-01"),
          mail("m").of("jane@x.example").is("", "iPhone14C2").eas("ApplF17LTTCGFFG8"));
      assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    }
  }

  @Test
  void aRetiredPhonesRecordIsNotTakenForTheNewPhonesOwn() {
    given(phone(ONE).retired(), enrolled("new").of("jane@x.example").is("Apple", "iPhone14,2"));
    given(partnership("m", ONE), partnership("own", TWO));
    assertThat(fates())
        .containsExactly(
            Map.entry("m", "OWNER_HAS_NO_ENROLLMENT"), Map.entry("own", "new by owner-hardware"));
    assertThat(match().referrals().get(0).evidence())
        .containsExactly("The identifier is that of mdm:e, which is retired.");
    given(enrolled("a").of("rick@x.example").is("Apple", "iPhone14,2"));
    assertThat(match().referrals().get(0).evidence())
        .as("beside one that comes first and is another's")
        .containsExactly("The identifier is that of mdm:e, which is retired.");
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
  }

  @Test
  void aRetiredPhonesIdInAnotherMailboxIsAConflict() {
    given(phone(ONE).retired(), enrolled("his").of("rick@x.example").is("Apple", "iPhone14,2"));
    given(mail("m").of("rick@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "ID_CONFLICT"));
    Referral conflict = match().referrals().get(0);
    assertThat(conflict.evidence().get(0))
        .startsWith(
            "The identifier is that of mdm:e, which is retired, but the two contradict in owner");
    assertThat(conflict.settleBy())
        .isEqualTo(
            "Find out who uses the device of exchange:m, then have it enrolled or block the partnership.");
  }

  @Test
  void aRetiredPhoneThatContradictsSaysNothing() {
    given(
        enrolled("e").of("jane@x.example").is("samsung", "SM-S921B").eas(ONE).retired(),
        enrolled("new").of("jane@x.example").is("Apple", "iPhone14,2"));
    given(partnership("m", ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "new by owner-hardware"));
  }

  @Test
  void aConflictIsToldOfTheDeviceWhoseIdItIs() {
    given(phone(ONE), enrolled("his").of("rick@x.example").is("Apple", "iPhone14,2"));
    given(mail("m").of("rick@x.example").is("", "iPhone14C2").eas(ONE));
    Referral conflict = match().referrals().get(0);
    assertThat(conflict.evidence().get(0))
        .startsWith("The identifier is that of mdm:e, but the two contradict in owner");
    assertThat(conflict.settleBy()).startsWith("If rick@x.example is jane@x.example, ");
  }

  @Test
  void oneSerialNumberOnTwoModelsIsTwoDevices() {
    given(
        enrolled("old").of("jane@x.example").is("samsung", "SM-S921B").serial("R58M00000AA"),
        enrolled("new").of("rick@x.example").is("samsung", "SM-A546B").serial("R58M00000AA"),
        mail("m").of("jane@x.example").is("", "SM-S921B").os("Android 14").eas(ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "old by owner-hardware"));
  }

  @Test
  void twoOwnersAreEnoughToShareAnIdIfTheRulesSaySo() {
    rules =
        new RuleBook("two", MatcherTest.STANDARD.rules(), new RuleBook.Settings(30, 2, 256, 20));
    given(phone(ONE), enrolled("his").of("rick@x.example").is("Apple", "iPhone14,2").eas(ONE));
    given(mail("m").of("jane@x.example").is("", "iPad").type("iPad").eas(ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "PLATFORM_OR_FORM_DIFFERS"));
  }

  @Test
  void aConditionThatIsNotKnownIsNoConflict() {
    rules = asking(Condition.SAME_ID, Condition.SAME_OWNER);
    given(phone(ONE), mail("m").of("CN=Jane Doe/O=Acme").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "NO_OWNER"));
  }

  static RuleBook asking(Condition... conditions) {
    return new RuleBook(
        "test",
        List.of(
            new Rule("asks", List.of(conditions), List.of(), List.of(), List.of(), "it is asked")),
        RuleBook.Settings.DEFAULT);
  }

  @Test
  void aSharedMailboxIsNobodysOwnAndClaimsOfTwoPeopleAreNobodys() {
    people.add(person("team@x.example", true));
    people.add(person("jane@x.example", false));
    people.add(person("rick@x.example", false));
    given(
        phone(),
        mail("both").of("jane@x.example", "rick@x.example").is("", "iPhone14C2").eas(ONE),
        mail("team").of("team@x.example").is("", "iPhone14C2").eas(TWO));
    assertThat(fates())
        .containsExactly(Map.entry("both", "NO_OWNER"), Map.entry("team", "NO_OWNER"));
    assertThat(match().referrals())
        .extracting(referral -> referral.evidence().get(0))
        .containsExactly(
            "The record's owner names belong to different people: jane@x.example, rick@x.example.",
            "The mailbox team@x.example is shared and nobody's own.");
  }

  @Test
  void aSharedMailboxBesideAPersonsAddressIsThePersons() {
    people.add(person("team@x.example", true));
    people.add(person("jane@x.example", false));
    given(phone(), mail("m").of("team@x.example", "jane@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsExactly(Map.entry("m", "e by owner-hardware"));
  }

  private static Person person(String address, boolean shared) {
    return new Person(address, "", List.of(OwnerClaim.of(address)), shared);
  }
}
