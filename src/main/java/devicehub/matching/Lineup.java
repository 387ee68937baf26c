package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.decision.Answer;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.directory.Directory;
import java.util.List;
import java.util.function.Supplier;

/**
 * The records of both sides lined up for one matching. Records are named by their position here;
 * devices by the position of the enrolment that leads them.
 */
final class Lineup {
  final List<DeviceRecord> enrollments;
  final List<DeviceRecord> mails;
  final StandingDecisions standing;
  final RuleBook book;
  final EnrolledSide enrolled;
  final MailSide mailed;
  final MetIds ids;
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
    Supplier<MailSide> aside =
        Shares.aside(() -> new MailSide(mails, directory, standing, syncs, book.settings()));
    enrolled = new EnrolledSide(enrollments, directory, standing, book.settings());
    mailed = aside.get();
    ids = new MetIds(enrolled, mailed);
    hardware = new HardwareAnswers(enrolled.kinds, mailed.kinds);
    reviewed = new Reviewed(this, directory);
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

  /** Whether a mail record's owner has more records than a single person would. */
  boolean isCrowd(int mail) {
    return isCrowd(mail, enrolled.byOwner) || isCrowd(mail, mailed.byOwner);
  }

  /** Whether the owner has more records of one side than that. */
  boolean isCrowd(int mail, KeyIndex byOwner) {
    int crowd = book.settings().crowd();
    for (int at = mailed.owners.from(mail); at < mailed.owners.to(mail); at++) {
      if (byOwner.count(mailed.owners.key(at), crowd + 1) > crowd) {
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
    return Answers.with(answersButId(device, mail), Condition.SAME_ID, ids.answer(device, mail));
  }

  /** Those that look at no identifier. */
  int answersButId(int device, int mail) {
    int answers =
        Answers.with(hardware.of(device, mail), Condition.SAME_OWNER, owner(device, mail));
    return Answers.with(
        answers,
        Condition.HARDWARE_HIDDEN,
        mailed.partnerships.hidesHardware(mail) ? Answer.YES : Answer.NO);
  }

  Answer owner(int device, int mail) {
    return enrolled.owners.same(device, mailed.owners, mail);
  }

  /**
   * Whether a mail record's owner is known to be somebody: a person of the directory, one of some
   * of them, or an address that enrolled a device of its own, be it long ago. Any other address may
   * be an alias or a shared mailbox.
   */
  boolean isAnotherPerson(int mail) {
    Ownership owners = mailed.owners;
    if (owners.standing(mail) == Ownership.Standing.PERSON || owners.isOneOfSeveral(mail)) {
      return true;
    }
    for (int at = owners.from(mail); at < owners.to(mail); at++) {
      long owner = owners.key(at);
      if (enrolled.byOwner.contains(owner) || enrolled.formerByOwner.contains(owner)) {
        return true;
      }
    }
    return false;
  }
}
