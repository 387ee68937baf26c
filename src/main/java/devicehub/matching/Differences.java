package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.decision.Audit;
import devicehub.decision.Carried;
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
import devicehub.decision.Tally;
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

/**
 * What a matching decides differently from what stands. The matching itself is not kept: its
 * line-up is large, and the store and the reports need their room.
 */
final class Differences implements Proposal {
  private final Standing before;
  private final Roster roster;
  private final Tally tally;
  private final Outcome.Fleet fleet;
  private final LastSyncs syncs;
  private final Audit audit;
  private final Outcome.Waiting waiting;
  private final Instant at;
  private final MatchedPairs merges;
  private final Map<RecordKey, OpenException> open = new HashMap<>();
  private final Map<RecordKey, Integer> occurrences;
  private final List<Outcome.Referred> referred = new ArrayList<>();
  private final Ints newMerges = new Ints();
  private final List<Pair> retracted = new ArrayList<>();
  private final List<ExceptionChange> exceptions = new ArrayList<>();
  private int unchanged;
  private int ruledAnew;

  Differences(Standing before, Matching matching, Awaited awaited, Instant at) {
    Patience patience = new Patience(awaited, before, matching);
    this.before = before;
    this.roster = matching.roster();
    this.tally = roster.tally(matching.pairs());
    this.fleet = roster.fleet(matching.pairs());
    this.syncs = matching.syncs();
    this.audit = matching.audit();
    this.at = at;
    this.occurrences = before.occurrences();
    List<Merge> decided = patience.merges();
    @Nullable Instant[] since = new Instant[decided.size()];
    this.merges = new MatchedPairs(decided, since, Carried.nothing());
    compareMerges(decided, since);
    compareExceptions(patience.referrals());
    this.waiting = patience.waiting();
  }

  /** Both lists are in the order of the mail records' keys, so one walk along both will do. */
  private void compareMerges(List<Merge> decided, @Nullable Instant[] since) {
    StandingPairs old = before.merges();
    int oldAt = 0;
    for (int i = 0; i < since.length; i++) {
      if (oldAt == old.size()) { // as in the first cycle, for all: none need be looked at
        since[i] = at;
        newMerges.add(i);
        continue;
      }
      Merge merge = decided.get(i);
      while (oldAt < old.size() && old.compareMail(oldAt, merge.mail()) < 0) {
        retracted.add(old.merge(oldAt++).pair());
      }
      boolean stood = oldAt < old.size() && old.compareMail(oldAt, merge.mail()) == 0;
      if (stood && old.isSame(oldAt, merge)) {
        since[i] = old.since(oldAt);
        unchanged++;
      } else {
        newMerges.add(i);
        @Nullable Pair pair = stood ? old.merge(oldAt).pair() : null;
        boolean anew = pair == null || !pair.equals(merge.pair());
        since[i] = anew ? at : old.since(oldAt);
        if (!anew) {
          ruledAnew++; // the pair stands, and another rule or a person speaks for it now
          unchanged++;
        } else if (pair != null) {
          retracted.add(pair);
        }
      }
      oldAt += stood ? 1 : 0;
    }
    while (oldAt < old.size()) {
      retracted.add(old.merge(oldAt++).pair());
    }
  }

  private void compareExceptions(List<Referral> referrals) {
    List<OpenException> lives = new ArrayList<>(referrals.size());
    Shares.of(
            referrals.size(),
            (from, to) -> referrals.subList(from, to).stream().map(this::life).toList())
        .forEach(lives::addAll);
    for (int i = 0; i < lives.size(); i++) {
      Referral referral = referrals.get(i);
      OpenException now = lives.get(i);
      @Nullable OpenException old = before.openByRecord().get(now.record());
      if (now == old) {
        unchanged++;
      } else {
        Event event = old == null ? Event.OPENED : Event.CHANGED;
        exceptions.add(new ExceptionChange(event, now, Optional.of(referral)));
      }
      open.put(now.record(), now);
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

  /** A record's exception as it is now; the very one of before if people would be told the same. */
  private OpenException life(Referral referral) {
    RecordKey key = referral.record().key();
    @Nullable OpenException old = before.openByRecord().get(key);
    if (old == null) {
      return OpenException.opened(referral, before.nextOccurrence(key), at);
    }
    OpenException changed = old.changed(referral, at);
    return changed.fingerprint().equals(old.fingerprint()) ? old : changed;
  }

  @Override
  public Changes changes() {
    return new Changes(at, merges.only(newMerges), List.copyOf(retracted), exceptions);
  }

  @Override
  public Standing after() {
    Map<RecordKey, Integer> counted = new HashMap<>(occurrences);
    open.values().forEach(exception -> counted.put(exception.record(), exception.occurrence()));
    return new Standing(merges, open, counted, before.spentIds());
  }

  MatchedPairs pairs() {
    return merges;
  }

  List<Outcome.Referred> referred() {
    return referred;
  }

  Map<RecordKey, OpenException> open() {
    return open;
  }

  /** How many merges and exceptions are as they were. */
  int unchanged() {
    return unchanged;
  }

  @Override
  public Optional<Kept> kept() {
    return waiting.feeds().isEmpty()
        ? Optional.of(new Kept(merges, roster, syncs, referred, null))
        : Optional.empty();
  }

  @Override
  public Outcome outcome(long millis) {
    return new Outcome(
        summary(millis, unchanged, merges.size(), referred, tally),
        merges.stood(),
        merges.carried(),
        referred,
        fleet,
        audit,
        waiting,
        Optional.empty());
  }

  /** The account of what is decided differently, beside what all is. */
  CycleSummary summary(
      long millis, int asBefore, int merged, List<Outcome.Referred> allReferred, Tally ofAll) {
    Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
    allReferred.forEach(r -> byReason.merge(r.referral().reason(), 1, Integer::sum));
    return new CycleSummary(
        at,
        millis,
        !changes().isEmpty(),
        newMerges.size() - ruledAnew,
        retracted.size(),
        count(Event.OPENED),
        count(Event.CHANGED),
        count(Event.CLEARED),
        asBefore,
        merged,
        byReason,
        ofAll);
  }

  /** The cycle as reports see it while it is held: all that stood before stands. */
  Outcome held(Outcome.Held why, long millis) {
    Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
    before.openByRecord().values().forEach(old -> byReason.merge(old.reason(), 1, Integer::sum));
    List<Outcome.Referred> alike =
        referred.stream()
            .filter(r -> r.life().equals(before.openByRecord().get(r.life().record())))
            .toList();
    int merged = before.merges().size();
    return new Outcome(
        new CycleSummary(
            at,
            millis,
            false,
            0,
            0,
            0,
            0,
            0,
            merged + before.openByRecord().size(),
            merged,
            byReason,
            tally),
        List.of(),
        Carried.nothing(),
        alike,
        Outcome.Fleet.NONE,
        audit,
        waiting,
        Optional.of(why));
  }

  private int count(Event event) {
    return (int) exceptions.stream().filter(change -> change.event() == event).count();
  }
}
