package devicehub.decision;

import java.util.List;

/** A finished cycle as reports see it: what stands now, with since when it stands. */
public record Outcome(CycleSummary summary, List<Stood> merges, List<Referred> exceptions) {

  /** A merge and since when it stands. */
  public record Stood(Merge merge, StandingMerge standing) {}

  /** An exception and its life so far. */
  public record Referred(Referral referral, OpenException life) {}
}
