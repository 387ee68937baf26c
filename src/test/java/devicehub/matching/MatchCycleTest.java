package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Authority;
import devicehub.decision.Changes;
import devicehub.decision.CycleSummary;
import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a cycle writes, given what stands. */
class MatchCycleTest {
  private static final String ID = "12VSNH98DT6F3C0D2RODSILDH8";

  private final Inventory inventory = new Inventory();
  private final RecordedLog log = new RecordedLog();
  private Awaited awaited = Awaited.NOTHING;
  private final MatchCycle cycle = newCycle();

  private MatchCycle newCycle() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-23T12:00:00Z"), ZoneOffset.UTC);
    return new MatchCycle(
        inventory,
        log,
        new Matcher(MatcherTest.STANDARD),
        new CycleGuard(CycleGuard.Limits.USUAL),
        clock,
        () -> awaited);
  }

  private void feed(String name, Records... records) {
    List<DeviceRecord> done = Stream.of(records).map(Records::done).toList();
    inventory.replace(
        name,
        new Inventory.Holding(done, List.of(), List.of(), Counts.NONE),
        Instant.EPOCH,
        Duration.ZERO);
  }

  private static Records phone() {
    return enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").eas(ID);
  }

  private static Records partnership() {
    return mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID);
  }

  @Test
  void unchangedRecordsWriteNothing() {
    feed("mdm", phone());
    feed("exchange", partnership(), mail("x").of("rick@x.example").is("", "SM-S921B").eas("SEC1"));
    Outcome first = cycle.run();
    assertThat(first.summary().changed()).isTrue();
    Outcome second = cycle.run();
    assertThat(second.summary().changed()).isFalse();
    assertThat(second.summary().unchanged()).isEqualTo(2);
    assertThat(second.merges())
        .as("the very list, so that nobody writes it again")
        .isSameAs(first.merges());
    assertThat(newCycle().run().summary().changed()).as("after a restart").isFalse();
    assertThat(log.written).hasSize(1);
  }

  @Test
  void theSummaryCountsWhatTheCycleChanged() {
    feed("mdm", phone());
    feed("exchange", partnership(), mail("x").of("rick@x.example").is("", "SM-S921B").eas("SEC1"));
    CycleSummary first = cycle.run().summary();
    assertThat(List.of(first.merged(), first.retracted(), first.mergedTotal()))
        .containsExactly(1, 0, 1);
    assertThat(List.of(first.opened(), first.changedExceptions(), first.cleared()))
        .containsExactly(1, 0, 0);
    assertThat(first.unchanged()).isZero();

    feed("mdm", enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"));
    feed("intune", enrolled("i").of("rick@x.example").is("samsung", "SM-X710").feed("intune"));
    CycleSummary second = cycle.run().summary();
    assertThat(List.of(second.merged(), second.retracted(), second.mergedTotal()))
        .containsExactly(0, 1, 0);
    assertThat(List.of(second.opened(), second.changedExceptions(), second.cleared()))
        .containsExactly(1, 1, 0);

    feed("exchange", partnership());
    CycleSummary third = cycle.run().summary();
    assertThat(List.of(third.opened(), third.changedExceptions(), third.cleared()))
        .containsExactly(0, 0, 1);
    assertThat(third.unchanged()).isEqualTo(1);
  }

  /** A phone enrolled twice is one, and one that left management is none. */
  @Test
  void theFleetIsOfDevicesNotOfEnrolments() {
    feed(
        "maas360",
        enrolled("gone").of("ann@x.example").retired(),
        enrolled("new").of("ann@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        enrolled("old").of("ann@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"));
    feed("exchange", mail("m").of("ann@x.example").eas("JUQGGDFCDD29R3H003TJA63E10"));

    Outcome.Fleet fleet = cycle.run().fleet();

    assertThat(fleet.devices()).extracting(device -> device.key().id()).containsExactly("new");
    assertThat(fleet.mails()).extracting(mail -> mail.key().id()).containsExactly("m");
  }

  @Test
  void aMergeWhoseEvidenceIsGoneIsRetractedAndTheRecordReferred() {
    feed("mdm", phone());
    feed("exchange", partnership());
    cycle.run();
    assertThat(log.standingMerges()).hasSize(1);
    feed("mdm", enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"));
    cycle.run();
    assertThat(log.standingMerges()).isEmpty();
    Changes last = log.last();
    assertThat(last.retracted()).extracting(pair -> pair.mail().id()).containsExactly("m");
    assertThat(last.exceptions()).extracting(ExceptionChange::event).containsExactly(Event.OPENED);
  }

  @Test
  void aMergeWithAnotherDeviceRetractsTheFirst() {
    feed("mdm", phone());
    feed("exchange", partnership());
    cycle.run();
    feed("mdm", enrolled("other").of("jane@x.example").is("Apple", "iPhone14,2").eas(ID));
    cycle.run();
    assertThat(log.last().retracted()).extracting(p -> p.enrollment().id()).containsExactly("e");
    assertThat(log.last().merged())
        .extracting(merge -> merge.pair().enrollment().id())
        .containsExactly("other");
  }

  @Test
  void anExceptionIsOpenedChangedClearedAndNeverItsIdUsedAgain() {
    feed("exchange", partnership());
    cycle.run();
    OpenException opened = log.last().exceptions().get(0).exception();
    assertThat(opened.eventId()).isEqualTo(opened.id() + "-1");

    feed("mdm", enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"));
    cycle.run();
    ExceptionChange changed = log.last().exceptions().get(0);
    assertThat(changed.event()).isEqualTo(Event.CHANGED);
    assertThat(changed.exception().eventId()).isEqualTo(opened.id() + "-2");
    assertThat(changed.exception().openedAt()).isEqualTo(opened.openedAt());

    feed("mdm", phone());
    cycle.run();
    ExceptionChange cleared = log.last().exceptions().get(0);
    assertThat(cleared.event()).isEqualTo(Event.CLEARED);
    assertThat(cleared.exception().eventId()).isEqualTo(opened.id() + "-3");
    assertThat(log.openExceptions()).isEmpty();

    feed("mdm");
    cycle.run();
    OpenException again = log.last().exceptions().get(0).exception();
    assertThat(again.id()).isNotEqualTo(opened.id());
    assertThat(again.occurrence()).isEqualTo(2);
  }

  @Test
  void anIdIsNotUsedAgainThoughItsExceptionIsForgotten() {
    feed("exchange", partnership());
    cycle.run();
    String first = log.openExceptions().get(0).id();
    feed("mdm", phone());
    cycle.run();
    assertThat(log.openExceptions()).isEmpty();

    log.forget(Instant.MAX, Instant.MIN);
    assertThat(log.occurrences()).isEmpty();
    feed("mdm");
    newCycle().run();

    assertThat(log.openExceptions())
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.id()).isNotEqualTo(first);
              assertThat(again.occurrence()).isEqualTo(2);
            });
  }

  private void people(Kind kind) {
    log.decide(
        new ReviewerDecision(
            0,
            kind,
            new RecordKey("mdm", "e"),
            Optional.of(new RecordKey("exchange", "m")),
            "Sam",
            "seen it",
            Instant.EPOCH));
  }

  @Test
  void aPersonsSeparationCountsFromTheNextCycleOn() {
    feed("mdm", phone());
    feed("exchange", partnership());
    cycle.run();
    people(Kind.SEPARATE);
    cycle.run();
    assertThat(log.standingMerges()).isEmpty();
    assertThat(log.openExceptions())
        .extracting(exception -> exception.reason().name())
        .containsExactly("SEPARATED");
  }

  @Test
  void aPairThatAnotherRuleOrAPersonMergesIsNotMergedAnew() {
    feed("mdm", phone());
    feed("exchange", partnership());
    assertThat(cycle.run().summary().merged()).isEqualTo(1);
    people(Kind.MERGE);
    Outcome again = cycle.run();
    assertThat(again.summary().merged()).isZero();
    assertThat(again.summary().retracted()).isZero();
    assertThat(again.summary().mergedTotal()).isEqualTo(1);
    assertThat(log.standingMerges()).singleElement().matches(m -> m.rule().equals("reviewer"));
  }

  @Test
  void whileAnEnrolmentFeedIsAwaitedNothingIsConcludedFromAbsence() {
    awaited = new Awaited(List.of("maas360"), List.of());
    feed("intune", enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"));
    feed(
        "exchange",
        mail("fits").of("jane@x.example").is("", "iPhone14C2").eas("ApplA"),
        mail("other-maker").of("jane@x.example").is("", "SM-S921B").eas("SECB"),
        mail("stranger").of("rick@x.example").is("", "SM-S921B").eas("SECC"));
    Outcome waits = cycle.run();
    assertThat(waits.merges()).isEmpty();
    assertThat(waits.exceptions()).isEmpty();
    assertThat(waits.waiting()).isEqualTo(new Outcome.Waiting(3, List.of("maas360")));
    assertThat(log.written).isEmpty();

    awaited = Awaited.NOTHING;
    Outcome decided = cycle.run();
    assertThat(decided.merges()).hasSize(1);
    assertThat(decided.exceptions()).hasSize(2);
    assertThat(decided.waiting()).isEqualTo(Outcome.Waiting.NOTHING);
  }

  @Test
  void anEqualIdIsDecidedWhicheverFeedIsAwaited() {
    awaited = new Awaited(List.of("maas360"), List.of("people"));
    feed(
        "intune",
        phone(),
        enrolled("v")
            .of("victim@x.example")
            .is("Apple", "iPhone14,2")
            .eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K"));
    feed(
        "exchange",
        partnership(),
        mail("rogue").of("mallory@x.example").is("", "SM-S921B").eas("6Q93UFOQ7H0K39JPMFPTEMJQ3K"));
    Outcome outcome = cycle.run();
    assertThat(outcome.merges())
        .extracting(stood -> stood.merge().mail().key().id())
        .containsExactly("m");
    assertThat(outcome.exceptions())
        .as("mallory may be an alias that the directory knows")
        .isEmpty();
    awaited = new Awaited(List.of("maas360"), List.of());
    assertThat(cycle.run().exceptions())
        .extracting(referred -> referred.referral().reason())
        .containsExactly(Reason.ID_CONFLICT);
  }

  @Test
  void whatStandsGoesOnStandingWhenAFeedIsAwaitedLater() {
    feed("intune", enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"));
    feed(
        "exchange",
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas("ApplA"),
        mail("x").of("rick@x.example").is("", "SM-S921B").eas("SECB"));
    cycle.run();
    awaited = new Awaited(List.of("maas360"), List.of());
    Outcome outcome = cycle.run();
    assertThat(outcome.summary().changed()).isFalse();
    assertThat(outcome.merges()).hasSize(1);
    assertThat(outcome.exceptions()).hasSize(1);
    assertThat(outcome.waiting().records()).isZero();
  }

  @Test
  void aPersonsMergeNeedsNoFeed() {
    awaited = new Awaited(List.of("maas360"), List.of("people"));
    feed("intune", enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2"));
    feed("exchange", mail("m").of("jane@x.example").is("", "iPhone14C2").eas("ApplA"));
    people(Kind.MERGE);
    assertThat(cycle.run().merges()).hasSize(1);
  }

  @Test
  void aWriteThatFailsIsMadeUpForInTheNextCycle() {
    feed("mdm", phone());
    feed("exchange", partnership());
    log.failing = true;
    assertThat(Optional.of(cycle).map(MatchCycleTest::failure)).contains("disk full");
    log.failing = false;
    cycle.run();
    assertThat(log.standingMerges())
        .extracting(StandingMerge::authority)
        .containsExactly(Authority.RULE);
  }

  private static String failure(MatchCycle cycle) {
    try {
      cycle.run();
      return "none";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
