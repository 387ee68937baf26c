package devicehub.decision;

import java.util.List;

/**
 * How the rules that go by attributes do where the answer is known: pairs proven by an exact id,
 * decided again with their ids hidden. An alarm when agreement falls, and no proof when it does
 * not, since devices without a proven id may be of another kind.
 *
 * @param undecided proven pairs that no attribute rule would have decided
 */
public record Audit(List<RuleAudit> rules, int undecided) {
  public static final Audit NONE = new Audit(List.of(), 0);

  /** How often one rule chose the device the id proves, and how often another. */
  public record RuleAudit(String rule, int agreed, int differed) {}
}
