package devicehub.matching;

import devicehub.decision.Answer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of a rule why it does not merge a pair. */
final class WhyNot {
  private final Lineup lineup;
  private final Verdicts verdicts;

  WhyNot(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
  }

  String of(Rule rule, int device, int mail) {
    int answers = lineup.answers(device, mail);
    String lacking =
        rule.when().stream()
            .filter(c -> Answers.of(answers, c) != Answer.YES)
            .map(c -> c.label() + " is " + Answers.of(answers, c))
            .collect(Collectors.joining(", "));
    String vetoed =
        Stream.concat(rule.veto().stream(), rule.whenKnown().stream())
            .filter(c -> Answers.of(answers, c) == Answer.NO)
            .map(c -> c.label() + " is NO")
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      return "Rule " + rule.name() + " does not speak: " + lacking + ".";
    }
    return vetoed.isEmpty()
        ? "Rule " + rule.name() + " would speak, but " + but(device, mail) + "."
        : "Rule " + rule.name() + " is vetoed: " + vetoed + ".";
  }

  /** Why a pair is not merged that a rule would merge. */
  private String but(int device, int mail) {
    if (lineup.isSeparated(device, mail)) {
      return "a person separated the two";
    }
    if (!lineup.enrolled.mayMeet(device) || verdicts.excluded(mail)) {
      return "a person excluded one of the two";
    }
    if (!lineup.enrolled.devices.enrolled(device)) {
      return "the enrolment is retired";
    }
    Optional<Departed> departed = Departed.of(lineup, verdicts, mail);
    if (departed.isPresent()) {
      return departed.get().inAWord();
    }
    return lineup.ids.serialsDiffer(device, mail)
        ? "their serial numbers differ"
        : "the pair is not the only one possible";
  }
}
