package devicehub.matching;

import devicehub.decision.Audit;
import java.util.ArrayList;
import java.util.List;

/** Decides pairs that an id proves once more by attributes alone, and counts who agrees. */
final class SelfAudit {
  /** Larger line-ups are not audited in every cycle: it doubles the work of the attribute rules. */
  static final int LARGEST = 200_000;

  private SelfAudit() {}

  static Audit of(Lineup lineup, Verdicts decided) {
    Verdicts blind = new Verdicts(lineup);
    List<Rule> rules = lineup.book.rules();
    for (int number = 0; number < rules.size(); number++) {
      if (!rules.get(number).byId()) {
        new AttributeStep(lineup, blind, rules.get(number), number, true).run();
      }
    }
    int[] agreed = new int[rules.size()];
    int[] differed = new int[rules.size()];
    int undecided = 0;
    for (int mail = 0; mail < lineup.mails.size(); mail++) {
      boolean proven =
          decided.merged(mail)
              && decided.rule(mail) != Verdicts.REVIEWER
              && rules.get(decided.rule(mail)).byId();
      if (proven && !blind.merged(mail)) {
        undecided++;
      } else if (proven) {
        boolean same = blind.device(mail) == decided.device(mail);
        (same ? agreed : differed)[blind.rule(mail)]++;
      }
    }
    List<Audit.RuleAudit> audits = new ArrayList<>();
    for (int number = 0; number < rules.size(); number++) {
      if (!rules.get(number).byId()) {
        audits.add(new Audit.RuleAudit(rules.get(number).name(), agreed[number], differed[number]));
      }
    }
    return new Audit(audits, undecided);
  }
}
