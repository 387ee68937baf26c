package devicehub.decision;

import devicehub.decision.ExceptionChange.Event;
import devicehub.device.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decision log that lives as long as its process. */
public final class InMemoryDecisionLog implements DecisionLog {
  private final List<ReviewerDecision> decisions = new ArrayList<>();
  private final Map<RecordKey, StandingMerge> merges = new LinkedHashMap<>();
  private final Map<RecordKey, OpenException> open = new LinkedHashMap<>();
  private final Map<RecordKey, Integer> occurrences = new LinkedHashMap<>();

  @Override
  public synchronized ReviewerDecision decide(ReviewerDecision decision) {
    ReviewerDecision appended = decision.with(decisions.size() + 1L);
    decisions.add(appended);
    return appended;
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
  public synchronized void write(Changes changes) {
    changes.retracted().forEach(pair -> merges.remove(pair.mail()));
    changes.merged().forEach(merge -> merges.put(merge.pair().mail(), merge));
    for (ExceptionChange change : changes.exceptions()) {
      OpenException exception = change.exception();
      occurrences.put(exception.record(), exception.occurrence());
      if (change.event() == Event.CLEARED) {
        open.remove(exception.record());
      } else {
        open.put(exception.record(), exception);
      }
    }
  }
}
