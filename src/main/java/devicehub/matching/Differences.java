package devicehub.matching;

import devicehub.decision.Changes;
import devicehub.decision.CycleSummary;
import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.Merge;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Pair;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a matching decides differently from what stands. */
final class Differences {
  private final Standing before;
  private final Matching matching;
  private final Instant at;
  private final Map<RecordKey, StandingMerge> merges = new HashMap<>();
  private final Map<RecordKey, OpenException> open = new HashMap<>();
  private final Map<RecordKey, Integer> occurrences;
  private final List<Outcome.Stood> stood = new ArrayList<>();
  private final List<Outcome.Referred> referred = new ArrayList<>();
  private final List<StandingMerge> newMerges = new ArrayList<>();
  private final List<Pair> retracted = new ArrayList<>();
  private final List<ExceptionChange> exceptions = new ArrayList<>();
  private int unchanged;

  Differences(Standing before, Matching matching, Instant at) {
    this.before = before;
    this.matching = matching;
    this.at = at;
    this.occurrences = before.occurrences();
    compareMerges();
    compareExceptions();
  }

  private void compareMerges() {
    for (Merge merge : matching.merges()) {
      @Nullable StandingMerge old = before.mergesByMail().get(merge.mail().key());
      boolean same = old != null && isSame(old, merge);
      StandingMerge now =
          same && old != null
              ? old
              : new StandingMerge(merge.pair(), merge.rule(), merge.authority(), at);
      if (same) {
        unchanged++;
      } else {
        newMerges.add(now);
        if (old != null && !old.pair().equals(now.pair())) {
          retracted.add(old.pair());
        }
      }
      merges.put(now.pair().mail(), now);
      stood.add(new Outcome.Stood(merge, now));
    }
    new TreeMap<>(before.mergesByMail())
        .forEach(
            (mail, old) -> {
              if (!merges.containsKey(mail)) {
                retracted.add(old.pair());
              }
            });
  }

  private static boolean isSame(StandingMerge old, Merge now) {
    return old.pair().equals(now.pair())
        && old.rule().equals(now.rule())
        && old.authority() == now.authority();
  }

  private void compareExceptions() {
    for (Referral referral : matching.referrals()) {
      RecordKey key = referral.record().key();
      @Nullable OpenException old = before.openByRecord().get(key);
      OpenException now;
      if (old == null) {
        int occurrence = occurrences.getOrDefault(key, 0) + 1;
        now = OpenException.opened(referral, occurrence, at);
        exceptions.add(new ExceptionChange(Event.OPENED, now, Optional.of(referral)));
      } else if (!old.fingerprint().equals(referral.fingerprint())) {
        now = old.changed(referral, at);
        exceptions.add(new ExceptionChange(Event.CHANGED, now, Optional.of(referral)));
      } else {
        now = old;
        unchanged++;
      }
      open.put(key, now);
      referred.add(new Outcome.Referred(referral, now));
    }
    new TreeMap<>(before.openByRecord())
        .forEach(
            (key, old) -> {
              if (!open.containsKey(key)) {
                exceptions.add(
                    new ExceptionChange(Event.CLEARED, old.cleared(at), Optional.empty()));
              }
            });
  }

  Changes changes() {
    return new Changes(at, List.copyOf(newMerges), List.copyOf(retracted), exceptions);
  }

  Standing after() {
    Map<RecordKey, Integer> counted = new HashMap<>(occurrences);
    open.values().forEach(exception -> counted.put(exception.record(), exception.occurrence()));
    return new Standing(merges, open, counted);
  }

  Outcome outcome(long millis) {
    Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
    referred.forEach(r -> byReason.merge(r.referral().reason(), 1, Integer::sum));
    return new Outcome(
        new CycleSummary(
            at,
            millis,
            !changes().isEmpty(),
            newMerges.size(),
            retracted.size(),
            count(Event.OPENED),
            count(Event.CHANGED),
            count(Event.CLEARED),
            unchanged,
            stood.size(),
            byReason,
            matching.tally()),
        stood,
        referred);
  }

  private int count(Event event) {
    return (int) exceptions.stream().filter(change -> change.event() == event).count();
  }
}
