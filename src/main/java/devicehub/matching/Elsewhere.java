package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Reason;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Where else a mail record's identifiers lead than to its owner's device. A client is on one
 * device: whoever reads a colleague's mailbox presents there the id of the phone that also reads
 * the own.
 *
 * <pre>
 *   jane@…/A9F…  → jane's iPhone 13      the ids are equal, so one of the two merges is wrong,
 *   rick@…/A9F…  → rick's iPhone 13      and nothing tells which
 * </pre>
 *
 * <p>An id of many owners identifies nothing and merges nothing; but while just one enrolment has
 * it, the record may be on that device all the same.
 */
final class Elsewhere {
  private final Lineup lineup;
  private final Verdicts verdicts;

  Elsewhere(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
  }

  /** Whether any record of the line-up has an id that could lead elsewhere. */
  boolean isAnywhere() {
    return !lineup.mailed.disputed.isEmpty() || !lineup.ids.shared.isNone();
  }

  /**
   * Whether an id of the record leads to another device than the one its owner and hardware do.
   *
   * @param chosen the device that the step would merge a record into, or -1
   */
  boolean leads(int device, int mail, IntUnaryOperator chosen) {
    DeviceRecord record = lineup.mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      long hash = record.idHash(id);
      if (lineup.ids.shared.isShared(hash)) {
        if (isEnrolledElsewhere(device, mail, id)) {
          return true;
        }
        continue;
      }
      KeyIndex index = lineup.mailed.disputed;
      for (int at = index.first(hash); at >= 0; at = index.next(at)) {
        int other = index.value(at);
        if (isAnotherOwners(other, mail)) {
          int theirs = verdicts.merged(other) ? verdicts.device(other) : chosen.applyAsInt(other);
          if (theirs >= 0 && theirs != device) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isAnotherOwners(int other, int mail) {
    return lineup.mailed.owners.same(mail, lineup.mailed.owners, other) == Answer.NO;
  }

  /** Whether a shared id is enrolled, with few, on a device that the record may be on. */
  private boolean isEnrolledElsewhere(int device, int mail, int id) {
    Ints found = new Ints();
    enrolledWith(mail, id, found);
    return found.size() > 0 && !found.contains(device);
  }

  private void enrolledWith(int mail, int id, Ints into) {
    DeviceRecord record = lineup.mails.get(mail);
    long hash = record.idHash(id);
    if (lineup.enrolled.shared.isShared(hash)) {
      return;
    }
    KeyIndex index = lineup.enrolled.byId;
    for (int at = index.first(hash); at >= 0; at = index.next(at)) {
      int device = lineup.enrolled.devices.leader(index.value(at));
      if (lineup.enrolled.devices.enrolled(device)
          && lineup.enrolled.counts(index.value(at))
          && lineup.ids.same(index.value(at), record, id)
          && !Referrals.isOpposed(lineup.answers(device, mail))
          && !into.contains(device)) {
        into.add(device);
      }
    }
  }

  /** The devices elsewhere that the record may be on, for people to choose from. */
  void devices(int mail, Ints into) {
    DeviceRecord record = lineup.mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      long hash = record.idHash(id);
      if (lineup.ids.shared.isShared(hash)) {
        enrolledWith(mail, id, into);
        continue;
      }
      KeyIndex index = lineup.mailed.disputed;
      for (int at = index.first(hash); at >= 0; at = index.next(at)) {
        if (isAnotherOwners(index.value(at), mail)) {
          theirs(index.value(at), mail, into);
        }
      }
    }
  }

  /** Who else has an id of a record that is in doubt for it, in words; empty for all others. */
  Optional<String> who(int mail) {
    if (verdicts.reason(mail) != Reason.AMBIGUOUS_ID) {
      return Optional.empty();
    }
    DeviceRecord record = lineup.mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      long hash = record.idHash(id);
      Ints enrolled = new Ints();
      if (lineup.ids.shared.isShared(hash)) {
        enrolledWith(mail, id, enrolled);
      }
      if (enrolled.size() > 0) {
        return Optional.of(lineup.enrollments.get(enrolled.get(0)).key().toString());
      }
      KeyIndex index = lineup.mailed.disputed;
      for (int at = index.first(hash); at >= 0; at = index.next(at)) {
        if (isAnotherOwners(index.value(at), mail)) {
          return Optional.of(lineup.mails.get(index.value(at)).key() + ", another owner's record");
        }
      }
    }
    return Optional.empty();
  }

  /** The device of another person's record: the one it is merged with, or those it may be on. */
  private void theirs(int other, int mail, Ints into) {
    if (verdicts.merged(other)) {
      if (!into.contains(verdicts.device(other))) {
        into.add(verdicts.device(other));
      }
      return;
    }
    for (int at = lineup.mailed.owners.from(other); at < lineup.mailed.owners.to(other); at++) {
      KeyIndex index = lineup.enrolled.byOwner;
      long owner = lineup.mailed.owners.key(at);
      for (int e = index.first(owner); e >= 0; e = index.next(e)) {
        int device = index.value(e);
        if (!into.contains(device) && !Referrals.isOpposed(lineup.answers(device, mail))) {
          into.add(device);
        }
      }
    }
  }
}
