package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.matching.Referrals.Rated;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says what keeps the rules in force from choosing among an owner's devices. */
final class Ambiguity {
  private final Lineup lineup;
  private final int mail;
  private final List<Rated> candidates;

  Ambiguity(Lineup lineup, int mail, List<Rated> candidates) {
    this.lineup = lineup;
    this.mail = mail;
    this.candidates = candidates;
  }

  String words() {
    if (lineup.isCrowd(mail)) {
      return lineup.mails.get(mail).owner()
          + " owns more than "
          + lineup.book.settings().crowd()
          + " records: that is no single person, and nothing is matched by it.";
    }
    List<Rated> possible =
        candidates.stream()
            .filter(rated -> !Referrals.isOpposed(rated))
            .filter(rated -> !lineup.isSeparated(rated.device(), mail))
            .toList();
    if (possible.size() == 1) {
      Rated only = possible.get(0);
      if (only.isNo(Condition.SAME_OWNER)) {
        return only.record().key() + " has the identifier, but is another person's.";
      }
      return holds(only)
          ? only.record().key() + " fits, but it fits other mail records of the owner as well."
          : only.record().key()
              + (lineup.enrolled.owners.isOneOfSeveral(only.device())
                  ? " fits, but its owner names belong to different people: "
                      + Completion.owners(only.record())
                  : missing(only).isEmpty()
                      ? " fits, but no rule speaks for it"
                      : " fits, but nothing is known of: " + missing(only))
              + ".";
    }
    if (possible.stream().noneMatch(this::holds) && missing(possible.get(0)).isEmpty()) {
      return "No rule speaks for any of "
          + possible.size()
          + " enrolments: "
          + Case.names(possible)
          + ".";
    }
    return possible.stream().anyMatch(this::holds)
        ? possible.size() + " enrolments fit equally by the rules: " + Case.names(possible) + "."
        : possible.size()
            + " enrolments are possible, but nothing is known of: "
            + missing(possible.get(0))
            + ": "
            + Case.names(possible)
            + ".";
  }

  private boolean holds(Rated rated) {
    return lineup.book.rules().stream().anyMatch(rule -> rule.holds(rated.answers()));
  }

  /** What the rule that comes nearest would have to know; an attribute rule, if there is any. */
  private String missing(Rated rated) {
    return lineup.book.rules().stream()
        .filter(rule -> rule.possible(rated.answers()))
        .min(Comparator.comparing(Rule::byId).thenComparing(rule -> unmet(rule, rated).size()))
        .map(rule -> unmet(rule, rated))
        .map(unmet -> unmet.stream().map(Condition::subject).collect(Collectors.joining(", ")))
        .orElse("");
  }

  private static List<Condition> unmet(Rule rule, Rated rated) {
    return rule.when().stream()
        .filter(condition -> Answers.of(rated.answers(), condition) != Answer.YES)
        .toList();
  }
}
