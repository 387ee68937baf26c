package devicehub.matching;

import java.util.List;

/**
 * One step of the ladder: merges a pair for which every condition under {@code when} is YES, no
 * condition under {@code veto} is NO, and no other pair is possible in either direction.
 *
 * <p>A pair is <em>possible</em> while nothing under {@code when} or {@code veto} is NO: a value
 * that is missing does not rule a rival out.
 *
 * @param whenKnown conditions that must not be NO but may be UNKNOWN
 * @param tieBreak conditions that choose among possible pairs where both sides know the value
 * @param because why this is enough, for people
 */
public record Rule(
    String name,
    List<Condition> when,
    List<Condition> whenKnown,
    List<Condition> veto,
    List<Condition> tieBreak,
    String because) {

  public Rule {
    when = List.copyOf(when);
    whenKnown = List.copyOf(whenKnown);
    veto = List.copyOf(veto);
    tieBreak = List.copyOf(tieBreak);
  }

  /** Whether candidates are found by identifier; otherwise they are the owner's. */
  public boolean byId() {
    return when.contains(Condition.SAME_ID);
  }

  boolean holds(int answers) {
    return new RuleMask(this).holds(answers);
  }

  boolean possible(int answers) {
    return new RuleMask(this).possible(answers);
  }
}
