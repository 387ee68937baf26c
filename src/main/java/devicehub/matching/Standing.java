package devicehub.matching;

import devicehub.decision.DecisionLog;
import devicehub.decision.OpenException;
import devicehub.device.RecordKey;
import java.util.HashMap;
import java.util.Map;

/** What stands from the cycles before: merges, open exceptions, and how many a record has had. */
record Standing(
    StandingPairs merges,
    Map<RecordKey, OpenException> openByRecord,
    Map<RecordKey, Integer> occurrences) {

  static Standing readFrom(DecisionLog log) {
    Map<RecordKey, OpenException> open = new HashMap<>();
    log.openExceptions().forEach(exception -> open.put(exception.record(), exception));
    return new Standing(
        new LoggedPairs(log.standingMerges()), open, new HashMap<>(log.occurrences()));
  }
}
