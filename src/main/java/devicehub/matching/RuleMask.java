package devicehub.matching;

/** A rule as two masks over {@link Answers}, made once for a walk that asks it of every pair. */
final class RuleMask {
  private final int wanted;
  private final int unwanted;

  RuleMask(Rule rule) {
    wanted = Answers.allYes(rule.when());
    unwanted =
        Answers.anyNo(rule.when()) | Answers.anyNo(rule.whenKnown()) | Answers.anyNo(rule.veto());
  }

  boolean holds(int answers) {
    return (answers & wanted) == wanted && possible(answers);
  }

  boolean possible(int answers) {
    return (answers & unwanted) == 0;
  }
}
