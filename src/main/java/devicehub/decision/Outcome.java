package devicehub.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A finished cycle as reports see it: what stands now, with since when it stands. */
public record Outcome(
    CycleSummary summary, List<Stood> merges, List<Referred> exceptions, Audit audit) {

  public Outcome(CycleSummary summary, List<Stood> merges, List<Referred> exceptions) {
    this(summary, merges, exceptions, Audit.NONE);
  }

  /** A merge and since when it stands. */
  public record Stood(Merge merge, Instant mergedAt) {
    public StandingMerge standing() {
      return new StandingMerge(merge.pair(), merge.rule(), merge.authority(), mergedAt);
    }
  }

  /** An exception and its life so far. */
  public record Referred(Referral referral, OpenException life) {}

  /** A change that would settle exceptions, and how many. */
  public record Fix(String settleBy, int clears) {}

  /** What would settle the exceptions, the change that clears most of them first. */
  public List<Fix> fixes() {
    Map<String, Integer> clears = new HashMap<>();
    for (Referred referred : exceptions) {
      clears.merge(referred.referral().settleBy(), 1, Integer::sum);
    }
    List<Fix> fixes = new ArrayList<>();
    clears.forEach((settleBy, count) -> fixes.add(new Fix(settleBy, count)));
    fixes.sort(Comparator.comparingInt(Fix::clears).reversed().thenComparing(Fix::settleBy));
    return fixes;
  }
}
