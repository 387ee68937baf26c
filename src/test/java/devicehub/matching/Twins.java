package devicehub.matching;

import static java.lang.Integer.MAX_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Carried;
import devicehub.decision.Changes;
import devicehub.decision.CycleRelease;
import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two hubs on the same records: one decides everything in each cycle, the other what is different.
 * Each cycle must come to the same in both, to the last word.
 */
final class Twins {
  /** Nothing is audited, so that fleets of any size may be decided in part. */
  private static final int NO_AUDIT = -1;

  final Inventory inventory = new Inventory();
  final RecordedLog log = new RecordedLog();
  private final RecordedLog wholeLog = new RecordedLog();
  private final MatchCycle revising;
  private final MatchCycle whole;
  Awaited awaited = Awaited.NOTHING;
  private Instant now = Instant.parse("2026-01-23T12:00:00Z");
  private int cycle;
  private long touched;
  private @Nullable Outcome last;
  private long carried;

  /**
   * @param most how many records of a hundred a change may touch
   */
  Twins(RuleBook rules, CycleGuard.Limits limits, int most) {
    revising = hub(log, rules, limits, most);
    whole = hub(wholeLog, rules, limits, 0);
  }

  private MatchCycle hub(RecordedLog ofHub, RuleBook rules, CycleGuard.Limits limits, int most) {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    return new MatchCycle(
        inventory,
        ofHub,
        new Matcher(rules, NO_AUDIT),
        new CycleGuard(limits),
        clock,
        () -> awaited,
        most);
  }

  void bring(String feed, List<DeviceRecord> records, List<Person> people, Duration grace) {
    List<DeviceRecord> sorted = records.stream().sorted(DeviceRecord::compareKey).toList();
    inventory.replace(
        feed, new Inventory.Holding(sorted, people, List.of(), Counts.NONE), now, grace);
  }

  void bring(String feed, List<DeviceRecord> records) {
    bring(feed, records, List.of(), Duration.ZERO);
  }

  void bring(String feed, Records... records) {
    bring(feed, List.of(records).stream().map(Records::done).toList(), List.of(), Duration.ZERO);
  }

  void decide(ReviewerDecision.Kind kind, DeviceRecord record, Optional<RecordKey> other) {
    decide(decision(kind, record.key(), other).remembering(record));
  }

  void decide(ReviewerDecision.Kind kind, RecordKey record, Optional<RecordKey> other) {
    decide(decision(kind, record, other));
  }

  private ReviewerDecision decision(
      ReviewerDecision.Kind kind, RecordKey record, Optional<RecordKey> other) {
    return new ReviewerDecision(0, kind, record, other, "ann", "she knows", now);
  }

  private void decide(ReviewerDecision decision) {
    log.decide(decision);
    wholeLog.decide(decision);
  }

  void release() {
    assertThat(log.held()).isEqualTo(wholeLog.held());
    log.held()
        .ifPresent(
            held -> {
              log.release(new CycleRelease(0, held.id(), "ann", "meant", now));
              wholeLog.release(new CycleRelease(0, held.id(), "ann", "meant", now));
            });
  }

  /** How many cycles the one hub decided in part. */
  long revised() {
    return revising.revisions().made();
  }

  /** How many of a hundred records those cycles decided on an average. */
  long touched() {
    return touched / Math.max(1, revised());
  }

  /** How many records the newest of those cycles decided. */
  int decidedLast() {
    return revising.revisions().touched();
  }

  /** Runs a cycle whose write fails, in the hub that decides in part. */
  void failingCycle() {
    log.failing = true;
    try {
      revising.run();
    } finally {
      log.failing = false;
    }
  }

  /** Runs a cycle in both, which must not differ, and tells what it came to. */
  Outcome cycle(String of) {
    now = now.plusSeconds(120);
    String what = of + ", cycle " + ++cycle;
    Outcome expected = whole.run();
    long before = revised();
    Outcome outcome = revising.run();
    if (revised() > before) {
      var tally = outcome.summary().tally();
      touched += 100L * revising.revisions().touched() / (tally.enrollments() + tally.mails());
    }
    assertThat(outcome.exceptions()).as(what).isEqualTo(expected.exceptions());
    assertThat(outcome.merges()).as(what).isEqualTo(expected.merges());
    assertThat(timeless(outcome.summary())).as(what).isEqualTo(timeless(expected.summary()));
    assertThat(outcome.fleet()).as(what).isEqualTo(expected.fleet());
    assertThat(outcome.audit()).as(what).isEqualTo(expected.audit());
    assertThat(outcome.waiting()).as(what).isEqualTo(expected.waiting());
    assertThat(outcome.held()).as(what).isEqualTo(expected.held());
    assertThat(outcome.fixes(MAX_VALUE)).as(what).isEqualTo(expected.fixes(MAX_VALUE));
    assertThat(told(log.written)).as(what).isEqualTo(told(wholeLog.written));
    assertThat(byMail(log)).as(what).isEqualTo(byMail(wholeLog));
    assertThat(log.openExceptions())
        .as(what)
        .containsExactlyInAnyOrderElementsOf(wholeLog.openExceptions());
    assertThat(log.occurrences()).as(what).isEqualTo(wholeLog.occurrences());
    assertThat(log.basis()).as(what).isEqualTo(wholeLog.basis());
    log.written.clear();
    wholeLog.written.clear();
    checkCarried(outcome, what);
    last = outcome;
    return outcome;
  }

  /** What is said to stand just as it stood does. */
  private void checkCarried(Outcome outcome, String what) {
    Outcome earlier = last;
    if (earlier == null || outcome.carried().earlier() != earlier.carried().mark()) {
      return;
    }
    for (Carried.Run run : outcome.carried().runs()) {
      assertThat(outcome.merges().subList(run.from(), run.from() + run.count()))
          .as(what)
          .isEqualTo(earlier.merges().subList(run.was(), run.was() + run.count()));
      carried += run.count();
    }
  }

  /** How many merges all cycles said to stand just as they stood. */
  long carried() {
    return carried;
  }

  /** What the cycles before wrote is compared with the standing decisions. */
  private static List<StandingMerge> byMail(RecordedLog log) {
    List<StandingMerge> merges = new ArrayList<>(log.standingMerges());
    merges.sort(java.util.Comparator.comparing(merge -> merge.pair().mail()));
    return merges;
  }

  private static List<Object> told(List<Changes> written) {
    List<Object> told = new ArrayList<>();
    for (Changes changes : written) {
      told.add(changes.at());
      told.add(List.copyOf(changes.merged()));
      told.add(changes.retracted());
      told.add(changes.exceptions());
      told.add(changes.basis());
    }
    return told;
  }

  private static CycleSummary timeless(CycleSummary s) {
    return new CycleSummary(
        s.startedAt(),
        0,
        s.changed(),
        s.merged(),
        s.retracted(),
        s.opened(),
        s.changedExceptions(),
        s.cleared(),
        s.unchanged(),
        s.mergedTotal(),
        s.exceptions(),
        s.tally());
  }
}
