package devicehub.matching;

import devicehub.decision.DecisionLog;
import devicehub.decision.OpenException;
import devicehub.device.RecordKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What stands from the cycles before: merges, open exceptions, how many a record has had, and which
 * ids exceptions had that are forgotten.
 */
record Standing(
    StandingPairs merges,
    Map<RecordKey, OpenException> openByRecord,
    Map<RecordKey, Integer> occurrences,
    Set<String> spentIds) {

  static Standing readFrom(DecisionLog log) {
    Map<RecordKey, OpenException> open = new HashMap<>();
    log.openExceptions().forEach(exception -> open.put(exception.record(), exception));
    return new Standing(
        new LoggedPairs(log.standingMerges()),
        open,
        new HashMap<>(log.occurrences()),
        log.spentIds());
  }

  /** The number of a record's next exception, whose id none before it had. */
  int nextOccurrence(RecordKey record) {
    int next = occurrences.getOrDefault(record, 0) + 1;
    while (!spentIds.isEmpty() && spentIds.contains(OpenException.id(record, next))) {
      next++;
    }
    return next;
  }
}
