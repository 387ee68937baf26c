package devicehub.matching;

import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became known of the devices that people decided about, while the enrolments they named are
 * there: once those are gone, it is how the devices are known again.
 */
final class LaterKnown {
  private LaterKnown() {}

  /** The decisions that know more by these enrolments, as they are to be. */
  static List<ReviewerDecision> of(
      List<ReviewerDecision> decisions, List<DeviceRecord> enrollments) {
    Map<RecordKey, List<ReviewerDecision>> byRecord = new HashMap<>();
    for (ReviewerDecision decision : decisions) {
      decision
          .other()
          .ifPresent(
              other ->
                  Stream.of(decision.record(), other)
                      .map(RecordKey::folded)
                      .distinct()
                      .forEach(key -> byKey(byRecord, key).add(decision)));
    }
    List<ReviewerDecision> wiser = new ArrayList<>();
    StandingDecisions standing = StandingDecisions.of(decisions);
    for (int i = 0; i < enrollments.size() && !byRecord.isEmpty(); i++) {
      DeviceRecord enrollment = enrollments.get(i);
      if (standing.involves(enrollment)) {
        byRecord.getOrDefault(enrollment.key().folded(), List.of()).stream()
            .filter(decision -> !decision.learning(enrollment).equals(decision))
            .forEach(decision -> wiser.add(decision.learning(enrollment)));
      }
    }
    return wiser;
  }

  private static List<ReviewerDecision> byKey(
      Map<RecordKey, List<ReviewerDecision>> byRecord, RecordKey key) {
    return byRecord.computeIfAbsent(key, any -> new ArrayList<>());
  }
}
