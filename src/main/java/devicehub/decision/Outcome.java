package devicehub.decision;

import java.time.Instant;
import java.util.List;

/** A finished cycle as reports see it: what stands now, with since when it stands. */
public record Outcome(CycleSummary summary, List<Stood> merges, List<Referred> exceptions) {

  /** A merge and since when it stands. */
  public record Stood(Merge merge, Instant mergedAt) {
    public StandingMerge standing() {
      return new StandingMerge(merge.pair(), merge.rule(), merge.authority(), mergedAt);
    }
  }

  /** An exception and its life so far. */
  public record Referred(Referral referral, OpenException life) {}
}
