package devicehub.decision;

import devicehub.device.RecordKey;
import java.util.List;
import java.util.Map;

/**
 * What was decided so far, durably once a call has returned. People's decisions and the messages a
 * cycle owes live in the same store, so that neither is ever there without the other.
 */
public interface DecisionLog {
  /** Appends a person's decision and returns it with its id. */
  ReviewerDecision decide(ReviewerDecision decision);

  /** Every decision people made, oldest first. */
  List<ReviewerDecision> decisions();

  /** The merges as last written. */
  List<StandingMerge> standingMerges();

  /** The open exceptions as last written. */
  List<OpenException> openExceptions();

  /** For each record that ever had an exception, how many it has had. */
  Map<RecordKey, Integer> occurrences();

  /** Writes a cycle's changes, and what they owe the queue, in one transaction. */
  void write(Changes changes);
}
