package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Explanation;
import devicehub.decision.Explanation.Verdict;
import devicehub.decision.ReviewerDecision;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers why two records are, or are not, one device. */
final class PairExplainer {
  private final Lineup lineup;
  private final Verdicts verdicts;
  private final Explainer alone;

  /**
   * @param alone explains each of the two
   */
  PairExplainer(Lineup lineup, Verdicts verdicts, Explainer alone) {
    this.lineup = lineup;
    this.verdicts = verdicts;
    this.alone = alone;
  }

  /** Empty where one of the two is not known. */
  Optional<Explanation> explain(RecordKey one, RecordKey other) {
    int enrollment = either(lineup.enrollments, one, other);
    int mail = either(lineup.mails, one, other);
    if (enrollment >= 0 && mail >= 0) {
      return Optional.of(pair(enrollment, mail));
    }
    Optional<Explanation> first = alone.explain(one);
    Optional<Explanation> second = alone.explain(other);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sameSide(
                enrollment >= 0 ? Side.ENROLLMENT : Side.MAIL,
                one,
                other,
                List.of(first.get().headline(), second.get().headline())));
  }

  /** The decision by which people separated two records, under whatever ids. */
  Optional<ReviewerDecision> separation(RecordKey one, RecordKey other) {
    int enrollment = either(lineup.enrollments, one, other);
    int mail = either(lineup.mails, one, other);
    return enrollment < 0 || mail < 0
        ? Optional.empty()
        : lineup.reviewed.separation(lineup.enrolled.devices.leader(enrollment), mail);
  }

  Answer sameOwner(RecordKey one, RecordKey other) {
    int enrollment = either(lineup.enrollments, one, other);
    int mail = either(lineup.mails, one, other);
    return enrollment < 0 || mail < 0
        ? Answer.UNKNOWN
        : lineup.owner(lineup.enrolled.devices.leader(enrollment), mail);
  }

  /** The device of a superseded enrolment may be another person's by now. */
  Optional<String> handedOn(RecordKey one, RecordKey other) {
    int enrollment = either(lineup.enrollments, one, other);
    if (enrollment < 0
        || lineup.enrolled.devices.leads(enrollment)
        || sameOwner(one, other) != Answer.NO) {
      return Optional.empty();
    }
    DeviceRecord leading = lineup.enrollments.get(lineup.enrolled.devices.leader(enrollment));
    return Optional.of(
        lineup.enrollments.get(enrollment).key()
            + " is superseded by "
            + leading.key()
            + ", which is "
            + leading.owner()
            + "'s: name that one, if it is meant");
  }

  private static int either(List<DeviceRecord> records, RecordKey one, RecordKey other) {
    return Math.max(Explainer.position(records, one), Explainer.position(records, other));
  }

  private Explanation sameSide(Side side, RecordKey one, RecordKey other, List<String> each) {
    boolean enrolled = side == Side.ENROLLMENT;
    List<DeviceRecord> records = enrolled ? lineup.enrollments : lineup.mails;
    int first = Explainer.position(records, one);
    int second = Explainer.position(records, other);
    Ownership owners = enrolled ? lineup.enrolled.owners : lineup.mailed.owners;
    return new Explanation(
        Verdict.SAME_SIDE,
        "Both records are of the side "
            + side
            + "; only an enrolment and a mail record pair."
            + (enrolled ? oneDevice(first, second) : ""),
        each,
        new SameSide(lineup, records, owners).findings(first, second),
        List.of(),
        Optional.empty());
  }

  /** Whether two enrolments are of one device, and by what. */
  private String oneDevice(int first, int second) {
    int leader = lineup.enrolled.devices.leader(first);
    if (first == second || leader != lineup.enrolled.devices.leader(second)) {
      return "";
    }
    return " They are enrolments of one device"
        + lineup.enrolled.devices.joinedBy(first, second)
        + ", and "
        + lineup.enrollments.get(leader).key()
        + " leads.";
  }

  private Explanation pair(int enrollment, int mail) {
    int device = lineup.enrolled.devices.leader(enrollment);
    DeviceRecord record = lineup.mails.get(mail);
    boolean together = verdicts.merged(mail) && verdicts.device(mail) == device;
    List<String> sentences = new ArrayList<>();
    if (device != enrollment) {
      sentences.add(alone.superseded(enrollment, device) + " What follows is told of that one.");
    }
    if (together) {
      sentences.add(alone.because(mail));
    } else {
      WhyNot whyNot = new WhyNot(lineup, verdicts);
      lineup.book.rules().forEach(rule -> sentences.add(whyNot.of(rule, device, mail)));
      Explanation ofMail = alone.mail(mail);
      sentences.add(ofMail.headline());
      sentences.addAll(ofMail.sentences());
    }
    String both = lineup.enrollments.get(enrollment).key() + " and " + record.key();
    return new Explanation(
        together ? Verdict.MERGED : Verdict.NOT_MERGED,
        both + (together ? " are one device." : " are not merged."),
        sentences,
        new Findings(lineup).of(device, mail),
        together ? List.of(alone.merge(mail)) : List.of(),
        Optional.empty());
  }
}
