package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.DeviceRecord;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change is followed as far as it can touch anybody, and the rest stands as it stood. */
class RevisionTest {
  private static final CycleGuard.Limits NEVER_HELD =
      new CycleGuard.Limits(100, 1_000_000, 100, 1_000_000, 100, 1_000_000);
  private static final String ID = "JUQGGDFCDD29R3H003TJA63E10";

  private static final Person JANE =
      new Person(
          "jane@x.example",
          "Jane",
          List.of(OwnerClaim.of("jane@x.example"), OwnerClaim.of("jd@x.example")),
          false);

  private final Twins twins = new Twins(rules(256), NEVER_HELD, 100);

  private static RuleBook rules(int crowd) {
    RuleBook.Settings usual = MatcherTest.STANDARD.settings();
    return new RuleBook(
        "test",
        MatcherTest.STANDARD.rules(),
        new RuleBook.Settings(usual.staleDays(), usual.sharedIdOwners(), crowd, 20));
  }

  /** Enrolled and merged by their ids, and touched by nothing that follows. */
  private static Stream<Records> strangers(boolean mails) {
    return IntStream.range(0, 20)
        .mapToObj(
            i ->
                (mails ? mail("zz-m" + i) : enrolled("zz-e" + i))
                    .of("stranger" + i + "@y.example")
                    .is("Apple", mails ? "iPhone14C2" : "iPhone14,2")
                    .eas("STRANGERSDEVICE" + i));
  }

  private static List<DeviceRecord> with(boolean mails, Records... records) {
    return Stream.concat(strangers(mails), Stream.of(records)).map(Records::done).toList();
  }

  private void enrollments(Records... records) {
    twins.bring("mdm", with(false, records), List.of(), Duration.ZERO);
  }

  private void mails(Records... records) {
    twins.bring("exchange", with(true, records), List.of(), Duration.ZERO);
  }

  private static Records phone(String name, String owner) {
    return enrolled(name).of(owner).is("Apple", "iPhone14,2");
  }

  private static Records partnership(String name, String owner) {
    return mail(name).of(owner).is("", "iPhone14C2").type("iPhone").os("iOS 17.2");
  }

  private Optional<Reason> reason(Outcome outcome, String record) {
    return outcome.exceptions().stream()
        .filter(referred -> referred.life().record().id().equals(record))
        .map(referred -> referred.referral().reason())
        .findFirst();
  }

  private static Optional<String> device(Outcome outcome, String mail) {
    return outcome.merges().stream()
        .filter(stood -> stood.merge().mail().key().id().equals(mail))
        .map(stood -> stood.merge().enrollment().key().id())
        .findFirst();
  }

  private static Optional<String> rule(Outcome outcome, String mail) {
    return outcome.merges().stream()
        .filter(stood -> stood.merge().mail().key().id().equals(mail))
        .map(stood -> stood.merge().rule())
        .findFirst();
  }

  /** Runs a cycle that must be decided in part, and without the strangers. */
  private Outcome partly() {
    long before = twins.revised();
    Outcome outcome = twins.cycle("in part");
    assertThat(twins.revised()).isEqualTo(before + 1);
    assertThat(twins.decidedLast()).isLessThan(30);
    return outcome;
  }

  private Outcome wholly() {
    long before = twins.revised();
    Outcome outcome = twins.cycle("whole");
    assertThat(twins.revised()).isEqualTo(before);
    return outcome;
  }

  private Instant since(String mail) {
    return twins.log.standingMerges().stream()
        .filter(merge -> merge.pair().mail().id().equals(mail))
        .findFirst()
        .orElseThrow()
        .mergedAt();
  }

  @Test
  void aThirdOwnerMakesAnIdNobodysAndGoingMakesItOnesAgain() {
    enrollments(phone("e1", "a@x.example").eas(ID), phone("e2", "b@x.example").eas(ID));
    mails(partnership("m1", "a@x.example").eas(ID));
    assertThat(rule(wholly(), "m1")).hasValue("exact-id");
    Instant since = since("m1");
    enrollments(
        phone("e1", "a@x.example").eas(ID),
        phone("e2", "b@x.example").eas(ID),
        phone("e3", "c@x.example").eas(ID));
    Outcome third = partly();
    assertThat(rule(third, "m1")).hasValue("owner-hardware");
    assertThat(third.summary().merged()).as("it is the same pair").isZero();
    assertThat(since("m1")).isEqualTo(since);
    enrollments(phone("e1", "a@x.example").eas(ID), phone("e3", "c@x.example").eas(ID));
    assertThat(rule(partly(), "m1")).hasValue("exact-id");
  }

  @Test
  void anOwnerBecomesACrowdAndAPersonAgain() {
    Twins few = new Twins(rules(2), NEVER_HELD, 100);
    few.bring("mdm", phone("e1", "a@x.example"), phone("e9", "z@x.example"));
    few.bring("exchange", partnership("m1", "a@x.example"), partnership("m9", "z@x.example"));
    assertThat(device(few.cycle("alone"), "m1")).hasValue("e1");
    few.bring(
        "exchange",
        partnership("m1", "a@x.example"),
        partnership("m2", "a@x.example").feed("exchange"),
        partnership("m3", "a@x.example"),
        partnership("m9", "z@x.example"));
    assertThat(reason(few.cycle("crowd"), "m1")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
    few.bring("exchange", partnership("m1", "a@x.example"), partnership("m9", "z@x.example"));
    assertThat(device(few.cycle("alone again"), "m1")).hasValue("e1");
    assertThat(few.revised()).isEqualTo(2);
  }

  @Test
  void anEnrolmentIsSupersededAndLeadsAgain() {
    enrollments(phone("e1", "a@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"));
    mails(partnership("m1", "a@x.example"));
    assertThat(device(wholly(), "m1")).hasValue("e1");
    enrollments(
        phone("e1", "a@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"),
        phone("e2", "a@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"));
    Outcome superseded = partly();
    assertThat(device(superseded, "m1")).hasValue("e2");
    assertThat(superseded.summary().tally().superseded()).isEqualTo(1);
    assertThat(reason(superseded, "e1")).hasValue(Reason.DUPLICATE_ENROLLMENT);
    enrollments(phone("e1", "a@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"));
    assertThat(device(partly(), "m1")).hasValue("e1");
  }

  @Test
  void oneNewerSyncMakesAPartnershipElsewhereStale() {
    enrollments(phone("e1", "a@x.example"));
    Records old = partnership("m1", "a@x.example").seen("2025-12-25");
    Records alive = partnership("m2", "a@x.example").seen("2026-01-19");
    mails(old, alive);
    assertThat(reason(wholly(), "m1")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
    mails(old, alive, partnership("m3", "b@x.example").seen("2026-01-30"));
    Outcome moved = partly();
    assertThat(reason(moved, "m1")).hasValue(Reason.STALE_PARTNERSHIP);
    assertThat(device(moved, "m2")).hasValue("e1");
    enrollments(phone("e1", "a@x.example").serial("F17LTTCGFFG8"));
    assertThat(reason(partly(), "m1")).hasValue(Reason.STALE_PARTNERSHIP);
    mails(old, alive);
    assertThat(reason(partly(), "m1")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
  }

  @Test
  void oneNewerSyncMakesStaleWhatCameLongBeforeAndNeverSynced() {
    enrollments(phone("e1", "a@x.example"));
    Records never = partnership("m1", "a@x.example").neverSeen().enrolledOn("2025-12-25");
    Records alive = partnership("m2", "a@x.example").seen("2026-01-19");
    mails(never, alive);
    assertThat(reason(wholly(), "m1")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
    mails(never, alive, partnership("m3", "b@x.example").seen("2026-01-30"));
    Outcome moved = partly();
    assertThat(reason(moved, "m1")).hasValue(Reason.STALE_PARTNERSHIP);
    assertThat(device(moved, "m2")).hasValue("e1");
  }

  @Test
  void aPartnershipIsStaleOnlyBesideOneThatLivesInItsPlaceWhoeverOwnsIt() {
    Records old = partnership("m1", "a team").of("a team", "a@x.example").seen("2025-11-01");
    Records alive = partnership("m2", "a team").of("a team", "b@x.example");
    enrollments(phone("e1", "a@x.example"));
    mails(old, alive);
    assertThat(reason(wholly(), "m1")).hasValue(Reason.STALE_PARTNERSHIP);
    mails(old);
    assertThat(device(partly(), "m1")).hasValue("e1");
    mails(old, alive);
    assertThat(reason(partly(), "m1")).hasValue(Reason.STALE_PARTNERSHIP);
  }

  @Test
  void aPlaceIsTakenAndFreed() {
    enrollments(phone("e1", "a@x.example").eas(ID));
    mails(partnership("m1", "a@x.example"));
    assertThat(device(wholly(), "m1")).hasValue("e1");
    mails(partnership("m1", "a@x.example"), partnership("m2", "a@x.example").eas(ID));
    Outcome taken = partly();
    assertThat(device(taken, "m2")).hasValue("e1");
    assertThat(reason(taken, "m1")).hasValue(Reason.OWNER_HAS_NO_ENROLLMENT);
    mails(partnership("m1", "a@x.example"));
    assertThat(device(partly(), "m1")).hasValue("e1");
  }

  @Test
  void aChangeIsFollowedOverSeveralHops() {
    // c's phone is a's by its serial, and frees b's, whose only rival it was
    enrollments(
        phone("e1", "a@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"),
        phone("e2", "b@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-02-01"),
        phone("e3", "b@x.example").serial("F17LTTCGFFG9").enrolledOn("2025-02-01"),
        phone("e4", "c@x.example").serial("F17LTTCGFFG9").enrolledOn("2025-03-01"));
    mails(partnership("m1", "b@x.example"), partnership("m2", "c@x.example"));
    wholly();
    enrollments(
        phone("e1", "a@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-05-01"),
        phone("e2", "b@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-02-01"),
        phone("e3", "b@x.example").serial("F17LTTCGFFG9").enrolledOn("2025-02-01"),
        phone("e4", "c@x.example").serial("F17LTTCGFFG9").enrolledOn("2025-03-01"));
    partly();
    enrollments(
        phone("e1", "b@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-05-01"),
        phone("e4", "c@x.example").serial("F17LTTCGFFG9").enrolledOn("2025-03-01"));
    assertThat(device(partly(), "m1")).hasValue("e1");
  }

  @Test
  void aRecordMovesFromOneOwnerToAnother() {
    enrollments(phone("e1", "a@x.example"), phone("e2", "b@x.example"));
    mails(partnership("m1", "a@x.example"), partnership("m2", "b@x.example"));
    wholly();
    enrollments(phone("e1", "b@x.example"), phone("e2", "b@x.example"));
    Outcome moved = partly();
    assertThat(reason(moved, "m1")).hasValue(Reason.OWNER_HAS_NO_ENROLLMENT);
    assertThat(reason(moved, "m2")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
  }

  @Test
  void whatOneMightEnrolUnderIsGuessedAnew() {
    enrollments(phone("e1", "jane.doe@x.example"));
    mails(partnership("m1", "jane.doe@other.example"));
    assertThat(settleBy(wholly(), "m1")).contains("jane.doe@x.example");
    enrollments(phone("e1", "joe@x.example"));
    assertThat(settleBy(partly(), "m1")).doesNotContain("jane.doe@x.example");
    enrollments(phone("e1", "jane.doe@x.example"));
    assertThat(settleBy(partly(), "m1")).contains("jane.doe@x.example");
  }

  private static String settleBy(Outcome outcome, String record) {
    return outcome.exceptions().stream()
        .filter(referred -> referred.life().record().id().equals(record))
        .map(referred -> referred.referral().settleBy())
        .findFirst()
        .orElse("");
  }

  @Test
  void recordsVanishAndReturn() {
    Duration grace = Duration.ofMinutes(3);
    List<DeviceRecord> all = with(true, partnership("m1", "a@x.example"));
    enrollments(phone("e1", "a@x.example"));
    twins.bring("exchange", all, List.of(), grace);
    wholly();
    for (int cycle = 0; cycle < 4; cycle++) {
      twins.bring("exchange", with(true), List.of(), grace);
      twins.cycle("missing");
    }
    twins.bring("exchange", all, List.of(), grace);
    Outcome back = partly();
    assertThat(device(back, "m1")).hasValue("e1");
    assertThat(back.summary().merged()).isEqualTo(1);
  }

  @Test
  void peoplesDecisionsAreFollowedFromRecordToRecord() {
    enrollments(phone("e1", "a@x.example"));
    mails(partnership("m1", "a@x.example"), partnership("m2", "b@x.example"));
    wholly();
    twins.decide(Kind.MERGE, key("mdm", "e1"), Optional.of(key("exchange", "m2")));
    assertThat(device(wholly(), "m2")).hasValue("e1");
    enrollments(); // m2 shares nothing with e1 but the decision
    assertThat(reason(partly(), "m2")).isPresent();
    enrollments(phone("e1", "a@x.example"));
    assertThat(device(partly(), "m2")).hasValue("e1");
    twins.decide(Kind.EXCLUDE, key("exchange", "m2"), Optional.empty());
    Outcome excluded = wholly();
    assertThat(device(excluded, "m2")).isEmpty();
    assertThat(excluded.merges().stream().map(stood -> stood.merge().mail()))
        .doesNotHaveDuplicates();
    assertThat(excluded.summary().mergedTotal()).isEqualTo(21);
    mails(partnership("m1", "a@x.example"));
    assertThat(partly().summary().tally().excluded()).isZero();
  }

  @Test
  void whatPeopleDecidedOfAPhoneIsFollowedToItsNextEnrolment() {
    Records phone = phone("e1", "a@x.example").serial("F17LTTCGFFG8");
    enrollments(phone);
    mails(partnership("m1", "a@x.example"), partnership("m2", "b@x.example"));
    wholly();
    twins.decide(Kind.MERGE, phone.done(), Optional.of(key("exchange", "m2")));
    twins.decide(Kind.SEPARATE, phone.done(), Optional.of(key("exchange", "m1")));
    wholly();
    enrollments();
    assertThat(reason(partly(), "m2")).isPresent();
    enrollments(phone("e2", "c@x.example").serial("F17LTTCGFFG8"));
    assertThat(reason(partly(), "m2")).as("c is not b").isPresent();
    enrollments(
        enrolled("e3").serial("f17lttcgffg8")); // m2 shares nothing with it but the decision
    assertThat(device(partly(), "m2")).hasValue("e3");
    enrollments(phone("e4", "a@x.example").serial(" F17LTTCGFFG8"));
    assertThat(reason(partly(), "m1")).hasValue(Reason.SEPARATED);
  }

  private static RecordKey key(String feed, String id) {
    return new RecordKey(feed, id);
  }

  @Test
  void peopleOfTheDirectoryAreKnownInAPartAsInTheWhole() {
    twins.bring("people", List.of(), List.of(JANE), Duration.ZERO);
    enrollments(phone("e1", "jane@x.example"));
    mails();
    wholly();
    mails(partnership("m1", "jd@x.example"));
    assertThat(device(partly(), "m1")).hasValue("e1");
    twins.bring("people", List.of(), List.of(), Duration.ZERO);
    assertThat(device(wholly(), "m1")).isEmpty();
  }

  @Test
  void anEnrolmentOfSeveralPeopleIsACandidateInAPartAsInTheWhole() {
    Person rick =
        new Person("rick@x.example", "Rick", List.of(OwnerClaim.of("rick@x.example")), false);
    twins.bring("people", List.of(), List.of(JANE, rick), Duration.ZERO);
    enrollments();
    mails(partnership("m1", "jane@x.example"));
    assertThat(reason(wholly(), "m1")).hasValue(Reason.OWNER_HAS_NO_ENROLLMENT);
    enrollments(phone("e1", "jane@x.example").of("rick@x.example"));
    assertThat(reason(partly(), "m1")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
  }

  @Test
  void oneMailboxOfTwoSpellingsIsOneInAPartAsInTheWhole() {
    twins.bring("people", List.of(), List.of(JANE), Duration.ZERO);
    enrollments(phone("e1", "jane@x.example"));
    mails(partnership("m1", "jane@x.example"));
    assertThat(device(wholly(), "m1")).hasValue("e1");
    mails(partnership("m1", "jane@x.example"), partnership("m2", "jd@x.example"));
    assertThat(reason(partly(), "m1")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
    mails(partnership("m1", "jane@x.example"));
    assertThat(device(partly(), "m1")).hasValue("e1");
    twins.decide(
        Kind.SEPARATE, key("mdm", "e1"), Optional.of(key("exchange", "jane@x.example/m3")));
    wholly();
    mails(partnership("m1", "jane@x.example").feed("traveler"));
    partly();
    mails(
        mail("jane@x.example/m3").of("jane@x.example").eas("m3"),
        mail("jd@x.example/m3").of("jd@x.example").eas("m3"));
    assertThat(reason(partly(), "jd@x.example/m3")).hasValue(Reason.SEPARATED);
    mails(mail("jd@x.example/m3").of("jd@x.example").eas("m3"));
    assertThat(reason(wholly(), "jd@x.example/m3")).hasValue(Reason.SEPARATED);
  }

  @Test
  void whileAFeedIsAwaitedEverythingIsDecided() {
    enrollments(phone("e1", "a@x.example"));
    mails(partnership("m1", "a@x.example"));
    wholly();
    twins.awaited = new Awaited(List.of("jamf"), List.of());
    mails(partnership("m1", "a@x.example"), partnership("m2", "b@x.example"));
    wholly();
    mails(partnership("m1", "a@x.example"), partnership("m3", "b@x.example"));
    wholly();
    twins.awaited = Awaited.NOTHING;
    wholly();
    mails(partnership("m1", "a@x.example"));
    partly();
  }

  @Test
  void aCycleThatIsHeldIsHeldAlike() {
    Twins guarded = new Twins(rules(256), new CycleGuard.Limits(5, 2, 5, 2, 5, 2), 100);
    List<DeviceRecord> mails = IntStream.range(0, 9).mapToObj(i -> person(i, true)).toList();
    guarded.bring("mdm", IntStream.range(0, 9).mapToObj(i -> person(i, false)).toList());
    guarded.bring("exchange", mails);
    guarded.cycle("first");
    guarded.bring("mdm", IntStream.range(4, 9).mapToObj(i -> person(i, false)).toList());
    assertThat(guarded.cycle("held").held()).isPresent();
    assertThat(guarded.cycle("still held").held()).isPresent();
    guarded.release();
    assertThat(guarded.cycle("released").held()).isEmpty();
    guarded.bring("mdm", IntStream.range(5, 9).mapToObj(i -> person(i, false)).toList());
    assertThat(guarded.cycle("one more").held()).isEmpty();
    assertThat(guarded.revised()).isEqualTo(2);
  }

  private static DeviceRecord person(int number, boolean mail) {
    String owner = "person" + number + "@x.example";
    return (mail ? partnership("m" + number, owner) : phone("e" + number, owner)).done();
  }

  @Test
  void aWriteThatFailedIsFollowedByAWholeCycle() {
    enrollments(phone("e1", "a@x.example"));
    mails(partnership("m1", "a@x.example"));
    wholly();
    mails(partnership("m1", "a@x.example"), partnership("m2", "b@x.example"));
    assertThatThrownBy(twins::failingCycle).hasMessage("disk full");
    wholly();
    mails(partnership("m1", "a@x.example"));
    partly();
  }

  @Test
  void whatIsHeldByVeryManyIsNobodysInAPartToo() {
    List<DeviceRecord> mails = new ArrayList<>(with(true));
    for (int i = 0; i < 255; i++) {
      mails.add(
          partnership("m" + i, "a@x.example").seen(i == 0 ? "2026-01-20" : "2025-11-01").done());
    }
    enrollments(phone("e1", "a@x.example"));
    twins.bring("exchange", mails, List.of(), Duration.ZERO);
    assertThat(reason(wholly(), "m1")).hasValue(Reason.STALE_PARTNERSHIP);
    mails.add(partnership("m255", "a@x.example").seen("2025-11-01").done());
    twins.bring("exchange", mails, List.of(), Duration.ZERO);
    assertThat(reason(twins.cycle("crowded"), "m1")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
    assertThat(twins.revised()).isEqualTo(1);
  }

  @Test
  void aChangeThatTouchesTooManyIsDecidedWhole() {
    Twins narrow = new Twins(rules(256), NEVER_HELD, 25);
    List<DeviceRecord> enrollments = IntStream.range(0, 9).mapToObj(i -> person(i, false)).toList();
    narrow.bring("mdm", enrollments);
    narrow.bring("exchange", IntStream.range(0, 9).mapToObj(i -> person(i, true)).toList());
    narrow.cycle("first");
    narrow.bring("mdm", enrollments.subList(0, 5));
    narrow.cycle("four of nine are gone");
    assertThat(narrow.revised()).isZero();
    narrow.bring("mdm", enrollments.subList(0, 4));
    narrow.cycle("one more is gone");
    assertThat(narrow.revised()).isEqualTo(1);
  }

  @Test
  void recordsOutOfOrderAreNotCompared() {
    List<DeviceRecord> before = IntStream.range(0, 9).mapToObj(i -> person(i, true)).toList();
    assertThat(new Turnover(before, before).isOrdered()).isTrue();
    for (int i = 0; i < 8; i++) {
      List<DeviceRecord> now = new ArrayList<>(before);
      java.util.Collections.swap(now, i, i + 1);
      assertThat(new Turnover(before, now).isOrdered()).as("swapped at " + i).isFalse();
    }
  }

  @Test
  void whatIsAuditedIsDecidedWhole() {
    Revisions revisions = new Revisions(new Matcher(MatcherTest.STANDARD), 100);
    Revisions.Ground ground =
        new Revisions.Ground(
            List.of(), List.of(person(1, true)), List.of(), List.of(), Awaited.NOTHING);
    Standing nothing = Standing.readFrom(new RecordedLog());
    Proposal first =
        new Differences(
            nothing,
            new Matcher(MatcherTest.STANDARD)
                .match(
                    ground.enrollments(),
                    ground.mails(),
                    devicehub.directory.Directory.empty(),
                    devicehub.decision.StandingDecisions.none()),
            Awaited.NOTHING,
            java.time.Instant.EPOCH);
    revisions.keep(ground, first);
    assertThat(revisions.revise(first.after(), ground, java.time.Instant.EPOCH)).isEmpty();
  }

  @Test
  void anEnrolmentOfSeveralPeopleIsNearToEachOfThem() {
    Records both = enrolled("e").of("jane@x.example", "rick@x.example").is("Apple", "iPhone14,2");
    Person rick =
        new Person("rick@x.example", "Rick", List.of(OwnerClaim.of("rick@x.example")), false);
    twins.bring("mdm", with(false, both), List.of(JANE, rick), Duration.ZERO);
    mails(partnership("m", "rick@x.example"));
    assertThat(reason(wholly(), "m")).hasValue(Reason.AMBIGUOUS_ATTRIBUTES);
    twins.bring("mdm", with(false, both.retired()), List.of(JANE, rick), Duration.ZERO);
    assertThat(reason(partly(), "m")).hasValue(Reason.OWNER_HAS_NO_ENROLLMENT);
  }

  @Test
  void whatBecomesKnownOfASeparatedDeviceHoldsInPart() {
    enrollments(phone("old", "jane@x.example").eas(ID));
    mails(partnership("m", "jane@x.example").eas(ID));
    twins.decide(
        Kind.SEPARATE, new RecordKey("mdm", "old"), Optional.of(new RecordKey("exchange", "m")));
    assertThat(reason(wholly(), "m")).hasValue(Reason.SEPARATED);
    enrollments(phone("old", "jane@x.example").eas(ID).serial("F17LTTCGFFG8"));
    assertThat(reason(wholly(), "m")).hasValue(Reason.SEPARATED);
    enrollments(phone("new", "jane@x.example").eas(ID).serial("F17LTTCGFFG8"));
    assertThat(reason(partly(), "m")).hasValue(Reason.SEPARATED);
    enrollments(phone("new", "jane@x.example").eas(ID).serial("DNPHG6NVDT9V"));
    assertThat(device(partly(), "m")).hasValue("new");
  }
}
