package devicehub.matching;

import static devicehub.matching.Condition.HARDWARE_HIDDEN;
import static devicehub.matching.Condition.SAME_FORM_FACTOR;
import static devicehub.matching.Condition.SAME_ID;
import static devicehub.matching.Condition.SAME_MANUFACTURER;
import static devicehub.matching.Condition.SAME_MODEL;
import static devicehub.matching.Condition.SAME_OS_VERSION;
import static devicehub.matching.Condition.SAME_OWNER;
import static devicehub.matching.Condition.SAME_PLATFORM;
import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatcherTest extends Fates {
  static final RuleBook STANDARD =
      new RuleBook(
          "test",
          List.of(
              new Rule(
                  "exact-id",
                  List.of(SAME_ID),
                  List.of(),
                  List.of(
                      SAME_OWNER, SAME_MANUFACTURER, SAME_PLATFORM, SAME_FORM_FACTOR, SAME_MODEL),
                  List.of(),
                  "ids meet"),
              new Rule(
                  "owner-hardware",
                  List.of(SAME_OWNER, SAME_MANUFACTURER, SAME_FORM_FACTOR, SAME_PLATFORM),
                  List.of(),
                  List.of(SAME_MODEL),
                  List.of(SAME_MODEL, SAME_OS_VERSION),
                  "the owner's only such device"),
              new Rule(
                  "owner-platform",
                  List.of(SAME_OWNER, SAME_PLATFORM, HARDWARE_HIDDEN),
                  List.of(),
                  List.of(SAME_MANUFACTURER, SAME_FORM_FACTOR, SAME_MODEL),
                  List.of(),
                  "the owner's only device of the platform")),
          RuleBook.Settings.DEFAULT);

  @Test
  void equalMailDeviceIdsOfOneOwnerAreOneDevice() {
    given(
        enrolled("e")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .eas("JUQGGDFCDD29R3H003TJA63E10"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("juqggdfcdd29r3h003tja63e10"));
    assertThat(fates()).containsExactly(Map.entry("m", "e by exact-id"));
  }

  @Test
  void anApplIdCarriesTheSerialNumber() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone 7").serial("F17LTTCGFFG8"),
        mail("m").of("jane@x.example").type("iPhone").eas("ApplF17LTTCGFFG8"));
    assertThat(fates()).containsExactly(Map.entry("m", "e by exact-id"));
  }

  @Test
  void aColleaguesPhoneThatPresentsAnIdIsAConflict() {
    given(
        enrolled("e")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .eas("JUQGGDFCDD29R3H003TJA63E10"),
        enrolled("his").of("rick@x.example").is("samsung", "SM-S921B"),
        mail("m").of("rick@x.example").is("", "iPhone14C2").eas("JUQGGDFCDD29R3H003TJA63E10"));
    assertThat(fates()).containsExactly(Map.entry("m", "ID_CONFLICT"));
  }

  @Test
  void aPersonOfTheDirectoryWhoPresentsAnIdIsAConflict() {
    people.add(new Person("rick@x.example", "", List.of(OwnerClaim.of("rick@x.example")), false));
    given(
        enrolled("e")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .eas("JUQGGDFCDD29R3H003TJA63E10"),
        mail("m").of("rick@x.example").is("", "iPhone14C2").eas("JUQGGDFCDD29R3H003TJA63E10"));
    assertThat(fates()).containsExactly(Map.entry("m", "ID_CONFLICT"));
  }

  @Test
  void anAddressThatIsNobodyKnownNeedsTheModelToAgreeAsWell() {
    given(
        enrolled("e")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .eas("JUQGGDFCDD29R3H003TJA63E10"),
        mail("info").of("info@x.example").is("", "iPhone14C2").eas("JUQGGDFCDD29R3H003TJA63E10"),
        mail("bare").of("team@x.example").eas("JUQGGDFCDD29R3H003TJA63E10"));
    assertThat(fates())
        .containsExactly(Map.entry("bare", "ID_CONFLICT"), Map.entry("info", "e by exact-id"));
  }

  @Test
  void anIdOnHardwareThatContradictsIsAConflict() {
    given(
        enrolled("e")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .eas("JUQGGDFCDD29R3H003TJA63E10"),
        mail("m").of("jane@x.example").is("", "SM-S921B").eas("JUQGGDFCDD29R3H003TJA63E10"));
    assertThat(fates()).containsExactly(Map.entry("m", "ID_CONFLICT"));
  }

  @Test
  void anIdSeenWithThreeOwnersIdentifiesNothing() {
    given(
        enrolled("a").of("a@x.example").is("samsung", "SM-S921B").serial("R58M00000AA"),
        enrolled("b").of("b@x.example").is("samsung", "SM-S921B").serial("R58M00000AA"),
        enrolled("c").of("c@x.example").is("samsung", "SM-S921B").serial("R58M00000AA"),
        mail("m")
            .of("b@x.example")
            .is("", "SM-S921B")
            .type("Android")
            .os("Android 14")
            .eas("SEC17CD1A3E9E3F2"));
    assertThat(fates()).containsExactly(Map.entry("m", "b by owner-hardware"));
    assertThat(match().tally().superseded()).isZero();
  }

  @Test
  void aModelThatNoListKnowsIsStillByOneMaker() {
    given(
        enrolled("e").of("jane@x.example").is("Fairphone", "FP5").os("Android 14"),
        mail("m").of("jane@x.example").is("", "FP5").type("Android").os("Android 14"));
    assertThat(fates()).containsExactly(Map.entry("m", "e by owner-hardware"));
  }

  @Test
  void aClientThatHidesTheHardwareMayStillTellWhatItIsNot() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"),
        mail("old").of("jane@x.example").is("", "iPhone (iPhone5,2)").type("OWA for Devices"),
        mail("pad").of("jane@x.example").type("Outlook").os("iPadOS 17.5"),
        mail("open").of("jane@x.example").feed("other").type("Outlook").os("iOS 17.5"));
    assertThat(fates())
        .containsExactly(
            Map.entry("old", "MODEL_CONTRADICTS"),
            Map.entry("open", "e by owner-platform"),
            Map.entry("pad", "PLATFORM_OR_FORM_DIFFERS"));
  }

  @Test
  void theOwnersOnlyDeviceOfItsKindIsTaken() {
    given(
        enrolled("phone").of("jane@x.example").is("Apple", "iPhone14,2"),
        enrolled("pad").of("jane@x.example").is("Apple", "iPad8,1"),
        mail("m").of("Jane@X.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    assertThat(fates()).containsExactly(Map.entry("m", "phone by owner-hardware"));
  }

  @Test
  void twinsAreReferredWithBothAsCandidates() {
    given(
        enrolled("one").of("jane@x.example").is("Apple", "iPhone14,2"),
        enrolled("two").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    Referral referral = match().referrals().get(0);
    assertThat(referral.reason()).isEqualTo(Reason.AMBIGUOUS_ATTRIBUTES);
    assertThat(referral.candidates())
        .extracting(c -> c.record().id())
        .containsExactly("one", "two");
    assertThat(referral.settleBy()).isNotBlank();
  }

  @Test
  void twoLivePhonesInOneMailboxAndOneEnrolmentAreReferredBoth() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m1").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"),
        mail("m2").of("jane@x.example").is("", "iPhone14C2").eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K"));
    assertThat(fates())
        .containsExactly(
            Map.entry("m1", "AMBIGUOUS_ATTRIBUTES"), Map.entry("m2", "AMBIGUOUS_ATTRIBUTES"));
  }

  @Test
  void aPartnershipLeftBehindDoesNotStandInTheWayOfTheLiveOne() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("old")
            .of("jane@x.example")
            .is("", "iPhone14C2")
            .eas("12VSNH98DT6F3C0D2RODSILDH8")
            .seen("2025-11-01"),
        mail("new").of("jane@x.example").is("", "iPhone14C2").eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K"));
    assertThat(fates())
        .containsExactly(
            Map.entry("new", "e by owner-hardware"), Map.entry("old", "STALE_PARTNERSHIP"));
  }

  /** 03/05/2026 is in March or in May: nobody may call the phone left behind, and merge another. */
  @Test
  void aPartnershipWhoseLastSyncCannotBeReadIsNotLeftBehind() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m1")
            .of("jane@x.example")
            .is("", "iPhone14C2")
            .eas("12VSNH98DT6F3C0D2RODSILDH8")
            .seenWhoKnowsWhen(),
        mail("m2").of("jane@x.example").is("", "iPhone14C2").eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K"));
    assertThat(fates())
        .containsExactly(
            Map.entry("m1", "AMBIGUOUS_ATTRIBUTES"), Map.entry("m2", "AMBIGUOUS_ATTRIBUTES"));
  }

  @Test
  void aPartnershipThatNeverSyncedIsLeftBehindUnlessItCameLately() {
    given(
        enrolled("e1").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m1").of("jane@x.example").is("", "iPhone14C2").eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K"),
        mail("old")
            .of("jane@x.example")
            .is("", "iPhone14C2")
            .eas("12VSNH98DT6F3C0D2RODSILDH8")
            .neverSeen(),
        enrolled("e2").of("june@x.example").is("Apple", "iPhone14,2"),
        mail("m2").of("june@x.example").is("", "iPhone14C2").eas("7Q93UFOQ7H0K39JPMFPTEMJQ3K"),
        mail("new")
            .of("june@x.example")
            .is("", "iPhone14C2")
            .eas("22VSNH98DT6F3C0D2RODSILDH8")
            .neverSeen()
            .enrolledOn("2026-01-19"));
    assertThat(fates())
        .containsEntry("old", "STALE_PARTNERSHIP")
        .containsEntry("new", "AMBIGUOUS_ATTRIBUTES");
  }

  @Test
  void onlyAPartnershipOfWhichTheLastSyncIsKnownIsCalledStale() {
    Records other = mail("other").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D");
    Records live =
        mail("live").of("jane@x.example").is("", "iPhone14C2").eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K");
    Records phone = enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2");

    given(phone, other.seenWhoKnowsWhen(), live);
    assertThat(fates()).extractingByKey("other").isEqualTo("AMBIGUOUS_ATTRIBUTES");

    given(phone, other.neverSeen(), live);
    assertThat(fates()).extractingByKey("other").isEqualTo("STALE_PARTNERSHIP");
  }

  @Test
  void outlookBesideTheBuiltInClientIsTheSameDevice() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").os("iOS 17.2"),
        mail("native").of("jane@x.example").is("", "iPhone14C2").eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K"),
        mail("outlook")
            .of("jane@x.example")
            .is("", "Outlook for iOS and Android")
            .type("Outlook")
            .os("iOS 17.2")
            .eas("5eec4e941e0748a264512fd83770d5ac"));
    assertThat(fates())
        .containsExactly(
            Map.entry("native", "e by owner-hardware"),
            Map.entry("outlook", "e by owner-platform"));
  }

  @Test
  void aContradictingModelIsNoMatchHoweverAloneItIs() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    assertThat(fates()).containsExactly(Map.entry("m", "MODEL_CONTRADICTS"));
  }

  @Test
  void theReasonSaysWhatIsMissingOrInTheWay() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"),
        mail("alone").of("rick@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"),
        mail("maker").of("jane@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F2"),
        mail("form").of("jane@x.example").is("", "iPad8C1").eas("K6CKULJTID3SDEAIV0ELHBBTTO"),
        mail("nobody")
            .of("CN=Jane Doe/O=Acme")
            .is("", "iPhone14C2")
            .eas("FBJV9GQU3D7890K74K10V5IC5K"));
    assertThat(fates())
        .containsExactly(
            Map.entry("alone", "OWNER_HAS_NO_ENROLLMENT"),
            Map.entry("form", "PLATFORM_OR_FORM_DIFFERS"),
            Map.entry("maker", "MANUFACTURER_DIFFERS"),
            Map.entry("nobody", "NO_OWNER"));
  }

  @Test
  void theDirectoryBringsAliasesAndNotesNamesToOnePerson() {
    people.add(
        new Person(
            "jane@x.example",
            "Jane Doe",
            List.of(
                OwnerClaim.of("jane@x.example"),
                OwnerClaim.of("j.doe@x.example"),
                OwnerClaim.of("CN=Jane Doe/O=Acme")),
            false));
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("alias").of("j.doe@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"),
        mail("notes")
            .feed("traveler")
            .of("Jane Doe/Acme")
            .is("", "iPhone14C2")
            .eas("FBJV9GQU3D7890K74K10V5IC5K"));
    assertThat(fates())
        .containsExactly(
            Map.entry("alias", "e by owner-hardware"), Map.entry("notes", "e by owner-hardware"));
  }

  @Test
  void theNewestActiveEnrolmentLeadsAndAnActiveOlderOneIsReferred() {
    given(
        enrolled("old")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .serial("F17LTTCGFFG8")
            .enrolledOn("2025-01-01"),
        enrolled("new")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .serial("F17LTTCGFFG8")
            .enrolledOn("2025-06-01"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    assertThat(fates())
        .containsExactly(
            Map.entry("m", "new by owner-hardware"), Map.entry("old", "DUPLICATE_ENROLLMENT"));
  }

  @Test
  void aRetiredEnrolmentOwnsNoMail() {
    given(
        enrolled("e")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .eas("12VSNH98DT6F3C0D2RODSILDH8")
            .retired(),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    assertThat(fates()).containsExactly(Map.entry("m", "OWNER_HAS_NO_ENROLLMENT"));
  }

  @Test
  void aSeparatedPairNeverMergesNotEvenByHand() {
    given(
        enrolled("e")
            .of("jane@x.example")
            .is("Apple", "iPhone14,2")
            .eas("12VSNH98DT6F3C0D2RODSILDH8"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    decided(Kind.SEPARATE, 0, 1);
    decided(Kind.MERGE, 0, 1);
    assertThat(fates()).containsExactly(Map.entry("m", "SEPARATED"));
  }

  @Test
  void aReviewersMergeStandsAgainstTheRules() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"),
        mail("m").of("rick@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F2"));
    decided(Kind.MERGE, 0, 1);
    assertThat(fates()).containsExactly(Map.entry("m", "e by reviewer"));
  }

  @Test
  void anExcludedRecordIsNobodysBusiness() {
    given(mail("m").of("rick@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F2"));
    excluded(0);
    assertThat(fates()).isEmpty();
    assertThat(match().tally().excluded()).isEqualTo(1);
  }

  @Test
  void aRecordThatPeopleMergedAndThenExcludedStandsInNoMerge() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"),
        mail("m").of("rick@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F2"),
        mail("a").of("zoe@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F3"));
    decided(Kind.MERGE, 0, 1);
    excluded(1);
    assertThat(match().merges()).isEmpty();
    assertThat(match().tally().excluded()).isEqualTo(1);
    assertThat(match().tally().withoutMail()).isEqualTo(1);
  }
}
