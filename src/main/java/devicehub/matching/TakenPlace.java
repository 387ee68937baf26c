package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Reason;
import devicehub.matching.Referrals.Rated;
import java.util.List;
import java.util.Optional;

/**
 * A mail record whose id is a device's, while another record of the same client has its place
 * there: one that a person put there, or an earlier rule.
 */
final class TakenPlace {
  private final Lineup lineup;
  private final Verdicts verdicts;
  private final int mail;
  private final int device;
  private final int taker;

  private TakenPlace(Lineup lineup, Verdicts verdicts, int mail, int device, int taker) {
    this.lineup = lineup;
    this.verdicts = verdicts;
    this.mail = mail;
    this.device = device;
    this.taker = taker;
  }

  /** Empty where more devices than one have the id, or none whose place is taken. */
  static Optional<TakenPlace> of(
      Lineup lineup, Verdicts verdicts, int mail, List<Rated> candidates) {
    List<Rated> met =
        candidates.stream()
            .filter(rated -> Answers.of(rated.answers(), Condition.SAME_ID) == Answer.YES)
            .toList();
    if (verdicts.reason(mail) != Reason.AMBIGUOUS_ID || met.size() != 1) {
      return Optional.empty();
    }
    int device = met.get(0).device();
    int taker = verdicts.placeTaker(device, mail);
    return taker < 0
        ? Optional.empty()
        : Optional.of(new TakenPlace(lineup, verdicts, mail, device, taker));
  }

  private boolean isByPerson() {
    return verdicts.rule(taker) == Verdicts.REVIEWER;
  }

  String evidence() {
    return "The identifier is that of "
        + lineup.enrollments.get(device).key()
        + ", "
        + (isByPerson() ? "into which a person merged " : "which already has ")
        + lineup.mails.get(taker).key()
        + " of the same mail client.";
  }

  String settleBy() {
    String record = lineup.mails.get(mail).key().toString();
    String other = lineup.mails.get(taker).key().toString();
    return "Find out which of the two is on "
        + lineup.enrollments.get(device).key()
        + ": if it is "
        + record
        + ", "
        + (isByPerson() ? "restore the pair of " : "remove the partnership of ")
        + other
        + "; otherwise remove the partnership of "
        + record
        + ".";
  }
}
