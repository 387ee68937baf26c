package devicehub.matching;

import devicehub.decision.Merge;
import devicehub.decision.OpenException;
import devicehub.decision.Referral;
import devicehub.decision.StandingMerge;
import java.util.List;

/** A finished cycle as reports see it: what stands now, with since when it stands. */
public record Outcome(
    CycleSummary summary, List<Stood> merges, List<Referred> exceptions, Matching matching) {

  /** A merge and since when it stands. */
  public record Stood(Merge merge, StandingMerge standing) {}

  /** An exception and its life so far. */
  public record Referred(Referral referral, OpenException life) {}
}
