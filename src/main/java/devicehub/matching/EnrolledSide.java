package devicehub.matching;

import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.directory.Directory;
import java.util.List;

/** The enrolments of a matching, the devices they make up, and what is known of both. */
final class EnrolledSide {
  final List<DeviceRecord> records;
  final Ownership owners;
  final SharedIds shared;
  final KeyIndex byId;
  final EnrolledDevices devices;

  /** Devices that mail can be on, by owner. */
  final KeyIndex byOwner;

  /** Those by each of several people, one of whom owns the device. */
  final KeyIndex ofSeveral = new KeyIndex(16);

  /** Enrolments that own nothing now, being retired, superseded or excluded: whose they were. */
  final KeyIndex formerByOwner = new KeyIndex(16);

  final HardwareAnswers.Kinds kinds;
  private final StandingDecisions standing;

  EnrolledSide(
      List<DeviceRecord> records,
      Directory directory,
      StandingDecisions standing,
      RuleBook.Settings settings) {
    this.records = records;
    this.standing = standing;
    owners = new Ownership(records, directory);
    shared = new SharedIds();
    byId = shared.learn(records, owners, settings.sharedIdOwners());
    devices = new EnrolledDevices(records, byId, shared);
    byOwner = new KeyIndex(records.size());
    Ahead ahead = Ahead.byOwner(byOwner, owners);
    for (int i = 0; i < records.size(); i++) {
      ahead.of(i, records.size());
      file(i);
    }
    kinds = new HardwareAnswers.Kinds(records);
  }

  private void file(int enrollment) {
    if (!devices.leads(enrollment) || !devices.enrolled(enrollment) || !mayMeet(enrollment)) {
      owners.file(formerByOwner, enrollment);
      return;
    }
    owners.file(byOwner, enrollment);
    if (owners.isOneOfSeveral(enrollment)) {
      for (long person : owners.people(enrollment)) {
        ofSeveral.put(person, enrollment);
      }
    }
  }

  /** Whether people have excluded neither this enrolment nor the one that leads its device. */
  boolean mayMeet(int enrollment) {
    return standing.isEmpty()
        || !(isExcluded(enrollment) || isExcluded(devices.leader(enrollment)));
  }

  /** Whether mail can be on a device: it is enrolled still, and nobody has excluded it. */
  boolean isThere(int device) {
    return devices.enrolled(device) && (standing.isEmpty() || !isExcluded(device));
  }

  /**
   * Whether the ids of this enrolment are its device's: those of an excluded device still are,
   * while an earlier enrolment that alone is excluded tells nothing.
   */
  boolean counts(int enrollment) {
    return standing.isEmpty()
        || devices.leads(enrollment)
        || !isExcluded(enrollment)
        || isExcluded(devices.leader(enrollment));
  }

  private boolean isExcluded(int enrollment) {
    return standing.isExcluded(records.get(enrollment));
  }
}
