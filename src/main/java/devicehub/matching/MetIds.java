package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.device.DeviceRecord;
import devicehub.device.EasDeviceId;
import devicehub.device.Identifier;

/** Which ids records of both sides have in common, where an id is worth one. */
final class MetIds {
  /** Those of either side that have too many owners to be anybody's. */
  final SharedIds shared;

  private final EnrolledSide enrolled;
  private final MailSide mailed;

  MetIds(EnrolledSide enrolled, MailSide mailed) {
    this.enrolled = enrolled;
    this.mailed = mailed;
    shared = enrolled.shared.and(mailed.shared);
  }

  /** YES where an id of the device is one of the record's; to have none in common proves little. */
  Answer answer(int device, int mail) {
    DeviceRecord record = mailed.records.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      if (meets(record, id, device)) {
        return Answer.YES;
      }
    }
    return serial(enrolled.records.get(device)) >= 0 && serial(record) >= 0
        ? Answer.NO
        : Answer.UNKNOWN;
  }

  /**
   * Whether a mail client and an enrolment tell two serial numbers, and no other id of theirs is
   * the same: they are two devices, whatever else agrees.
   */
  boolean serialsDiffer(int device, int mail) {
    return mailed.shared.tellsSerial(mail) // hardly any does: only old clients
        && answer(device, mail) == Answer.NO;
  }

  /** Which id of a record is its serial number, if it is nobody else's; or -1. */
  int serial(DeviceRecord record) {
    for (int id = 0; id < record.idCount(); id++) {
      if (record.isSerialNumber(id) && !shared.isShared(record.idHash(id))) {
        return id;
      }
    }
    return -1;
  }

  /** Whether an enrolment of the device has the identifier, and the identifier is worth one. */
  boolean meets(DeviceRecord record, int id, int device) {
    return meeting(record, id, device) >= 0;
  }

  /** The enrolment of the device that has the identifier: itself, if it has; or -1. */
  int meeting(DeviceRecord record, int id, int device) {
    long hash = record.idHash(id);
    if (shared.isShared(hash)) {
      return -1;
    }
    int found = -1;
    for (int at = enrolled.byId.first(hash); at >= 0; at = enrolled.byId.next(at)) {
      int enrollment = enrolled.byId.value(at);
      if (enrolled.devices.leader(enrollment) == device
          && enrolled.counts(enrollment)
          && same(enrollment, record, id)) {
        found = found == device ? device : enrollment;
      }
    }
    return found;
  }

  /**
   * Whether the device's leading enrolment names the record's very mail client. A serial number, or
   * what an earlier enrolment said, may be of a client that has another id by now.
   */
  boolean isReported(int device, int mail) {
    DeviceRecord enrollment = enrolled.records.get(device);
    DeviceRecord record = mailed.records.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      for (int theirs = 0; theirs < enrollment.idCount(); theirs++) {
        if (enrollment.idHash(theirs) == record.idHash(id)
            && enrollment.identifier(theirs) instanceof EasDeviceId
            && record.identifier(id) instanceof EasDeviceId
            && meets(record, id, device)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Makes sure that two ids are equal and not only their hashes. */
  boolean same(int enrollment, DeviceRecord record, int id) {
    DeviceRecord other = enrolled.records.get(enrollment);
    Identifier ours = record.identifier(id);
    for (int i = 0; i < other.idCount(); i++) {
      if (other.idHash(i) == record.idHash(id)) {
        Identifier theirs = other.identifier(i);
        if (theirs.shown().equalsIgnoreCase(ours.shown())
            || theirs.comparable().equals(ours.comparable())) {
          return true;
        }
      }
    }
    return false;
  }
}
