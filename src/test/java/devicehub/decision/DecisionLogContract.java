package devicehub.decision;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.DeviceModel;
import devicehub.device.DeviceRecord;
import devicehub.device.FormFactor;
import devicehub.device.Hardware;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.Manufacturer;
import devicehub.device.OsVersion;
import devicehub.device.Platform;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every decision log does. */
public interface DecisionLogContract {
  Instant MONDAY = Instant.parse("2026-03-09T08:15:00.123Z");
  Instant TUESDAY = Instant.parse("2026-03-10T08:15:00.456Z");

  RecordKey JANES_IPHONE = new RecordKey("maas360", "ApplD8DTH6RCIH86");
  RecordKey JANES_IPAD = new RecordKey("maas360", "ApplDMPQ41ABHG5D");
  RecordKey JANES_MAIL = new RecordKey("exchange", "jane.doe@acme.example/JUQGGDFCDD29R3H0");
  RecordKey JOES_MAIL = new RecordKey("traveler", "CN=Joe Müller/O=Acme:Android_6f0e");

  /** An empty log. */
  DecisionLog decisions();

  static StandingMerge merge(RecordKey enrollment, RecordKey mail, String rule, Instant at) {
    return new StandingMerge(new Pair(enrollment, mail), rule, Authority.RULE, at);
  }

  static Referral referral(RecordKey mail, Reason reason) {
    Hardware hardware =
        new Hardware(
            Manufacturer.UNKNOWN,
            DeviceModel.UNKNOWN,
            Platform.IOS,
            FormFactor.UNKNOWN,
            OsVersion.UNKNOWN);
    DeviceRecord record =
        new DeviceRecord(
            mail,
            Side.MAIL,
            mail.id(),
            "jane.doe@acme.example",
            MailClient.NATIVE,
            List.of(),
            List.of(),
            hardware,
            Lifecycle.ACTIVE,
            MONDAY.toEpochMilli(),
            DeviceRecord.NEVER,
            List.of());
    return new Referral(record, reason, List.of("Nobody is known."), List.of(), 0, "Enrol it.");
  }

  static ExceptionChange opened(RecordKey mail, int occurrence, Reason reason, Instant at) {
    Referral referral = referral(mail, reason);
    return new ExceptionChange(
        Event.OPENED, OpenException.opened(referral, occurrence, at), Optional.of(referral));
  }

  static ExceptionChange changed(ExceptionChange before, Reason reason, Instant at) {
    Referral referral = referral(before.exception().record(), reason);
    return new ExceptionChange(
        Event.CHANGED, before.exception().changed(referral, at), Optional.of(referral));
  }

  static ExceptionChange cleared(ExceptionChange before, Instant at) {
    return new ExceptionChange(Event.CLEARED, before.exception().cleared(at), Optional.empty());
  }

  static Changes merging(Instant at, StandingMerge... merges) {
    return new Changes(at, List.of(merges), List.of(), List.of());
  }

  static Changes retracting(Instant at, Pair... pairs) {
    return new Changes(at, List.of(), List.of(pairs), List.of());
  }

  static Changes telling(Instant at, ExceptionChange... exceptions) {
    return new Changes(at, List.of(), List.of(), List.of(exceptions));
  }

  static ReviewerDecision decision(Kind kind, Optional<RecordKey> other) {
    return new ReviewerDecision(
        0, kind, JANES_MAIL, other, "jane", "seen on her desk; “hers”\n", MONDAY);
  }

  static ReviewerDecision remembering(Set<String> hardware) {
    return new ReviewerDecision(
        0,
        Kind.MERGE,
        JANES_MAIL,
        Optional.of(JANES_IPAD),
        "jane",
        "hers",
        MONDAY,
        new ReviewerDecision.Known(hardware, Optional.of(Answer.NO)));
  }

  @Test
  default void peoplesDecisionsComeBackInTheOrderTheyWereMade() {
    ReviewerDecision separated =
        decisions().decide(decision(Kind.SEPARATE, Optional.of(JANES_IPAD)));
    ReviewerDecision excluded = decisions().decide(decision(Kind.EXCLUDE, Optional.empty()));
    ReviewerDecision remembering =
        decisions().decide(remembering(Set.of("f17lttcgffg8", "imei:35162307006616")));

    assertThat(separated)
        .isEqualTo(decision(Kind.SEPARATE, Optional.of(JANES_IPAD)).with(separated.id()));
    assertThat(separated.id()).isPositive().isLessThan(excluded.id());
    assertThat(decisions().decisions()).containsExactly(separated, excluded, remembering);
    assertThat(remembering.hardware()).hasSize(2);
  }

  @Test
  default void whatBecomesKnownOfADeviceIsAddedToItsDecision() {
    ReviewerDecision separated =
        decisions().decide(decision(Kind.SEPARATE, Optional.of(JANES_IPAD)));
    ReviewerDecision excluded = decisions().decide(decision(Kind.EXCLUDE, Optional.empty()));
    ReviewerDecision wiser = remembering(Set.of("f17lttcgffg8")).with(separated.id());
    decisions().learn(List.of(wiser.with(excluded.id() + 1), wiser));

    List<ReviewerDecision> now = decisions().decisions();
    assertThat(now).extracting(ReviewerDecision::id).containsExactly(separated.id(), excluded.id());
    assertThat(now.get(0).hardware()).containsExactly("f17lttcgffg8");
    assertThat(now.get(1)).isEqualTo(excluded);
  }

  @Test
  default void aMergeStandsUntilItIsRetracted() {
    StandingMerge janes = merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    StandingMerge joes = merge(JANES_IPAD, JOES_MAIL, "same-serial", MONDAY);
    decisions().write(merging(MONDAY, janes, joes));
    assertThat(decisions().standingMerges()).containsExactlyInAnyOrder(janes, joes);

    decisions().write(retracting(TUESDAY, janes.pair()));
    assertThat(decisions().standingMerges()).containsExactly(joes);
  }

  @Test
  default void aMailRecordStandsInOneMergeOnly() {
    StandingMerge byRule = merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    StandingMerge byReviewer =
        new StandingMerge(byRule.pair(), "reviewer", Authority.REVIEWER, TUESDAY);
    decisions().write(merging(MONDAY, byRule));
    decisions().write(merging(TUESDAY, byReviewer));

    assertThat(decisions().standingMerges()).containsExactly(byReviewer);
  }

  @Test
  default void aMailRecordMovesToAnotherEnrolmentInOneWrite() {
    StandingMerge before = merge(JANES_IPHONE, JANES_MAIL, "only-candidate", MONDAY);
    StandingMerge after = merge(JANES_IPAD, JANES_MAIL, "same-eas-id", TUESDAY);
    decisions().write(merging(MONDAY, before));
    decisions().write(new Changes(TUESDAY, List.of(after), List.of(before.pair()), List.of()));

    assertThat(decisions().standingMerges()).containsExactly(after);
  }

  @Test
  default void aRetractedMergeMayComeBack() {
    StandingMerge monday = merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    StandingMerge tuesday = merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", TUESDAY);
    decisions().write(merging(MONDAY, monday));
    decisions().write(retracting(TUESDAY, monday.pair()));
    decisions().write(merging(TUESDAY, tuesday));

    assertThat(decisions().standingMerges()).containsExactly(tuesday);
  }

  @Test
  default void anExceptionIsOpenedChangedAndCleared() {
    ExceptionChange opened = opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    ExceptionChange changed = changed(opened, Reason.AMBIGUOUS_ID, TUESDAY);
    ExceptionChange other = opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);

    decisions().write(telling(MONDAY, opened, other));
    assertThat(decisions().openExceptions())
        .containsExactlyInAnyOrder(opened.exception(), other.exception());

    decisions().write(telling(TUESDAY, changed));
    assertThat(decisions().openExceptions())
        .containsExactlyInAnyOrder(changed.exception(), other.exception());

    decisions().write(telling(TUESDAY, cleared(changed, TUESDAY)));
    assertThat(decisions().openExceptions()).containsExactly(other.exception());
  }

  @Test
  default void occurrencesOutliveTheExceptionsTheyCount() {
    ExceptionChange first = opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    decisions().write(telling(MONDAY, first));
    decisions().write(telling(MONDAY, cleared(first, MONDAY)));
    assertThat(decisions().occurrences()).isEqualTo(Map.of(JANES_MAIL, 1));

    ExceptionChange second = opened(JANES_MAIL, 2, Reason.NO_OWNER, TUESDAY);
    decisions().write(telling(TUESDAY, second));
    assertThat(decisions().occurrences()).isEqualTo(Map.of(JANES_MAIL, 2));
    assertThat(decisions().openExceptions()).containsExactly(second.exception());
  }

  @Test
  default void ofExceptionsClearedLongAgoOnlyTheIdsAreRemembered() {
    ExceptionChange old = opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    ExceptionChange open = opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    decisions().write(telling(MONDAY, old, open));
    decisions().write(telling(MONDAY, cleared(old, MONDAY)));

    assertThat(decisions().forget(MONDAY, MONDAY).exceptions()).isZero();
    assertThat(decisions().forget(TUESDAY, MONDAY).exceptions()).isEqualTo(1);

    assertThat(decisions().openExceptions()).containsExactly(open.exception());
    assertThat(decisions().occurrences()).isEqualTo(Map.of(JOES_MAIL, 1));
    assertThat(decisions().spentIds()).containsExactly(old.exception().id());
    assertThat(decisions().forget(TUESDAY, MONDAY).exceptions()).isZero();
  }

  @Test
  default void decisionsThatStandAreNeverForgottenAndOverriddenOnesAre() {
    ReviewerDecision separated =
        decisions().decide(decision(Kind.SEPARATE, Optional.of(JANES_IPAD)));
    decisions().decide(decision(Kind.MERGE, Optional.of(JANES_IPAD)));
    decisions().decide(decision(Kind.EXCLUDE, Optional.empty()));
    decisions().decide(decision(Kind.RESTORE, Optional.empty()));
    ReviewerDecision merged = decisions().decide(decision(Kind.MERGE, Optional.of(JANES_IPHONE)));

    assertThat(decisions().forget(TUESDAY, MONDAY).decisions()).isZero();
    assertThat(decisions().forget(MONDAY, TUESDAY).decisions()).isEqualTo(3);
    assertThat(decisions().decisions()).containsExactly(separated, merged);
  }

  @Test
  default void anExclusionThatWasTakenBackStaysSoWhicheverIsForgottenFirst() {
    decisions().decide(at(TUESDAY, decision(Kind.EXCLUDE, Optional.empty())));
    decisions().decide(decision(Kind.RESTORE, Optional.empty())); // by a clock that was put back

    decisions().forget(TUESDAY, TUESDAY);
    assertThat(StandingDecisions.of(decisions().decisions()).isEmpty()).isTrue();
  }

  private static ReviewerDecision at(Instant at, ReviewerDecision decision) {
    return new ReviewerDecision(
        0, decision.kind(), decision.record(), decision.other(), "jane", "so", at);
  }

  @Test
  default void retractedMergesAreForgottenAndTheOthersStand() {
    List<StandingMerge> crowd =
        IntStream.range(0, 12_000)
            .mapToObj(i -> merge(device(i), mailOf(i), "exact-id", MONDAY))
            .toList();
    decisions().write(new Changes(MONDAY, crowd, List.of(), List.of()));
    StandingMerge single = merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    StandingMerge back = merge(device(5), mailOf(5), "exact-id", TUESDAY);
    decisions().write(merging(MONDAY, single));
    decisions().write(retracting(MONDAY, single.pair(), crowd.get(3).pair(), crowd.get(5).pair()));
    decisions().write(merging(TUESDAY, back));
    decisions().write(retracting(TUESDAY, crowd.get(7).pair()));

    decisions().forget(MONDAY, TUESDAY);
    List<StandingMerge> wanted = new ArrayList<>(crowd);
    wanted.removeAll(List.of(crowd.get(3), crowd.get(5), crowd.get(7)));
    wanted.add(back);
    assertThat(decisions().standingMerges()).containsExactlyInAnyOrderElementsOf(wanted);

    decisions().forget(MONDAY, TUESDAY.plusSeconds(1));
    assertThat(decisions().standingMerges()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  default void recordsOfTwoFeedsMayShareAnId() {
    RecordKey there = new RecordKey("exchange-old", JANES_MAIL.id());
    StandingMerge here = merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    StandingMerge overThere = merge(JANES_IPHONE, there, "same-eas-id", MONDAY);
    decisions().write(merging(MONDAY, here, overThere));
    decisions().write(retracting(TUESDAY, here.pair()));

    assertThat(decisions().standingMerges()).containsExactly(overThere);
  }

  /** Stores may keep a crowd of merges in another way than a few. */
  @Test
  default void crowdsOfMergesAreRetractedAndMergedAnewOneByOne() {
    List<StandingMerge> crowd =
        IntStream.range(0, 110_000)
            .mapToObj(i -> merge(device(i), mailOf(i), "exact-id", MONDAY))
            .toList();
    decisions().write(new Changes(MONDAY, crowd, List.of(), List.of()));
    assertThat(decisions().standingMerges()).containsExactlyInAnyOrderElementsOf(crowd);

    StandingMerge moved = merge(device(7), mailOf(1), "owner-hardware", TUESDAY);
    StandingMerge back = merge(device(2), mailOf(2), "exact-id", TUESDAY);
    List<Pair> gone = List.of(crowd.get(1).pair(), crowd.get(2).pair(), crowd.get(3).pair());
    decisions().write(new Changes(TUESDAY, List.of(moved), gone, List.of()));
    decisions().write(new Changes(TUESDAY, List.of(back), List.of(), List.of()));
    List<StandingMerge> wanted = new ArrayList<>(crowd);
    wanted.subList(1, 4).clear();
    wanted.add(moved);
    wanted.add(back);
    assertThat(decisions().standingMerges()).containsExactlyInAnyOrderElementsOf(wanted);

    List<StandingMerge> anew =
        IntStream.range(0, 12_000)
            .mapToObj(i -> merge(device(i + 1), mailOf(i), "owner-hardware", TUESDAY))
            .toList();
    decisions().write(new Changes(TUESDAY, anew, List.of(), List.of()));
    List<StandingMerge> both = new ArrayList<>(crowd.subList(12_000, crowd.size()));
    both.addAll(anew);
    assertThat(decisions().standingMerges()).containsExactlyInAnyOrderElementsOf(both);
  }

  private static RecordKey device(int number) {
    return new RecordKey("maas360", "Appl" + number);
  }

  private static RecordKey mailOf(int number) {
    return new RecordKey("exchange", "müller" + number + "@acme.example/ABCDEF");
  }
}
