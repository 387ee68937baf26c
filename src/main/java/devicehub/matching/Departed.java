package devicehub.matching;

import devicehub.decision.Reason;
import devicehub.decision.ReviewerDecision;
import devicehub.device.RecordKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says of a mail record why it stays where it is though its device can have no mail: what its id is
 * of is retired or excluded, or is somebody else's since a person merged the two.
 */
final class Departed {
  private final Lineup lineup;
  private final int mail;
  private final int device;
  private final @Nullable ReviewerDecision word;

  private Departed(Lineup lineup, int mail, int device, @Nullable ReviewerDecision word) {
    this.lineup = lineup;
    this.mail = mail;
    this.device = device;
    this.word = word;
  }

  /** Empty for a record that is referred for anything else, or for nothing. */
  static Optional<Departed> of(Lineup lineup, Verdicts verdicts, int mail) {
    Reason reason = verdicts.reason(mail);
    if (reason != Reason.OWNER_HAS_NO_ENROLLMENT && reason != Reason.ID_CONFLICT) {
      return Optional.empty();
    }
    Reviewed.@Nullable Ended ended = lineup.reviewed.ended().get(mail);
    if (ended != null) {
      return Optional.of(new Departed(lineup, mail, ended.device(), ended.decision()));
    }
    int gone = reason == Reason.ID_CONFLICT ? -1 : IdStep.gone(lineup, mail);
    return gone < 0 ? Optional.empty() : Optional.of(new Departed(lineup, mail, gone, null));
  }

  String evidence() {
    ReviewerDecision said = word;
    return said == null
        ? "The identifier is that of " + key() + ", which is " + state() + "."
        : said.by()
            + " merged it with "
            + named(said)
            + " on "
            + said.at()
            + ": "
            + said.note()
            + ". "
            + key()
            + " is "
            + state()
            + " now.";
  }

  /** For a sentence that begins with what would be, were it not for this. */
  String inAWord() {
    return (word == null ? "the identifier is that of " : "a person saw it on ")
        + key()
        + ", which is "
        + state();
  }

  private RecordKey named(ReviewerDecision said) {
    RecordKey own = lineup.mails.get(mail).key().folded();
    return said.record().folded().equals(own) ? said.other().orElseThrow() : said.record();
  }

  String settleBy() {
    RecordKey record = lineup.mails.get(mail).key();
    if (!lineup.enrolled.mayMeet(device)) {
      return "Restore " + key() + ", or exclude " + record + " as well.";
    }
    return word == null
        ? "Enrol the device of "
            + lineup.mails.get(mail).owner()
            + " again, or remove its partnership."
        : "Find out which device " + record + " is on, and merge them by hand.";
  }

  private String state() {
    if (!lineup.enrolled.mayMeet(device)) {
      return "excluded";
    }
    return lineup.enrolled.devices.enrolled(device)
        ? lineup.enrollments.get(device).owner() + "'s"
        : "retired";
  }

  private RecordKey key() {
    return lineup.enrollments.get(device).key();
  }
}
