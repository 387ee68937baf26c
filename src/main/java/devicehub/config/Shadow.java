package devicehub.config;

import devicehub.matching.Condition;
import devicehub.matching.Rule;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells when a rule can never speak, because an earlier one takes every pair it could take.
 *
 * <p>Among rules that go by identifier, an earlier rule that asks for no more and excludes no more
 * has always decided, or referred to people, what the later one would merge. Among rules that go by
 * owner this holds only if both also see the same rivals and follow each other: a later rule that
 * excludes more may find one device where the earlier one saw two.
 */
final class Shadow {
  private Shadow() {}

  /** Why a rule that follows the given ones can never speak; empty if it can. */
  static Optional<String> of(List<Rule> before, Rule rule) {
    for (Rule earlier : before) {
      boolean next = earlier == before.get(before.size() - 1);
      if (rule.byId() ? takesIds(earlier, rule) : next && takesOwners(earlier, rule)) {
        return Optional.of(
            "rule '"
                + rule.name()
                + "' can never speak: whatever it would merge, '"
                + earlier.name()
                + "' decides before it");
      }
    }
    return Optional.empty();
  }

  private static boolean takesIds(Rule earlier, Rule rule) {
    return earlier.byId()
        && new HashSet<>(rule.when()).containsAll(earlier.when())
        && refusals(rule).containsAll(refusals(earlier));
  }

  private static boolean takesOwners(Rule earlier, Rule rule) {
    return !earlier.byId()
        && earlier.tieBreak().isEmpty()
        && rule.tieBreak().isEmpty()
        && new HashSet<>(rule.when()).containsAll(earlier.when())
        && refusals(rule).equals(refusals(earlier));
  }

  /** The conditions whose NO rules a pair out. */
  private static Set<Condition> refusals(Rule rule) {
    Set<Condition> refusals = EnumSet.noneOf(Condition.class);
    refusals.addAll(rule.when());
    refusals.addAll(rule.whenKnown());
    refusals.addAll(rule.veto());
    return refusals;
  }
}
