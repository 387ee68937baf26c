package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.decision.Authority;
import devicehub.decision.CycleRelease;
import devicehub.decision.HeldCycle;
import devicehub.decision.InMemoryDecisionLog;
import devicehub.decision.NoHeldCycleException;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cycle that would change too much at once waits for a person. */
class HeldCycleTest {
  /** More than 10 % and more than 4 of anything is too much. */
  private static final CycleGuard.Limits FEW = new CycleGuard.Limits(10, 4, 10, 4, 10, 4);

  private static final int PEOPLE = 60;

  private final Inventory inventory = new Inventory();
  private final InMemoryDecisionLog log = new InMemoryDecisionLog();
  private Awaited awaited = Awaited.NOTHING;
  private MatchCycle cycle = hub(MatcherTest.STANDARD);

  private MatchCycle hub(RuleBook rules) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-23T12:00:00Z"), ZoneOffset.UTC);
    return new MatchCycle(
        inventory, log, new Matcher(rules), new CycleGuard(FEW), clock, () -> awaited);
  }

  private static RuleBook idsOnly() {
    return new RuleBook(
        "strict-1", MatcherTest.STANDARD.rules().subList(0, 1), MatcherTest.STANDARD.settings());
  }

  private void feed(String name, int from, int to, IntFunction<Records> record) {
    bring(name, IntStream.range(from, to).mapToObj(record).map(Records::done).toList(), List.of());
  }

  private void bring(String feed, List<DeviceRecord> records, List<Person> people) {
    List<DeviceRecord> sorted = records.stream().sorted(DeviceRecord::compareKey).toList();
    inventory.replace(
        feed,
        new Inventory.Holding(sorted, people, List.of(), Counts.NONE),
        Instant.EPOCH,
        Duration.ZERO);
  }

  private static String owner(int person) {
    return "p%03d@x.example".formatted(person);
  }

  private static String id(int person) {
    return "JUQGGDFCDD29R3H003TJA%05d".formatted(person);
  }

  /** A phone whose MDM knows the id its mail client chose. */
  private static Records phone(int person) {
    return enrolled("e%03d".formatted(person))
        .of(owner(person))
        .is("Apple", "iPhone14,2")
        .eas(id(person));
  }

  /** One whose MDM does not. */
  private static Records quietPhone(int person) {
    return enrolled("e%03d".formatted(person)).of(owner(person)).is("Apple", "iPhone14,2");
  }

  private static Records partnership(int person) {
    return mail("m%03d".formatted(person))
        .of(owner(person))
        .is("", "iPhone14C2")
        .type("iPhone")
        .os("iOS 17.2")
        .eas(id(person));
  }

  /** The same, as a feed that brings nothing of its hardware would tell it. */
  private static Records otherModel(int person) {
    return enrolled("e%03d".formatted(person)).of(owner(person)).is("samsung", "SM-S921B");
  }

  private void everybodyIsMerged() {
    feed("mdm", 0, PEOPLE, HeldCycleTest::phone);
    feed("exchange", 0, PEOPLE, HeldCycleTest::partnership);
    Outcome first = cycle.run();
    assertThat(first.held()).as("the first cycle").isEmpty();
    assertThat(first.summary().mergedTotal()).isEqualTo(PEOPLE);
  }

  /** An MDM that suddenly tells of other devices, of so many people. */
  private void confuse(int people) {
    List<DeviceRecord> records =
        IntStream.range(0, PEOPLE)
            .mapToObj(person -> person < people ? otherModel(person) : phone(person))
            .map(Records::done)
            .toList();
    bring("mdm", records, List.of());
  }

  private Outcome.Held held() {
    return cycle.run().held().orElseThrow();
  }

  private void release(long held) {
    log.release(new CycleRelease(0, held, "Ann Poe", "we changed phones", Instant.EPOCH));
  }

  @Test
  void retractionsBeyondTheLimitAreHeldAndWhatStoodStands() {
    everybodyIsMerged();
    confuse(20);
    Outcome outcome = cycle.run();

    assertThat(outcome.held().orElseThrow().reason())
        .isEqualTo(
            "20 merges would be retracted, of 60 that stand;"
                + " 20 records would newly be exceptions, of 60 decided before");
    assertThat(outcome.held().orElseThrow().examples())
        .containsExactly(
            "exchange:m000 would no longer be merged with mdm:e000,"
                + " but be an exception: MANUFACTURER_DIFFERS",
            "exchange:m001 would no longer be merged with mdm:e001,"
                + " but be an exception: MANUFACTURER_DIFFERS");
    assertThat(outcome.summary().changed()).isFalse();
    assertThat(outcome.summary().mergedTotal()).isEqualTo(PEOPLE);
    assertThat(outcome.summary().exceptionsTotal()).isZero();
    assertThat(outcome.exceptions()).isEmpty();
    assertThat(log.standingMerges()).hasSize(PEOPLE);
    assertThat(log.openExceptions()).isEmpty();
  }

  @Test
  void aFewRetractionsAreNotHeld() {
    everybodyIsMerged();
    confuse(6);
    assertThat(cycle.run().held()).as("no more than a tenth").isEmpty();
    assertThat(log.standingMerges()).hasSize(PEOPLE - 6);
  }

  @Test
  void exceptionsThatTheHeldCycleLeavesAsTheyAreAreStillTold() {
    feed("exchange", 0, PEOPLE + 1, HeldCycleTest::partnership);
    feed("mdm", 0, PEOPLE, HeldCycleTest::phone);
    cycle.run();
    confuse(20);
    Outcome outcome = cycle.run();
    assertThat(outcome.held()).isPresent();
    assertThat(outcome.exceptions())
        .extracting(referred -> referred.referral().record().key().id())
        .containsExactly("m060");
    assertThat(outcome.summary().exceptions()).containsOnlyKeys(Reason.OWNER_HAS_NO_ENROLLMENT);
  }

  @Test
  void aRestartHoldsTheSameCycleAgainAndWritesNoSecondHold() {
    everybodyIsMerged();
    confuse(20);
    HeldCycle first = held().cycle();
    assertThat(held().cycle()).isEqualTo(first);
    cycle = hub(MatcherTest.STANDARD);
    assertThat(held().cycle()).as("after a restart").isEqualTo(first);
    assertThat(log.held()).contains(first);
  }

  @Test
  void aHoldEndsByItselfWhenTheFeedIsRepaired() {
    everybodyIsMerged();
    confuse(20);
    held();
    feed("mdm", 0, PEOPLE, HeldCycleTest::phone);
    Outcome repaired = cycle.run();
    assertThat(repaired.held()).isEmpty();
    assertThat(repaired.summary().changed()).isFalse();
    assertThat(log.held()).isEmpty();
  }

  @Test
  void aReleasedCycleIsWrittenAndTheReleaseIsUsedUp() {
    everybodyIsMerged();
    confuse(20);
    release(held().cycle().id());
    assertThat(cycle.run().held()).isEmpty();
    assertThat(log.standingMerges()).hasSize(PEOPLE - 20);
    assertThat(log.openExceptions()).hasSize(20);
    assertThat(log.held()).isEmpty();

    confuse(40);
    assertThat(cycle.run().held()).as("the next jump of that size").isPresent();
    assertThat(log.releases()).extracting(CycleRelease::note).containsExactly("we changed phones");
  }

  @Test
  void aReleaseCoversWhatWasShownAndATenthOrTenBesides() {
    everybodyIsMerged();
    confuse(20);
    release(held().cycle().id());
    confuse(30);
    assertThat(cycle.run().held()).as("ten more than was shown").isEmpty();
  }

  @Test
  void aReleaseDoesNotCoverALargerJumpThanWasShown() {
    everybodyIsMerged();
    confuse(20);
    long shown = held().cycle().id();
    release(shown);
    confuse(31);
    HeldCycle larger = held().cycle();
    assertThat(larger.id()).isNotEqualTo(shown);
    assertThatThrownBy(() -> release(shown))
        .isInstanceOf(NoHeldCycleException.class)
        .hasMessageContaining("no held cycle " + shown);
    release(larger.id());
    assertThat(cycle.run().held()).isEmpty();
  }

  @Test
  void aReleaseDoesNotCoverOtherRulesThanWereShown() {
    everybodyIsMerged();
    confuse(20);
    release(held().cycle().id());
    RuleBook renamed =
        new RuleBook("standard-2", MatcherTest.STANDARD.rules(), MatcherTest.STANDARD.settings());
    cycle = hub(renamed);
    assertThat(held().reason()).endsWith("; the rules are no longer those of the cycle before");
  }

  @Test
  void mailRecordsThatAreGoneTakeTheirMergesAlong() {
    everybodyIsMerged();
    feed("exchange", 0, 20, HeldCycleTest::partnership);
    assertThat(cycle.run().held()).as("whether they may go, the snapshot was asked").isEmpty();
    assertThat(log.standingMerges()).hasSize(20);
  }

  @Test
  void anMdmThatCallsItsDevicesOtherwiseIsHeld() {
    everybodyIsMerged();
    feed(
        "mdm",
        0,
        PEOPLE,
        person ->
            enrolled("new" + person).of(owner(person)).is("Apple", "iPhone14,2").eas(id(person)));
    Outcome.Held held = held();
    assertThat(held.reason()).isEqualTo("60 merges would be retracted, of 60 that stand");
    assertThat(held.examples())
        .contains(
            "exchange:m000 would no longer be merged with mdm:e000, but with mdm:new0 (exact-id)");
  }

  @Test
  void whatPeopleDecidedIsNeverHeld() {
    everybodyIsMerged();
    for (int person = 0; person < 20; person++) {
      log.decide(
          new ReviewerDecision(
              0,
              person % 2 == 0 ? ReviewerDecision.Kind.SEPARATE : ReviewerDecision.Kind.MERGE,
              new RecordKey("mdm", "e%03d".formatted(person)),
              Optional.of(
                  new RecordKey(
                      "exchange", "m%03d".formatted(person % 2 == 0 ? person : person + 40))),
              "Sam",
              "seen on the desk",
              Instant.EPOCH));
    }
    assertThat(cycle.run().held()).isEmpty();
    assertThat(log.openExceptions()).hasSize(10);
    assertThat(log.standingMerges())
        .filteredOn(merge -> merge.authority() == Authority.REVIEWER)
        .hasSize(10);
  }

  @Test
  void looserRulesThatMergeManyExceptionsAtOnceAreHeld() {
    feed("mdm", 0, PEOPLE, p -> p < 30 ? phone(p) : quietPhone(p));
    feed("exchange", 0, PEOPLE, HeldCycleTest::partnership);
    cycle = hub(idsOnly());
    cycle.run();
    assertThat(log.openExceptions()).hasSize(30);

    cycle = hub(MatcherTest.STANDARD);
    Outcome.Held held = held();
    assertThat(held.reason())
        .isEqualTo(
            "30 exceptions would be merged, beside 30 merges that stand, and no new record"
                + " explains it; the rules are no longer those of the cycle before");
    assertThat(held.examples())
        .containsExactly(
            "exchange:m030, an exception, would be merged with mdm:e030 (owner-hardware)",
            "exchange:m031, an exception, would be merged with mdm:e031 (owner-hardware)");
    assertThat(log.openExceptions()).hasSize(30);
  }

  @Test
  void newEnrolmentsExplainMergesOfFormerExceptions() {
    feed("mdm", 0, 20, HeldCycleTest::phone);
    feed("exchange", 0, PEOPLE, HeldCycleTest::partnership);
    cycle.run();
    assertThat(log.openExceptions()).hasSize(40);
    feed("mdm", 0, 40, HeldCycleTest::phone);
    assertThat(cycle.run().held()).as("a feed that grew").isEmpty();
    feed("intune", 40, PEOPLE, p -> phone(p).feed("intune"));
    assertThat(cycle.run().held()).as("a new feed").isEmpty();
    assertThat(log.standingMerges()).hasSize(PEOPLE);
  }

  @Test
  void newEnrolmentsExplainNoMoreMergesThanThereAreOfThem() {
    feed("mdm", 0, 40, p -> p < 20 ? phone(p) : quietPhone(p));
    feed("exchange", 0, PEOPLE, HeldCycleTest::partnership);
    cycle = hub(idsOnly());
    cycle.run();
    feed("mdm", 0, 50, p -> p < 20 || p >= 40 ? phone(p) : quietPhone(p));
    cycle = hub(MatcherTest.STANDARD);
    assertThat(held().reason()).startsWith("20 exceptions would be merged");
  }

  @Test
  void aNewDirectoryExplainsMergesOfFormerExceptions() {
    feed("mdm", 0, PEOPLE, HeldCycleTest::quietPhone);
    feed(
        "exchange",
        0,
        PEOPLE,
        p ->
            mail("m%03d".formatted(p))
                .of("alias%03d@x.example".formatted(p))
                .is("", "iPhone14C2")
                .type("iPhone")
                .os("iOS 17.2")
                .eas(id(p)));
    cycle.run();
    assertThat(log.openExceptions()).hasSize(PEOPLE);
    bring("people", List.of(), IntStream.range(0, PEOPLE).mapToObj(p -> person(p)).toList());
    assertThat(cycle.run().held()).isEmpty();
    assertThat(log.standingMerges()).hasSize(PEOPLE);
  }

  private static Person person(int person) {
    return new Person(
        "id" + person,
        "",
        List.of(
            OwnerClaim.of(owner(person)), OwnerClaim.of("alias%03d@x.example".formatted(person))),
        false);
  }

  @Test
  void whatANewFeedBringsFirstMayBeExceptions() {
    everybodyIsMerged();
    feed("traveler", 60, 80, p -> partnership(p).feed("traveler"));
    assertThat(cycle.run().held()).isEmpty();
    assertThat(log.openExceptions()).hasSize(20);
  }

  @Test
  void manyNewRecordsOfAKnownFeedMayBeExceptions() {
    everybodyIsMerged();
    feed("exchange", 0, 80, HeldCycleTest::partnership);
    assertThat(cycle.run().held())
        .as("whether so many may come was asked of the snapshot")
        .isEmpty();
    assertThat(log.openExceptions()).hasSize(20);
  }

  @Test
  void recordsThatWaitedForAFeedMayBecomeExceptionsWhenItCame() {
    awaited = new Awaited(List.of("intune"), List.of());
    feed("mdm", 0, 30, HeldCycleTest::phone);
    feed("exchange", 0, PEOPLE, HeldCycleTest::partnership);
    assertThat(cycle.run().waiting().records()).isEqualTo(30);
    assertThat(log.openExceptions()).isEmpty();

    awaited = Awaited.NOTHING;
    feed("intune", 0, 1, p -> phone(900).feed("intune"));
    assertThat(cycle.run().held()).isEmpty();
    assertThat(log.openExceptions()).hasSize(30);
  }

  @Test
  void aHeldCycleThatWasReleasedIsWrittenThoughNothingElseIsNew() {
    everybodyIsMerged();
    confuse(20);
    assertThat(held().cycle()).isEqualTo(held().cycle());
    release(held().cycle().id());
    assertThat(cycle.run().summary().retracted()).isEqualTo(20);
    assertThat(cycle.run().held()).isEmpty();
  }

  @Test
  void aStoreThatAnEarlierHubWroteTellsNoBasisAndIsHeldForRetractionsAlone() {
    feed("mdm", 0, PEOPLE, p -> p < 30 ? phone(p) : quietPhone(p));
    feed("exchange", 0, PEOPLE, HeldCycleTest::partnership);
    Matching before =
        new Matcher(idsOnly())
            .match(
                inventory.records(Side.ENROLLMENT),
                inventory.records(Side.MAIL),
                Directory.empty(),
                StandingDecisions.none());
    log.write(
        new Differences(Standing.readFrom(log), before, Awaited.NOTHING, Instant.EPOCH).changes());
    assertThat(cycle.run().held()).as("30 merges of former exceptions").isEmpty();
    assertThat(log.basis().records()).isEqualTo(Map.of("mdm", 60L, "exchange", 60L));
  }
}
