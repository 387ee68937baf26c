package devicehub.matching;

import devicehub.decision.Basis;
import devicehub.decision.Changes;
import devicehub.decision.Jump;
import devicehub.decision.StandingDecisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which cycles must wait for a person: those that decide so much differently, and without new
 * records that would explain it, that a rule, a feed or the hub itself is more likely to be wrong.
 *
 * <pre>
 *   412 merges would be retracted, of 9800 that stand; 398 records would newly be exceptions, …
 * </pre>
 */
public final class CycleGuard {
  /**
   * From when on a change is too large: more than so many percent, and more than so many.
   *
   * @param retractions of the merges that stand, how many percent may be retracted at once
   * @param merges so many percent as many as stand may be merged at once of former exceptions
   * @param exceptions of the records decided before, how many percent may newly be exceptions
   */
  public record Limits(
      int retractions,
      int retractionPairs,
      int merges,
      int mergePairs,
      int exceptions,
      int exceptionRecords) {
    public static final Limits USUAL = new Limits(5, 50, 10, 50, 5, 50);
  }

  /** A jump that is too large, in words. */
  record Alarm(Jump jump, String reason, List<String> examples) {}

  private final Limits limits;

  public CycleGuard(Limits limits) {
    this.limits = limits;
  }

  /**
   * Why a cycle must not be written by itself; empty if it may.
   *
   * @param then what the cycle before was decided on; {@code changes} tell it of this one
   */
  Optional<Alarm> judge(Standing before, Changes changes, Basis then, StandingDecisions people) {
    Preview preview = new Preview(before, changes, then, people);
    Jump jump = preview.jump();
    int merges = before.merges().size();
    int records = merges + before.openByRecord().size();
    List<String> reasons = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    if (over(jump.retracted(), limits.retractions(), merges, limits.retractionPairs())) {
      reasons.add(
          "%d merges would be retracted, of %d that stand".formatted(jump.retracted(), merges));
      examples.addAll(preview.retractions());
    }
    if (over(jump.merged(), limits.merges(), merges, limits.mergePairs())) {
      reasons.add(
          "%d exceptions would be merged, beside %d merges that stand, and no new record explains it"
              .formatted(jump.merged(), merges));
      examples.addAll(preview.merges());
    }
    if (over(jump.opened(), limits.exceptions(), records, limits.exceptionRecords())) {
      reasons.add(
          "%d records would newly be exceptions, of %d decided before"
              .formatted(jump.opened(), records));
      examples.addAll(preview.exceptions(examples.isEmpty()));
    }
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    if (then.isKnown() && !then.rules().equals(changes.basis().rules())) {
      reasons.add("the rules are no longer those of the cycle before");
    }
    return Optional.of(new Alarm(jump, String.join("; ", reasons), examples));
  }

  private static boolean over(int part, int percent, int whole, int few) {
    return part > few && part * 100L > (long) whole * percent;
  }
}
