package devicehub.matching;

/** A rule as two masks over {@link Answers}, made once for a walk that asks it of every pair. */
final class RuleMask {
  private final int wanted;
  private final int unwanted;
  private final boolean asksId;

  RuleMask(Rule rule) {
    wanted = Answers.allYes(rule.when());
    unwanted =
        Answers.anyNo(rule.when()) | Answers.anyNo(rule.whenKnown()) | Answers.anyNo(rule.veto());
    int ofId = Answers.yes(Condition.SAME_ID) | Answers.no(Condition.SAME_ID);
    asksId = ((wanted | unwanted) & ofId) != 0 || rule.tieBreak().contains(Condition.SAME_ID);
  }

  boolean holds(int answers) {
    return (answers & wanted) == wanted && possible(answers);
  }

  boolean possible(int answers) {
    return (answers & unwanted) == 0;
  }

  /** Whether it matters to the rule if an identifier is the same. */
  boolean asksId() {
    return asksId;
  }
}
