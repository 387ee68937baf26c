package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.device.Likeness;
import java.util.List;

/**
 * The answers of all conditions for one pair, packed in an int so that a rule is one mask: the low
 * byte holds a bit per YES, the next a bit per NO, and a condition with neither is UNKNOWN.
 */
final class Answers {
  private static final int NO_SHIFT = 8;

  private Answers() {}

  static int with(int answers, Condition condition, Answer answer) {
    return switch (answer) {
      case YES -> answers | yes(condition);
      case NO -> answers | no(condition);
      case UNKNOWN -> answers;
    };
  }

  static int with(int answers, Condition condition, Likeness likeness) {
    return switch (likeness) {
      case SAME -> answers | yes(condition);
      case DIFFERENT -> answers | no(condition);
      case UNKNOWN -> answers;
    };
  }

  static Answer of(int answers, Condition condition) {
    if ((answers & yes(condition)) != 0) {
      return Answer.YES;
    }
    return (answers & no(condition)) != 0 ? Answer.NO : Answer.UNKNOWN;
  }

  static int yes(Condition condition) {
    return 1 << condition.ordinal();
  }

  static int no(Condition condition) {
    return 1 << (condition.ordinal() + NO_SHIFT);
  }

  static int allYes(List<Condition> conditions) {
    int mask = 0;
    for (int i = 0; i < conditions.size(); i++) {
      mask |= yes(conditions.get(i));
    }
    return mask;
  }

  static int anyNo(List<Condition> conditions) {
    int mask = 0;
    for (int i = 0; i < conditions.size(); i++) {
      mask |= no(conditions.get(i));
    }
    return mask;
  }

  /** 0 to 100: what speaks for the pair, less what speaks against it. */
  static int score(int answers) {
    int score = 0;
    for (Condition condition : Condition.values()) {
      if ((answers & yes(condition)) != 0) {
        score += condition.weight();
      } else if ((answers & no(condition)) != 0) {
        score -= condition.weight();
      }
    }
    return Math.max(0, Math.min(100, score));
  }
}
