package devicehub.decision;

import java.time.Instant;
import java.util.Map;

/**
 * What one cycle did.
 *
 * @param changed whether anything was decided differently from the cycle before
 * @param merged pairs merged anew; {@code mergedTotal} pairs stand
 * @param exceptions open exceptions by reason
 */
public record CycleSummary(
    Instant startedAt,
    long durationMillis,
    boolean changed,
    int merged,
    int retracted,
    int opened,
    int changedExceptions,
    int cleared,
    int unchanged,
    int mergedTotal,
    Map<Reason, Integer> exceptions,
    Tally tally) {

  public int exceptionsTotal() {
    return exceptions.values().stream().mapToInt(Integer::intValue).sum();
  }
}
