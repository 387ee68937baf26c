package devicehub.decision;

import java.time.Instant;
import java.util.List;

/** What one cycle decided differently from the one before; written in one transaction or not. */
public record Changes(
    Instant at,
    List<StandingMerge> merged,
    List<Pair> retracted,
    List<ExceptionChange> exceptions) {
  public boolean isEmpty() {
    return merged.isEmpty() && retracted.isEmpty() && exceptions.isEmpty();
  }
}
