package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Candidate;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exception tells people: why, who else, and what would settle it. */
class EvidenceTest extends Fates {
  private static final String ID = "JUQGGDFCDD29R3H003TJA63E10";
  private static final String OTHER = "12VSNH98DT6F3C0D2RODSILDH8";

  private static Records iphone(String name) {
    return enrolled(name).of("jane@x.example").is("Apple", "iPhone14,2");
  }

  private static Records partnership(String name, String owner) {
    return mail(name).of(owner).is("", "iPhone14C2").eas(name.equals("m") ? ID : OTHER);
  }

  private static Records iphoneMail(String name) {
    return mail(name).of("jane@x.example").is("", "iPhone14C2").eas(name + OTHER);
  }

  private Referral referral(String name) {
    return match().referrals().stream()
        .filter(referral -> referral.record().key().id().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void tells(String evidence, String settleBy) {
    Referral referral = referral("m");
    assertThat(referral.evidence()).containsExactly(evidence);
    assertThat(referral.settleBy()).isEqualTo(settleBy);
  }

  @Test
  void twinsAreTwoToChooseFromOrToRetire() {
    given(iphone("one"), iphone("two").seen("2025-11-24"), partnership("m", "jane@x.example"));
    given(enrolled("three").of("jane@x.example").is("samsung", "SM-S921B"));
    tells(
        "2 enrolments fit equally by the rules: mdm:one, mdm:two.",
        "Retire the enrolment that is no longer used, or merge by hand: mdm:one, mdm:two (not"
            + " reported since 2025-11-24).");
    records.set(1, iphone("two").neverSeen().done());
    assertThat(referral("m").settleBy()).endsWith(": mdm:one, mdm:two (never reported).");
    records.set(1, iphone("two").seen("2026-01-19").done());
    assertThat(referral("m").settleBy())
        .as("no day that is another tomorrow")
        .endsWith(": mdm:one, mdm:two.");
  }

  /** Where a device is enrolled twice, the one enrolment steps in for the other. */
  @Test
  void toRetireAnEnrolmentIsAdvisedOnlyWhereThatTakesTheDeviceAway() {
    given(
        iphone("one").serial("F17LTTCGFFG8").enrolledOn("2026-01-01"),
        iphone("two").serial("DNPHG6NVDT9V"),
        partnership("m", "jane@x.example"));
    assertThat(referral("m").settleBy()).startsWith("Retire the enrolment");
    given(iphone("earlier").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"));
    assertThat(referral("m").settleBy())
        .startsWith("Merge exchange:m by hand with the right candidate;");
    records.remove(3);
    given(iphone("earlier").serial("F17LTTCGFFG8").enrolledOn("2025-01-01").retired());
    assertThat(referral("m").settleBy()).startsWith("Retire the enrolment");
  }

  @Test
  void whatCanBeOnNeitherIsNoRival() {
    given(iphone("one"), iphone("two"), partnership("m", "jane@x.example"));
    given(mail("other").of("jane@x.example").is("", "iPhone12C1").eas(OTHER));
    assertThat(referral("m").settleBy()).startsWith("Retire the enrolment that is no longer used");
  }

  @Test
  void ofManyTwinsTheFirstAreNamed() {
    given(iphone("a"), iphone("b"), iphone("c"), iphone("d"), partnership("m", "jane@x.example"));
    String settle =
        "Merge exchange:m by hand with the right candidate; an MDM that reports the mail device id settles"
            + " it for good.";
    tells("4 enrolments fit equally by the rules: mdm:a, mdm:b, mdm:c, mdm:d.", settle);
    given(iphone("e"));
    tells("5 enrolments fit equally by the rules: mdm:a, mdm:b, mdm:c, mdm:d, ….", settle);
  }

  @Test
  void candidatesAreRankedByWhatSpeaksForThemLessWhatSpeaksAgainst() {
    given(
        enrolled("galaxy").of("jane@x.example").is("samsung", "SM-S921B"),
        iphone("one"),
        iphone("two").os("iOS 17.2"),
        enrolled("stranger").of("rick@x.example").is("Apple", "iPhone14,2").eas(ID),
        enrolled("lena").of("lena@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").os("iOS 17.2").eas(ID));
    assertThat(referral("m").candidates())
        .extracting(candidate -> candidate.record().id() + " " + candidate.score())
        .containsExactly("two 60", "one 58", "stranger 48", "galaxy 2");
    assertThat(referral("m").candidates())
        .extracting(Candidate::label)
        .contains("Samsung SM-S921B");
  }

  /** Of two records one may stay that the rules cannot decide either, whichever is asked about. */
  @Test
  void whichOfSeveralRecordsStaysIsMergedByItselfOnlyIfEachWouldBe() {
    given(
        iphone("e"),
        partnership("m", "jane@x.example"),
        mail("m2").of("jane@x.example").os("iOS 17.2").eas(OTHER));
    String advice = "Merge by hand with mdm:e the one that is on it of exchange:m or exchange:m2,";
    assertThat(referral("m").settleBy()).startsWith(advice);
    assertThat(referral("m2").settleBy()).startsWith(advice);
  }

  @Test
  void aDeviceThatFitsSeveralRecordsSaysSo() {
    given(iphone("e"), partnership("m", "jane@x.example"), partnership("m2", "jane@x.example"));
    tells(
        "mdm:e fits, but it fits other mail records of the owner as well.",
        "Remove the partnership that is no longer used of exchange:m or exchange:m2; the other is"
            + " then merged with mdm:e.");
    rules = IdRuleTest.asking(Condition.SAME_OWNER, Condition.SAME_OS_VERSION);
    assertThat(referral("m").settleBy())
        .isEqualTo(
            "Merge by hand with mdm:e the one that is on it of exchange:m or exchange:m2, and remove"
                + " the other.");
    given(
        mail("t").feed("traveler").of("jane@x.example").is("", "iPhone14C2").eas("Q"),
        iphoneMail("m3"));
    assertThat(referral("m").settleBy())
        .as("what is on another server does not wait for the same place")
        .isEqualTo(
            "Merge by hand with mdm:e the one that is on it of exchange:m, exchange:m2 or"
                + " exchange:m3, and remove the others.");
    rules = MatcherTest.STANDARD;
    assertThat(referral("m").settleBy())
        .isEqualTo(
            "Remove the partnerships that are no longer used of exchange:m, exchange:m2 or"
                + " exchange:m3; the one that is left is then merged with mdm:e.");
    given(iphoneMail("m4"), iphoneMail("m5"));
    assertThat(referral("m5").settleBy())
        .contains("exchange:m, exchange:m2, exchange:m3, exchange:m4, …; the one");
  }

  @Test
  void aMakerThatNobodyKnowsIsCorrectedWhereItIsWritten() {
    rules = IdRuleTest.asking(Condition.SAME_OWNER, Condition.SAME_MANUFACTURER);
    given(
        enrolled("e").of("jane@x.example").is("Sumsang", "").os("Android 14"),
        mail("m").of("jane@x.example").is("", "SM-S921B").os("Android 14"));
    assertThat(referral("m").settleBy())
        .isEqualTo("Correct the manufacturer 'Sumsang' in mdm; it is none that is known.");
  }

  @Test
  void aLadderThatSpeaksForNobodySaysSo() {
    rules = new RuleBook("test", java.util.List.of(), MatcherTest.STANDARD.settings());
    given(iphone("e"), partnership("m", "jane@x.example"));
    assertThat(referral("m").evidence().get(0)).isEqualTo("mdm:e fits, but no rule speaks for it.");
    given(iphone("e2"));
    assertThat(referral("m").evidence().get(0))
        .isEqualTo("No rule speaks for any of 2 enrolments: mdm:e, mdm:e2.");
  }

  @Test
  void aSingleMissingValueIsAskedForWhereItIsMissing() {
    rules = IdRuleTest.asking(Condition.SAME_OWNER, Condition.SAME_MANUFACTURER);
    given(
        enrolled("e").of("jane@x.example").os("Android 14"),
        mail("m").of("jane@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F2"));
    tells(
        "mdm:e fits, but nothing is known of: manufacturer.",
        "Complete the manufacturer of mdm:e.");
    records.clear();
    given(
        enrolled("e").of("jane@x.example").is("samsung", "SM-S921B"),
        mail("m").of("jane@x.example").type("Android").os("Android 14").eas("androidc537050526"));
    assertThat(referral("m").settleBy()).isEqualTo("Complete the manufacturer of exchange:m.");
    records.clear();
    given(
        enrolled("e").of("jane@x.example").os("Android 14"),
        mail("m").of("jane@x.example").type("Android").os("Android 14").eas("androidc537050526"));
    assertThat(referral("m").settleBy())
        .as("one of them alone would settle nothing")
        .isEqualTo("Complete the manufacturer of mdm:e and of exchange:m.");
  }

  @Test
  void ofTwinsWithARecordEachOneDecidesTheOther() {
    given(iphone("one"), iphone("two").seen("2025-12-24"));
    given(partnership("m", "jane@x.example"), partnership("m2", "jane@x.example"));
    tells(
        "2 enrolments fit equally by the rules: mdm:one, mdm:two.",
        "Merge exchange:m or exchange:m2 by hand, and the other follows: mdm:one, mdm:two.");
    decided(Kind.MERGE, 0, 2);
    assertThat(match().referrals()).isEmpty();
  }

  @Test
  void aValueIsAskedForOnlyIfItWouldLeaveOneDevice() {
    Records hiding = mail("m").of("jane@x.example").type("Outlook").eas(ID);
    given(iphone("one"), enrolled("two").of("jane@x.example").is("", "SM-S921B"), hiding);
    assertThat(referral("m").settleBy()).isEqualTo("Complete the platform of exchange:m.");
    given(iphone("three"));
    assertThat(referral("m").settleBy())
        .startsWith("Merge exchange:m by hand with the right candidate;");
    given(mail("m2").of("jane@x.example").type("Outlook").eas(OTHER));
    records.remove(0);
    assertThat(referral("m").settleBy())
        .startsWith("Merge exchange:m by hand with the right candidate;");
  }

  @Test
  void aRecordThatTellsTooLittleIsToBeMergedByHand() {
    given(
        enrolled("e").of("jane@x.example").is("samsung", "SM-S921B"),
        mail("m").of("jane@x.example").type("Android").os("Android 14").eas("androidc537050526"));
    tells(
        "mdm:e fits, but nothing is known of: manufacturer, form factor.",
        "Merge exchange:m by hand with mdm:e, if it is that device: what the records do not tell"
            + " keeps the rules from it.");
  }

  @Test
  void anOwnerMayHaveNothingEnrolledOrNothingLeft() {
    given(partnership("m", "rick@x.example"));
    tells(
        "Nothing is enrolled for rick@x.example.",
        "Enrol the device of rick@x.example, or remove its partnership.");
    records.clear();
    given(
        iphone("e").os("iOS 17.2"),
        mail("live").of("jane@x.example").is("", "iPhone14C2").os("iOS 17.2").eas(OTHER),
        mail("m").of("jane@x.example").is("", "iPhone14C2").os("iOS 16.1").eas(ID));
    tells(
        "Every fitting enrolment of jane@x.example already has its record for this mail client:"
            + " mdm:e.",
        "Enrol the second device of jane@x.example, or remove its partnership.");
  }

  @Test
  void aNameThatIsNobodyKnownIsToBeListed() {
    given(partnership("m", "CN=Jane Doe/O=Acme"));
    tells(
        "No address or person is known for CN=Jane Doe/O=Acme.",
        "List CN=Jane Doe/O=Acme under its owner in the directory.");
  }

  @Test
  void aRecordWithoutAnyOwnerIsToBeFoundOutAbout() {
    given(mail("m").is("", "iPhone14C2").eas(ID));
    tells(
        "The record names no owner.",
        "Find out who uses the device of exchange:m, and merge by hand or exclude it.");
  }

  @Test
  void aNameToShowIsNotToBeListedForItIsNoOwner() {
    given(partnership("m", "Jane Doe"));
    tells(
        "No address or person is known for Jane Doe.",
        "Find out who uses the device of exchange:m, and merge by hand or exclude it.");
  }

  @Test
  void anEnrolledAddressOfTheSameNameIsSuggested() {
    given(
        enrolled("e").of("jane.doe@x.example").is("Apple", "iPhone14,2"),
        partnership("m", "CN=Jane Doe/O=Acme"));
    assertThat(referral("m").settleBy())
        .isEqualTo(
            "If CN=Jane Doe/O=Acme is jane.doe@x.example, list it as an address of theirs in the"
                + " directory.");
    given(partnership("n", "CN=Jane Doe/O=Acme"));
    assertThat(referral("m").settleBy())
        .as("one device, and two clients of one kind")
        .isEqualTo(
            "If CN=Jane Doe/O=Acme is jane.doe@x.example, list it as an address of theirs in the"
                + " directory, and remove what is no longer used of exchange:m or exchange:n.");
    records.remove(2);
    records.remove(1);
    given(partnership("m", "jane.doe@old.example"));
    assertThat(referral("m").settleBy())
        .isEqualTo(
            "If jane.doe@old.example is jane.doe@x.example, list it as an address of theirs in the"
                + " directory.");
  }

  @Test
  void whoeverHasThePhoneNowIsNoNamesakeOfWhoHadIt() {
    given(
        iphone("old").serial("F17LTTCGFFG8").enrolledOn("2023-05-01"),
        enrolled("new")
            .of("rick@x.example")
            .is("Apple", "iPhone14,2")
            .serial("F17LTTCGFFG8")
            .enrolledOn("2025-05-01"),
        partnership("m", "jane@x.example"));
    tells(
        "Nothing is enrolled for jane@x.example any more: mdm:old is superseded by mdm:new.",
        "Enrol the device of jane@x.example, or remove its partnership.");
  }

  @Test
  void aPersonOfTheDirectoryIsNotToBecomeAnother() {
    people.add(new Person("jane@y.example", "", List.of(OwnerClaim.of("jane@y.example")), false));
    given(iphone("e"), partnership("m", "jane@y.example"));
    assertThat(referral("m").settleBy())
        .isEqualTo("Enrol the device of jane@y.example, or remove its partnership.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "model", "platform", "retired", "short", "taken"})
  void aNamesakeIsSuggestedOnlyIfItIsOneThatMayFit(String trick) {
    String name = trick.equals("short") ? "jd" : "jane.doe";
    Records namesake = enrolled("e").of(name + "@x.example");
    if (trick.equals("platform")) {
      namesake.os("Android 14");
    } else {
      namesake.is("Apple", trick.equals("model") ? "iPhone15,4" : "iPhone14,2");
    }
    given(trick.equals("retired") ? namesake.retired() : namesake);
    if (trick.equals("two")) {
      given(enrolled("e2").of("jane.doe@y.example").is("Apple", "iPhone14,2"));
    }
    if (trick.equals("taken")) {
      given(partnership("own", "jane.doe@x.example"));
    }
    given(partnership("m", name + "@old.example"));
    assertThat(referral("m").settleBy())
        .isEqualTo("Enrol the device of " + name + "@old.example, or remove its partnership.");
  }

  @Test
  void aConflictOfOwnersAloneMayBeAnAlias() {
    given(iphone("e").eas(ID), mail("m").of("info@x.example").eas(ID));
    tells(
        "The identifier is that of mdm:e, but the two contradict in owner (enrolment says"
            + " 'jane@x.example', mail says 'info@x.example'). A mail client chooses its own id,"
            + " so the id alone proves nothing.",
        "If info@x.example is jane@x.example, list it as an address of theirs in the directory;"
            + " otherwise block the partnership.");
    given(mail("own").of("jane@x.example").is("", "iPhone14C2").eas(OTHER));
    assertThat(referral("m").settleBy())
        .as("she has a client of this kind on it already")
        .isEqualTo(
            "Find out who uses the device of exchange:m, then block the partnership or merge by"
                + " hand with mdm:e.");
  }

  @Test
  void aConflictOfHardwareIsToBeFoundOutAbout() {
    given(iphone("e").eas(ID), mail("m").of("jane@x.example").is("", "SM-S921B").eas(ID));
    tells(
        "The identifier is that of mdm:e, but the two contradict in manufacturer (enrolment says"
            + " 'Apple', mail says 'Samsung'), platform (enrolment says 'IOS', mail says"
            + " 'ANDROID'), model (enrolment says 'iPhone14,2', mail says 'SM-S921B'). A mail"
            + " client chooses its own id, so the id alone proves nothing.",
        "Find out who uses the device of exchange:m, then block the partnership or merge by hand with mdm:e.");
  }

  @Test
  void whatDiffersIsQuotedFromBothSides() {
    String settle = "Enrol the device exchange:m; if it is mdm:e after all, merge them by hand.";
    given(iphone("e"), mail("m").of("jane@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F2"));
    tells(
        "The closest enrolment of jane@x.example, mdm:e, has another manufacturer: enrolment says"
            + " 'Apple', mail says 'Samsung'.",
        settle);
    records.remove(1);
    given(mail("m").of("jane@x.example").is("", "iPad8C1").eas(ID));
    tells(
        "The closest enrolment of jane@x.example, mdm:e, has another form factor: enrolment says"
            + " 'SMARTPHONE', mail says 'TABLET'.",
        settle);
    records.remove(1);
    given(mail("m").of("jane@x.example").is("", "iPhone15C4").eas(ID));
    tells(
        "The closest enrolment of jane@x.example, mdm:e, has another model: enrolment says"
            + " 'iPhone14,2', mail says 'iPhone15,4'.",
        settle);
  }

  @Test
  void aPartnershipIsLeftBehindAfterThirtyDaysBesideALiveOne() {
    given(
        iphone("e"),
        mail("live").of("jane@x.example").is("", "iPhone14C2").eas(OTHER).seen("2026-01-20"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID).seen("2025-12-20"));
    tells(
        "No sync for more than 30 days, while another partnership of the same client in"
            + " jane@x.example is alive.",
        "Remove the partnership " + ID + " of jane@x.example from the mail server.");
    records.remove(2);
    given(mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID).seen("2025-12-21"));
    assertThat(fates()).as("thirty days and no more").containsEntry("m", "AMBIGUOUS_ATTRIBUTES");
  }

  @Test
  void whatNeverSyncedIsNotSaidToHaveStopped() {
    given(
        iphone("e"),
        mail("live").of("jane@x.example").is("", "iPhone14C2").eas(OTHER),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID).neverSeen());
    assertThat(referral("m").evidence().get(0))
        .isEqualTo(
            "It has not synced, as far as its server tells, while another partnership of the same"
                + " client in jane@x.example is alive.");
    records.remove(2);
    given(
        mail("m")
            .of("jane@x.example")
            .is("", "iPhone14C2")
            .eas(ID)
            .neverSeen()
            .enrolledOn("2025-01-01"));
    assertThat(referral("m").evidence().get(0))
        .isEqualTo(
            "It has not synced, as far as its server tells, and is older than 30 days, while"
                + " another partnership of the same client in jane@x.example is alive.");
  }

  @Test
  void anOldPartnershipOfAnotherPhoneIsLeftBehindUnlessThatOneIsEnrolled() {
    given(
        iphone("e"),
        mail("live").of("jane@x.example").is("", "iPhone14C2").eas(OTHER),
        mail("m").of("jane@x.example").is("", "iPhone15C4").eas(ID).seen("2025-11-01"));
    assertThat(fates())
        .containsEntry("live", "e by owner-hardware")
        .containsEntry("m", "STALE_PARTNERSHIP");
    assertThat(referral("m").settleBy()).startsWith("Remove the partnership " + ID);

    given(enrolled("its").of("jane@x.example").is("Apple", "iPhone15,4"));
    assertThat(fates())
        .containsEntry("live", "e by owner-hardware")
        .containsEntry("m", "its by owner-hardware");
  }

  @Test
  void anEqualDeviceOfAnotherSerialNumberIsNotEnrolledAndAnotherKindOfDeviceIsToldAsThat() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").serial("F17LTTCGFFG8"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("ApplDNPHG6NVDT9V"));
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
    records.set(
        0, enrolled("e").of("jane@x.example").is("samsung", "SM-S921B").serial("R58N40").done());
    assertThat(fates()).containsEntry("m", "MANUFACTURER_DIFFERS");
    records.set(
        0, enrolled("e").of("jane@x.example").is("Apple", "iPad6,12").serial("F17L40").done());
    assertThat(fates()).containsEntry("m", "PLATFORM_OR_FORM_DIFFERS");
  }

  @Test
  void whoSeparatedAPairAndWhyIsTold() {
    given(iphone("e").eas(ID), partnership("m", "jane@x.example"));
    decided(Kind.SEPARATE, 0, 1);
    assertThat(referral("m").evidence())
        .containsExactly(
            "What it could be merged with was separated from it by a person.",
            "Sam separated it from mdm:e on 1970-01-01T00:00:00Z: asked the user");
    assertThat(referral("m").settleBy())
        .isEqualTo(
            "Nothing, if the separation was right: enrol the device, or exclude exchange:m.");
  }

  @Test
  void aSeparatedPairThatWouldNotFitIsStillASeparatedOne() {
    given(iphone("e"), mail("m").of("jane@x.example").is("", "iPhone15C4").eas(ID));
    assertThat(referral("m").reason()).isEqualTo(Reason.MODEL_CONTRADICTS);
    decided(Kind.SEPARATE, 0, 1);
    assertThat(referral("m").reason()).isEqualTo(Reason.SEPARATED);
  }

  @Test
  void whatIsLeftAfterASeparationIsToChooseFrom() {
    given(iphone("one"), iphone("two"), iphone("three"), partnership("m", "jane@x.example"));
    decided(Kind.SEPARATE, 0, 3);
    Referral referral = referral("m");
    assertThat(referral.reason()).isEqualTo(Reason.AMBIGUOUS_ATTRIBUTES);
    assertThat(referral.evidence().get(0))
        .startsWith("2 enrolments fit equally by the rules: mdm:three, mdm:two");
    assertThat(referral.candidates().get(2).record().id()).isEqualTo("one");
  }

  @Test
  void whatIsRetiredOrExcludedIsNamedWhereNothingIsEnrolled() {
    given(iphone("gone").retired(), partnership("m", "jane@x.example"), iphone("lab"));
    excluded(2);
    assertThat(referral("m").evidence())
        .containsExactly(
            "Nothing is enrolled for jane@x.example any more:"
                + " mdm:lab is excluded; mdm:gone is retired.");
  }

  @Test
  void rulesThatAskForIdentifiersSaySo() {
    rules = IdRuleTest.asking(Condition.SAME_ID, Condition.SAME_OWNER);
    given(iphone("e"), partnership("m", "jane@x.example"));
    assertThat(referral("m").evidence())
        .containsExactly("mdm:e fits, but nothing is known of: identifiers.");
    given(iphone("e2"));
    assertThat(referral("m").evidence())
        .containsExactly(
            "2 enrolments are possible, but nothing is known of: identifiers: mdm:e, mdm:e2.");
  }

  /** To enrol one device clears both clients' records; of two phones each wants its own. */
  @Test
  void whatIsToBeEnrolledIsOneDeviceUnlessOneClientIsOnTwo() {
    given(
        partnership("m", "jane@x.example"),
        mail("outlook").of("jane@x.example").type("Outlook").eas("6F24CAD599A5BF1A"));
    assertThat(referral("m").settleBy())
        .isEqualTo("Enrol the device of jane@x.example, or remove its partnership.")
        .isEqualTo(referral("outlook").settleBy());
    given(partnership("m2", "jane@x.example"));
    assertThat(referral("m").settleBy())
        .isEqualTo("Enrol the device " + ID + " of jane@x.example, or remove its partnership.");
  }

  @Test
  void whatJoinsTwoEnrolmentsIsTold() {
    given(
        iphone("old").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"),
        iphone("new").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"));
    assertThat(referral("old").evidence())
        .containsExactly(
            "The device is enrolled twice by the serial number F17LTTCGFFG8: mdm:new is the newer"
                + " enrolment and leads.");
  }

  @Test
  void anIdOfSeveralOwnersIsCalledNobodys() {
    for (String owner : List.of("a@x.example", "b@x.example", "c@x.example")) {
      given(mail(owner).of(owner).is("", "iPhone14C2").eas(ID));
    }
    assertThat(referral("b@x.example").evidence())
        .containsExactly(
            "Nothing is enrolled for b@x.example.",
            "The mail device id "
                + ID
                + " is shared by several owners and therefore identifies nothing.");
  }
}
