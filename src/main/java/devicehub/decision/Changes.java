package devicehub.decision;

import java.time.Instant;
import java.util.List;

/**
 * What one cycle decided differently from the one before; written in one transaction or not.
 *
 * @param basis what the cycle was decided on; kept for the next one where it is known
 */
public record Changes(
    Instant at,
    List<StandingMerge> merged,
    List<Pair> retracted,
    List<ExceptionChange> exceptions,
    Basis basis) {

  public Changes(
      Instant at,
      List<StandingMerge> merged,
      List<Pair> retracted,
      List<ExceptionChange> exceptions) {
    this(at, merged, retracted, exceptions, Basis.NONE);
  }

  public Changes on(Basis newBasis) {
    return new Changes(at, merged, retracted, exceptions, newBasis);
  }

  public boolean isEmpty() {
    return merged.isEmpty() && retracted.isEmpty() && exceptions.isEmpty();
  }
}
