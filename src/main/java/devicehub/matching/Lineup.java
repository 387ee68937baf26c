package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.decision.Answer;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.Identifier;
import devicehub.device.KeyIndex;
import devicehub.directory.Directory;
import java.util.List;
import java.util.function.Supplier;

/**
 * The records of both sides lined up for one matching: by owner, by identifier, by place. Records
 * are named by their position here; devices by the position of the enrolment that leads them.
 */
final class Lineup {
  final List<DeviceRecord> enrollments;
  final List<DeviceRecord> mails;
  final StandingDecisions standing;
  final RuleBook book;
  final Ownership enrollmentOwners;
  final Ownership mailOwners;
  final SharedIds sharedIds;

  /** Those that are shared among enrolments. */
  final SharedIds enrolledShared;

  private final SharedIds mailShared;

  /** The mail records by each id that is not shared and yet has two owners or more. */
  final KeyIndex disputedIds;

  final EnrolledDevices devices;
  final Partnerships partnerships;
  final KeyIndex enrollmentsById;
  final KeyIndex devicesByOwner;

  /** By each of several people, one of whom owns the device. */
  final KeyIndex devicesOfSeveral = new KeyIndex(16);

  /** Enrolments that own nothing now, being retired, superseded or excluded: whose they were. */
  final KeyIndex formerByOwner;

  final KeyIndex mailsByOwner;
  final KeyIndex mailsById;
  final Reviewed reviewed;
  final LastSyncs syncs;
  private final HardwareAnswers hardware;

  Lineup(
      List<DeviceRecord> anyEnrollments,
      List<DeviceRecord> anyMails,
      Directory directory,
      StandingDecisions standing,
      LastSyncs syncs,
      RuleBook book) {
    this.enrollments = inOrder(anyEnrollments);
    this.mails = inOrder(anyMails);
    this.standing = standing;
    this.syncs = syncs;
    this.book = book;
    int limit = book.settings().sharedIdOwners();
    Supplier<MailSide> aside =
        Shares.aside(() -> mailSide(mails, standing, syncs, book, directory));
    enrollmentOwners = new Ownership(enrollments, directory);
    SharedIds amongEnrollments = new SharedIds();
    enrollmentsById = amongEnrollments.learn(enrollments, enrollmentOwners, limit);
    devices = new EnrolledDevices(enrollments, enrollmentsById, amongEnrollments);
    devicesByOwner = new KeyIndex(enrollments.size());
    formerByOwner = new KeyIndex(16);
    Ahead ahead = Ahead.byOwner(devicesByOwner, enrollmentOwners);
    for (int i = 0; i < enrollments.size(); i++) {
      ahead.of(i, enrollments.size());
      boolean owns = devices.leads(i) && devices.enrolled(i) && mayMeet(i);
      file(owns ? devicesByOwner : formerByOwner, enrollmentOwners, i);
      if (owns && enrollmentOwners.isOneOfSeveral(i)) {
        for (long person : enrollmentOwners.people(i)) {
          devicesOfSeveral.put(person, i);
        }
      }
    }
    HardwareAnswers.Kinds kinds = new HardwareAnswers.Kinds(enrollments);
    MailSide mailSide = aside.get();
    hardware = new HardwareAnswers(kinds, mailSide.kinds);
    mailOwners = mailSide.owners;
    enrolledShared = amongEnrollments;
    mailShared = mailSide.sharedIds;
    sharedIds = amongEnrollments.and(mailSide.sharedIds);
    disputedIds = mailSide.sharedIds.disputed();
    partnerships = mailSide.partnerships;
    mailsByOwner = mailSide.byOwner;
    mailsById = mailSide.byId;
    reviewed = new Reviewed(this, directory);
  }

  /** What is known of the mail records by themselves. */
  private record MailSide(
      Ownership owners,
      SharedIds sharedIds,
      Partnerships partnerships,
      KeyIndex byOwner,
      KeyIndex byId,
      HardwareAnswers.Kinds kinds) {}

  private static MailSide mailSide(
      List<DeviceRecord> mails,
      StandingDecisions standing,
      LastSyncs syncs,
      RuleBook book,
      Directory directory) {
    Ownership owners = new Ownership(mails, directory);
    SharedIds shared = new SharedIds();
    KeyIndex byId = shared.learn(mails, owners, book.settings().sharedIdOwners());
    KeyIndex byOwner = new KeyIndex(mails.size());
    Ahead ahead = Ahead.byOwner(byOwner, owners);
    for (int i = 0; i < mails.size(); i++) {
      ahead.of(i, mails.size());
      if (standing.isEmpty() || !isExcluded(mails.get(i), standing)) {
        file(byOwner, owners, i);
      }
    }
    return new MailSide(
        owners,
        shared,
        new Partnerships(mails, owners, syncs, book.settings().staleDays()),
        byOwner,
        byId,
        new HardwareAnswers.Kinds(mails));
  }

  /** The records in the order of their keys, in which an inventory has them anyway. */
  private static List<DeviceRecord> inOrder(List<DeviceRecord> records) {
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i - 1).compareKey(records.get(i)) > 0) {
        return records.stream().sorted(DeviceRecord::compareKey).toList();
      }
    }
    return records;
  }

  private static void file(KeyIndex index, Ownership owners, int record) {
    for (int at = owners.from(record); at < owners.to(record); at++) {
      index.put(owners.key(at), record);
    }
  }

  boolean isExcluded(DeviceRecord record) {
    return isExcluded(record, standing);
  }

  static boolean isExcluded(DeviceRecord record, StandingDecisions standing) {
    return standing.involves(record) && standing.exclusion(record.key()).isPresent();
  }

  /** Whether people have excluded neither this enrolment nor the one that leads its device. */
  boolean mayMeet(int enrollment) {
    return standing.isEmpty()
        || !(isExcluded(enrollments.get(enrollment))
            || isExcluded(enrollments.get(devices.leader(enrollment))));
  }

  /** Whether mail can be on a device: it is enrolled still, and nobody has excluded it. */
  boolean isThere(int device) {
    return devices.enrolled(device) && (standing.isEmpty() || !isExcluded(enrollments.get(device)));
  }

  /**
   * Whether the ids of this enrolment are its device's: those of an excluded device still are,
   * while an earlier enrolment that alone is excluded tells nothing.
   */
  boolean counts(int enrollment) {
    return standing.isEmpty()
        || devices.leads(enrollment)
        || !isExcluded(enrollments.get(enrollment))
        || isExcluded(enrollments.get(devices.leader(enrollment)));
  }

  /** Whether a mail record's owner has more records than a single person would. */
  boolean isCrowd(int mail) {
    return isCrowd(mail, devicesByOwner) || isCrowd(mail, mailsByOwner);
  }

  /** Whether the owner has more records of one side than that. */
  boolean isCrowd(int mail, KeyIndex byOwner) {
    int crowd = book.settings().crowd();
    for (int at = mailOwners.from(mail); at < mailOwners.to(mail); at++) {
      if (byOwner.count(mailOwners.key(at), crowd + 1) > crowd) {
        return true;
      }
    }
    return false;
  }

  boolean isSeparated(int device, int mail) {
    return reviewed.isSeparated(device, mail);
  }

  /** Every condition's answer for one device and one mail record. */
  int answers(int device, int mail) {
    int answers = answersButId(device, mail);
    return Answers.with(answers, Condition.SAME_ID, sharedIds(device, mails.get(mail)));
  }

  /** Those that look at no identifier. */
  int answersButId(int device, int mail) {
    int answers =
        Answers.with(hardware.of(device, mail), Condition.SAME_OWNER, owner(device, mail));
    return Answers.with(
        answers,
        Condition.HARDWARE_HIDDEN,
        partnerships.hidesHardware(mail) ? Answer.YES : Answer.NO);
  }

  Answer owner(int device, int mail) {
    return enrollmentOwners.same(device, mailOwners, mail);
  }

  /**
   * Whether a mail record's owner is known to be somebody: a person of the directory, one of some
   * of them, or an address that enrolled a device of its own, be it long ago. Any other address may
   * be an alias or a shared mailbox.
   */
  boolean isAnotherPerson(int mail) {
    if (mailOwners.standing(mail) == Ownership.Standing.PERSON || mailOwners.isOneOfSeveral(mail)) {
      return true;
    }
    for (int at = mailOwners.from(mail); at < mailOwners.to(mail); at++) {
      long owner = mailOwners.key(at);
      if (devicesByOwner.contains(owner) || formerByOwner.contains(owner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether records of other owners have an id of the mail record. */
  boolean isDisputed(int mail) {
    DeviceRecord record = mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      if (disputedIds.contains(record.idHash(id))) {
        return true;
      }
    }
    return false;
  }

  /** YES where an id of the device is one of the record's; to have none in common proves little. */
  private Answer sharedIds(int device, DeviceRecord record) {
    if (meets(device, record)) {
      return Answer.YES;
    }
    return serial(enrollments.get(device)) >= 0 && serial(record) >= 0 ? Answer.NO : Answer.UNKNOWN;
  }

  private boolean meets(int device, DeviceRecord record) {
    for (int id = 0; id < record.idCount(); id++) {
      if (idMeets(record, id, device)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a mail client and an enrolment tell two serial numbers, and no other id of theirs is
   * the same: they are two devices, whatever else agrees.
   */
  boolean serialsDiffer(int device, int mail) {
    return mailShared.tellsSerial(mail) // hardly any does: only old clients
        && sharedIds(device, mails.get(mail)) == Answer.NO;
  }

  /** Which id of a record is its serial number, if it is nobody else's; or -1. */
  int serial(DeviceRecord record) {
    for (int id = 0; id < record.idCount(); id++) {
      if (record.isSerialNumber(id) && !sharedIds.isShared(record.idHash(id))) {
        return id;
      }
    }
    return -1;
  }

  /** Whether an enrolment of the device has the identifier, and the identifier is worth one. */
  boolean idMeets(DeviceRecord record, int id, int device) {
    return meeting(record, id, device) >= 0;
  }

  /** The enrolment of the device that has the identifier: itself, if it has; or -1. */
  int meeting(DeviceRecord record, int id, int device) {
    long hash = record.idHash(id);
    if (sharedIds.isShared(hash)) {
      return -1;
    }
    int found = -1;
    for (int at = enrollmentsById.first(hash); at >= 0; at = enrollmentsById.next(at)) {
      int enrollment = enrollmentsById.value(at);
      if (devices.leader(enrollment) == device
          && counts(enrollment)
          && sameId(enrollment, record, id)) {
        found = found == device ? device : enrollment;
      }
    }
    return found;
  }

  /** Makes sure that two ids are equal and not only their hashes. */
  boolean sameId(int enrollment, DeviceRecord record, int id) {
    DeviceRecord other = enrollments.get(enrollment);
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
