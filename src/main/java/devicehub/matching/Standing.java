package devicehub.matching;

import devicehub.decision.DecisionLog;
import devicehub.decision.OpenException;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.util.HashMap;
import java.util.Map;

/** What stands from the cycles before, by the record it is about. */
record Standing(
    Map<RecordKey, StandingMerge> mergesByMail,
    Map<RecordKey, OpenException> openByRecord,
    Map<RecordKey, Integer> occurrences) {

  static Standing readFrom(DecisionLog log) {
    Map<RecordKey, StandingMerge> merges = new HashMap<>();
    log.standingMerges().forEach(merge -> merges.put(merge.pair().mail(), merge));
    Map<RecordKey, OpenException> open = new HashMap<>();
    log.openExceptions().forEach(exception -> open.put(exception.record(), exception));
    return new Standing(merges, open, new HashMap<>(log.occurrences()));
  }
}
