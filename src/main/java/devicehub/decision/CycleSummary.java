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

  /** The account of a later cycle that was given the same and so decided the same. */
  CycleSummary again(Instant at, long millis) {
    int standing = mergedTotal + exceptionsTotal();
    return new CycleSummary(
        at, millis, false, 0, 0, 0, 0, 0, standing, mergedTotal, exceptions, tally);
  }

  public int exceptionsTotal() {
    return exceptions.values().stream().mapToInt(Integer::intValue).sum();
  }
}
