package devicehub.decision;

import devicehub.decision.ExceptionChange.Event;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decision log that lives as long as its process. */
public final class InMemoryDecisionLog implements DecisionLog {
  private final List<ReviewerDecision> decisions = new ArrayList<>();
  private final Map<RecordKey, StandingMerge> merges = new LinkedHashMap<>();
  private final Map<RecordKey, OpenException> open = new LinkedHashMap<>();
  private final List<OpenException> cleared = new ArrayList<>();
  private final Set<String> spent = new HashSet<>();
  private long newest;
  private final Map<RecordKey, Integer> occurrences = new LinkedHashMap<>();
  private final List<CycleRelease> releases = new ArrayList<>();
  private Basis basis = Basis.NONE;
  private @Nullable HeldCycle held;
  private long holds;

  @Override
  public synchronized ReviewerDecision decide(ReviewerDecision decision) {
    ReviewerDecision appended = decision.with(++newest);
    decisions.add(appended);
    return appended;
  }

  @Override
  public synchronized void learn(List<ReviewerDecision> wiser) {
    Map<Long, ReviewerDecision> byId = new HashMap<>();
    wiser.forEach(decision -> byId.put(decision.id(), decision));
    decisions.replaceAll(decision -> byId.getOrDefault(decision.id(), decision));
  }

  @Override
  public synchronized List<ReviewerDecision> decisions() {
    return List.copyOf(decisions);
  }

  @Override
  public synchronized List<StandingMerge> standingMerges() {
    return List.copyOf(merges.values());
  }

  @Override
  public synchronized List<OpenException> openExceptions() {
    return List.copyOf(open.values());
  }

  @Override
  public synchronized Map<RecordKey, Integer> occurrences() {
    return Map.copyOf(occurrences);
  }

  @Override
  public synchronized Set<String> spentIds() {
    return Set.copyOf(spent);
  }

  @Override
  public synchronized Forgotten forget(Instant clearedBefore, Instant overriddenBefore) {
    List<OpenException> old =
        cleared.stream().filter(gone -> gone.changedAt().isBefore(clearedBefore)).toList();
    old.forEach(gone -> spent.add(gone.id()));
    cleared.removeAll(old);
    Set<RecordKey> remembered = new HashSet<>(open.keySet());
    cleared.forEach(gone -> remembered.add(gone.record()));
    occurrences.keySet().retainAll(remembered);
    List<ReviewerDecision> overridden = StandingDecisions.overridden(decisions, overriddenBefore);
    decisions.removeAll(overridden);
    return new Forgotten(old.size(), 0, overridden.size());
  }

  @Override
  public synchronized void write(Changes changes) {
    changes.retracted().forEach(pair -> merges.remove(pair.mail()));
    changes.merged().forEach(merge -> merges.put(merge.pair().mail(), merge));
    for (ExceptionChange change : changes.exceptions()) {
      OpenException exception = change.exception();
      occurrences.put(exception.record(), exception.occurrence());
      if (change.event() == Event.CLEARED) {
        open.remove(exception.record());
        cleared.add(exception);
      } else {
        open.put(exception.record(), exception);
      }
    }
    held = null;
    basis = changes.basis().isKnown() ? changes.basis() : basis;
  }

  @Override
  public synchronized Basis basis() {
    return basis;
  }

  @Override
  public synchronized HeldCycle hold(HeldCycle newHeld) {
    held = newHeld.with(++holds);
    return held;
  }

  @Override
  public synchronized Optional<HeldCycle> held() {
    return Optional.ofNullable(held);
  }

  @Override
  public synchronized CycleRelease release(CycleRelease release) {
    boolean waits =
        held != null
            && held.id() == release.held()
            && releases.stream().noneMatch(known -> known.held() == release.held());
    if (!waits) {
      throw new NoHeldCycleException(release);
    }
    CycleRelease added = release.with(releases.size() + 1L);
    releases.add(added);
    return added;
  }

  @Override
  public synchronized List<CycleRelease> releases() {
    return List.copyOf(releases);
  }
}
