package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Finding;
import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.Likeness;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds two records of one side against each other. They never pair; but two enrolments may be of
 * one device, and two mail records are often taken for one.
 */
final class SameSide {
  private final Lineup lineup;
  private final List<DeviceRecord> records;
  private final Ownership owners;

  /**
   * @param records those of the side, as they are lined up
   */
  SameSide(Lineup lineup, List<DeviceRecord> records, Ownership owners) {
    this.lineup = lineup;
    this.records = records;
    this.owners = owners;
  }

  /** Every condition's answer, with what the one record says, and what the other. */
  List<Finding> findings(int one, int other) {
    List<Finding> findings = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      if (condition != Condition.HARDWARE_HIDDEN) {
        findings.add(
            new Finding(
                condition.label(),
                answer(condition, one, other),
                Findings.value(condition, records.get(one)),
                Findings.value(condition, records.get(other))));
      }
    }
    return findings;
  }

  private Answer answer(Condition condition, int one, int other) {
    Hardware ours = records.get(one).hardware();
    Hardware theirs = records.get(other).hardware();
    return switch (condition) {
      case SAME_ID -> sharedIds(records.get(one), records.get(other));
      case SAME_OWNER -> owners.same(one, owners, other);
      case SAME_MANUFACTURER -> answer(ours.compareManufacturer(theirs));
      case SAME_FORM_FACTOR -> answer(ours.compareFormFactor(theirs));
      case SAME_PLATFORM -> answer(ours.comparePlatform(theirs));
      case SAME_MODEL -> answer(ours.compareModel(theirs));
      case SAME_OS_VERSION -> answer(ours.compareOsVersion(theirs));
      case HARDWARE_HIDDEN -> Answer.UNKNOWN;
    };
  }

  private Answer sharedIds(DeviceRecord one, DeviceRecord other) {
    for (int i = 0; i < one.idCount(); i++) {
      for (int j = 0; j < other.idCount(); j++) {
        if (one.idHash(i) == other.idHash(j) && !lineup.ids.shared.isShared(one.idHash(i))) {
          return Answer.YES;
        }
      }
    }
    return lineup.ids.serial(one) >= 0 && lineup.ids.serial(other) >= 0
        ? Answer.NO
        : Answer.UNKNOWN;
  }

  private static Answer answer(Likeness likeness) {
    return switch (likeness) {
      case SAME -> Answer.YES;
      case DIFFERENT -> Answer.NO;
      case UNKNOWN -> Answer.UNKNOWN;
    };
  }
}
