package devicehub.matching;

import devicehub.decision.Changes;
import devicehub.decision.Outcome;
import java.util.Optional;

/** A cycle that is decided and not yet written. */
interface Proposal {
  /** What it decides differently from what stands. */
  Changes changes();

  /** What stands once it is written. */
  Standing after();

  /** The cycle as reports see it once it is written. */
  Outcome outcome(long millis);

  /** What the next cycle may go on from; empty where it must decide everything. */
  Optional<Kept> kept();
}
