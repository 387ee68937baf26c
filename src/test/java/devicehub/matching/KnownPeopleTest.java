package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the directory knows of people: who is another person, and which mailbox is one. */
class KnownPeopleTest extends Fates {
  private static final String ONE = "JUQGGDFCDD29R3H003TJA63E10";
  private static final String TWO = "12VSNH98DT6F3C0D2RODSILDH8";

  @BeforeEach
  void directory() {
    person("jane", "jane@x.example", "j.doe@x.example", "CN=Jane Doe/OU=Sales/O=Acme");
    person("rick", "rick@x.example", "team@x.example");
    person("lena", "lena@x.example", "team@x.example");
    person("ann", "ann@x.example");
  }

  private void person(String id, String... claims) {
    people.add(new Person(id, id, Stream.of(claims).map(OwnerClaim::of).toList(), false));
  }

  @Test
  void whoIsNoneOfThePeopleAnEnrolmentNamesIsAnother() {
    given(
        enrolled("e").of("jane@x.example", "rick@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("stranger").of("ann@x.example").eas(ONE));
    assertThat(fates()).containsEntry("stranger", "ID_CONFLICT");
  }

  @Test
  void whoIsOneOfThePeopleAnEnrolmentNamesMayBeItsOwner() {
    given(
        enrolled("e").of("jane@x.example", "rick@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("m").of("jane@x.example").eas(ONE));
    assertThat(fates()).containsEntry("m", "e by exact-id");
  }

  @Test
  void anEnrolmentThatNamesTwoPeopleMayBeEithersPhone() {
    given(
        enrolled("e").of("jane@x.example", "rick@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsEntry("m", "AMBIGUOUS_ATTRIBUTES");
    Referral referral = match().referrals().get(0);
    assertThat(referral.candidates()).extracting(c -> c.record().id()).containsExactly("e");
    assertThat(referral.evidence())
        .containsExactly(
            "mdm:e fits, but its owner names belong to different people: jane@x.example and"
                + " rick@x.example.");
    assertThat(referral.settleBy())
        .isEqualTo(
            "If mdm:e is jane@x.example's, let it name nobody else in its MDM; jane@x.example and"
                + " rick@x.example are different people.");
  }

  @Test
  void whoHadTheDeviceBeforeIsTold() {
    given(
        enrolled("old").of("jane@x.example").serial("F17LTTCGFFG8"),
        enrolled("new")
            .of("ann@x.example")
            .serial("F17LTTCGFFG8")
            .eas(ONE)
            .enrolledOn("2025-06-01"),
        mail("m").of("jane@x.example").eas(ONE));
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    assertThat(match().referrals().stream().flatMap(r -> r.evidence().stream()))
        .anyMatch(
            told -> told.endsWith("The device was enrolled for jane@x.example as mdm:old before."));
  }

  @Test
  void aRecordThatNamesTwoPeopleIsNoThirdOnes() {
    given(
        enrolled("e").of("ann@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("m").of("jane@x.example", "rick@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
  }

  @Test
  void anAddressOfTwoPeopleIsNoThirdOnes() {
    given(
        enrolled("e").of("ann@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("m").of("team@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsEntry("m", "ID_CONFLICT");
    assertThat(match().referrals().get(0).settleBy()).doesNotContain("in the directory");
  }

  @Test
  void anAddressOfTwoPeopleIsToBeListedUnderOne() {
    given(
        enrolled("e").of("lena@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("team@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(match().referrals().get(0).evidence())
        .containsExactly(
            "Nothing is enrolled for team@x.example.",
            "The directory knows several people by team@x.example.");
    assertThat(match().referrals().get(0).settleBy())
        .isEqualTo(
            "List team@x.example under one person in the directory, or as shared; several have it"
                + " now.");
    people.remove(1); // Rick no longer has it
    assertThat(fates()).containsEntry("m", "e by owner-hardware");
  }

  @Test
  void anAddressOfTwoPeopleMayBeEithers() {
    given(
        enrolled("e").of("lena@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("m").of("team@x.example").is("", "iPhone14C2").eas(ONE),
        mail("other").of("team@x.example").is("", "iPhone14C2").eas(TWO));
    assertThat(fates())
        .containsEntry("m", "e by exact-id")
        .doesNotContainEntry("other", "e by owner-hardware");
  }

  @Test
  void theSameAddressOnBothSidesIsTheSameOwnerThoughTheDirectoryDoesNotKnowIt() {
    given(
        enrolled("e").of("jane.old@x.example", "jane@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("jane.old@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsEntry("m", "e by owner-hardware");
  }

  @Test
  void anAddressNobodyKnowsMakesNoOneOfTwoPeople() {
    given(
        enrolled("e").of("ann@x.example", "pool@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("m").of("pool@x.example", "jane@x.example").is("", "iPhone14C2").eas(ONE),
        mail("other").of("pool@x.example", "jane@x.example").is("", "iPhone14C2").eas(TWO));
    assertThat(fates())
        .containsEntry("m", "ID_CONFLICT")
        .containsEntry("other", "OWNER_HAS_NO_ENROLLMENT");
  }

  @Test
  void twoPhonesInOneMailboxAreTwoHoweverItIsSpelled() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("address").of("jane@x.example").is("", "iPhone14C2").eas(ONE),
        mail("alias").of("j.doe@x.example").is("", "iPhone14C2").eas(TWO));
    assertThat(fates())
        .containsEntry("address", "AMBIGUOUS_ATTRIBUTES")
        .containsEntry("alias", "AMBIGUOUS_ATTRIBUTES");
  }

  @Test
  void aPhoneLeftBehindIsStaleHoweverItsMailboxIsSpelled() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("live").of("jane@x.example").is("", "iPhone14C2").eas(ONE),
        mail("old").of("CN=Jane Doe/OU=Sales/O=Acme").eas(TWO).seen("2025-06-01"));
    assertThat(fates())
        .containsEntry("live", "e by owner-hardware")
        .containsEntry("old", "STALE_PARTNERSHIP");
  }

  @Test
  void oneClientUnderTwoSpellingsOfItsMailboxIsOne() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"),
        enrolled("byId").of("ann@x.example").is("Apple", "iPhone14,2").eas(TWO),
        mail("address").of("jane@x.example").is("", "iPhone14C2").eas(ONE),
        mail("alias").of("j.doe@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates())
        .containsEntry("address", "e by owner-hardware")
        .containsEntry("alias", "e by owner-hardware");
  }

  @Test
  void nothingMergesWithADeviceWhoseNewestEnrolmentPeopleExcluded() {
    given(
        enrolled("old").of("jane@x.example").serial("F17LTTCGFFG8").eas(ONE),
        enrolled("new").of("jane@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ONE));
    assertThat(fates()).containsEntry("m", "new by exact-id");
    excluded(1);
    assertThat(fates()).containsEntry("m", "OWNER_HAS_NO_ENROLLMENT");
  }

  private void separated(String enrollment, String mail) {
    separated(enrollment, new RecordKey("exchange", mail));
  }

  private void separated(String enrollment, RecordKey mail) {
    decisions.add(
        new ReviewerDecision(
            1,
            Kind.SEPARATE,
            new RecordKey("mdm", enrollment),
            Optional.of(mail),
            "Sam",
            "saw it",
            Instant.EPOCH));
  }

  @Test
  void aSeparationHoldsHoweverTheIdsAreSpelled() {
    given(
        enrolled("mmc7XX").of("jane@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("jane@x.example/" + ONE.toLowerCase(Locale.ROOT)).of("jane@x.example").eas(ONE));
    separated("MMC7xx", "jane@x.example/" + ONE);
    assertThat(fates()).containsValue("SEPARATED").hasSize(1);
  }

  @Test
  void aSeparationHoldsHoweverTheMailboxIsSpelled() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("CN=Jane Doe/OU=Sales/O=Acme/" + ONE).of("CN=Jane Doe/OU=Sales/O=Acme").eas(ONE));
    separated("e", "j.doe@x.example/" + ONE);
    assertThat(fates()).containsValue("SEPARATED").hasSize(1);
    assertThat(match().referrals().get(0).evidence())
        .contains("Sam separated it from mdm:e on 1970-01-01T00:00:00Z: saw it");
  }

  @Test
  void aSeparationIsOfOneClientOfOnePerson() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("jane@x.example/" + ONE).of("jane@x.example").eas(ONE));
    separated("e", "ann@x.example/" + ONE);
    separated("e", "j.doe@x.example/" + TWO);
    separated("e", new RecordKey("traveler", "j.doe@x.example/" + ONE));
    assertThat(fates()).containsValue("e by exact-id");
  }
}
