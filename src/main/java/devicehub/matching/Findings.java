package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Candidate;
import devicehub.decision.Finding;
import devicehub.device.DeviceRecord;
import devicehub.device.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a pair's answers into words: what each record says, condition by condition. */
final class Findings {
  private final Lineup lineup;

  Findings(Lineup lineup) {
    this.lineup = lineup;
  }

  Candidate candidate(Referrals.Rated rated, int mail) {
    DeviceRecord device = rated.record();
    String label =
        (device.hardware().manufacturer().name() + " " + device.hardware().model().name()).strip();
    return new Candidate(device.key(), label, rated.score(), of(rated.device(), mail));
  }

  List<Finding> of(int device, int mail) {
    int answers = lineup.answers(device, mail);
    DeviceRecord enrollment = lineup.enrollments.get(device);
    DeviceRecord record = lineup.mails.get(mail);
    List<Finding> findings = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      Answer answer = Answers.of(answers, condition);
      if (condition != Condition.HARDWARE_HIDDEN || answer == Answer.YES) {
        boolean id = condition == Condition.SAME_ID && answer == Answer.YES;
        findings.add(
            new Finding(
                condition.label(),
                answer,
                value(condition, enrollment) + (id ? superseded(device, record) : ""),
                value(condition, record)));
      }
    }
    return findings;
  }

  /** The id that a device has from an earlier enrolment, and that one's name. */
  private String superseded(int device, DeviceRecord record) {
    for (int id = 0; id < record.idCount(); id++) {
      int met = lineup.ids.meeting(record, id, device);
      if (met == device) {
        return "";
      }
    }
    for (int id = 0; id < record.idCount(); id++) {
      int met = lineup.ids.meeting(record, id, device);
      if (met >= 0) {
        return " %s (of %s, superseded)"
            .formatted(record.identifier(id).shown(), lineup.enrollments.get(met).key());
      }
    }
    return "";
  }

  static String value(Condition condition, DeviceRecord record) {
    return switch (condition) {
      case SAME_ID ->
          record.identifiers().stream().map(Identifier::shown).collect(Collectors.joining(" "));
      case SAME_OWNER -> record.owner();
      case SAME_MANUFACTURER -> record.hardware().manufacturer().name();
      case SAME_FORM_FACTOR -> word(record.hardware().formFactor());
      case SAME_PLATFORM -> word(record.hardware().platform());
      case SAME_MODEL -> record.hardware().model().name();
      case SAME_OS_VERSION -> record.hardware().osVersion().toString();
      case HARDWARE_HIDDEN -> word(record.client());
    };
  }

  private static String word(Enum<?> value) {
    return value.name().equals("UNKNOWN") ? "" : value.name();
  }
}
