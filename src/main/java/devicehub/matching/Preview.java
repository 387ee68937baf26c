package devicehub.matching;

import devicehub.decision.Authority;
import devicehub.decision.Basis;
import devicehub.decision.Changes;
import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.Jump;
import devicehub.decision.OpenException;
import devicehub.decision.Pair;
import devicehub.decision.StandingDecisions;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a cycle's changes nothing explains: neither records that came or went, for whether they
 * may is asked of each snapshot, nor what people decided.
 */
final class Preview {
  private static final int EXAMPLES = 2;

  private final Standing before;
  private final Basis then;
  private final Basis now;
  private final StandingDecisions people;
  private final List<OpenException> opened = new ArrayList<>();
  private final List<StandingMerge> merged = new ArrayList<>();
  private final List<Pair> retracted = new ArrayList<>();
  private final Map<RecordKey, StandingMerge> moved = new HashMap<>();
  private final Map<RecordKey, OpenException> referred = new HashMap<>();
  private final Set<RecordKey> lost = new HashSet<>();
  private final Jump jump;

  Preview(Standing before, Changes changes, Basis then, StandingDecisions people) {
    this.before = before;
    this.then = then;
    this.now = changes.basis();
    this.people = people;
    boolean anyCleared = false;
    for (ExceptionChange change : changes.exceptions()) {
      anyCleared |= change.event() == Event.CLEARED;
      if (change.event() == Event.OPENED) {
        open(change.exception());
      }
    }
    findRetracted(changes);
    if (anyCleared) {
      findMerged(changes.merged());
    }
    jump = new Jump(retracted.size(), merged.size() - explained(), exceptionsToAskAbout());
  }

  /** Whatever a feed brings first may be an exception. */
  private void open(OpenException exception) {
    referred.put(exception.record(), exception);
    if (then.records().containsKey(exception.record().feed())
        && !people.involves(exception.record())) {
      opened.add(exception);
    }
  }

  /** A merge whose mail record is gone ends by itself. */
  private void findRetracted(Changes changes) {
    if (changes.retracted().isEmpty()) {
      return;
    }
    changes.retracted().forEach(pair -> lost.add(pair.mail()));
    for (StandingMerge merge : changes.merged()) {
      if (lost.contains(merge.pair().mail())) {
        moved.put(merge.pair().mail(), merge);
      }
    }
    for (Pair pair : changes.retracted()) {
      boolean there = moved.containsKey(pair.mail()) || referred.containsKey(pair.mail());
      if (there && !people.involves(pair.mail()) && !people.involves(pair.enrollment())) {
        retracted.add(pair);
      }
    }
  }

  private void findMerged(List<StandingMerge> merges) {
    for (StandingMerge merge : merges) {
      if (merge.authority() == Authority.RULE
          && before.openByRecord().containsKey(merge.pair().mail())
          && !people.involves(merge.pair().mail())) {
        merged.add(merge);
      }
    }
  }

  /** How many of the merges new enrolments, or new people to own them, may account for. */
  private int explained() {
    if (merged.isEmpty() || !then.isKnown() || !now.newDirectories(then).isEmpty()) {
      return merged.size();
    }
    Map<String, Integer> byFeed = new HashMap<>();
    merged.forEach(merge -> byFeed.merge(merge.pair().enrollment().feed(), 1, Integer::sum));
    long explainable = now.peopleGrown(then);
    for (Map.Entry<String, Integer> feed : byFeed.entrySet()) {
      explainable += Math.min(feed.getValue(), now.grown(feed.getKey(), then));
    }
    return (int) Math.min(merged.size(), explainable);
  }

  /**
   * Those that were merged before. New records are new exceptions as often as not, and whether so
   * many may come is asked of their snapshot; the rest waited for a feed, which has come.
   */
  private int exceptionsToAskAbout() {
    return (int) opened.stream().filter(exception -> lost.contains(exception.record())).count();
  }

  Jump jump() {
    return jump;
  }

  List<String> retractions() {
    return retracted.stream()
        .limit(EXAMPLES)
        .map(
            pair ->
                "%s would no longer be merged with %s, %s"
                    .formatted(pair.mail(), pair.enrollment(), instead(pair.mail())))
        .toList();
  }

  private String instead(RecordKey mail) {
    @Nullable StandingMerge merge = moved.get(mail);
    @Nullable OpenException exception = referred.get(mail);
    return merge != null
        ? "but with %s (%s)".formatted(merge.pair().enrollment(), merge.rule())
        : "but be an exception: " + (exception == null ? "" : exception.reason());
  }

  List<String> merges() {
    return merged.stream()
        .limit(EXAMPLES)
        .map(
            merge ->
                "%s, an exception, would be merged with %s (%s)"
                    .formatted(merge.pair().mail(), merge.pair().enrollment(), merge.rule()))
        .toList();
  }

  /**
   * @param all with those that were merged before, which retractions tell as well
   */
  List<String> exceptions(boolean all) {
    return opened.stream()
        .filter(exception -> all || !lost.contains(exception.record()))
        .limit(EXAMPLES)
        .map(
            exception ->
                "%s would be an exception: %s".formatted(exception.record(), exception.reason()))
        .toList();
  }
}
