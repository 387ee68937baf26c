package devicehub.matching;

import devicehub.decision.Reason;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import org.jspecify.annotations.Nullable;

/**
 * The devices on which the very same mail client reads another mailbox. A phone that reads the
 * shared mailbox of a team presents there the id that it has in its owner's.
 *
 * <pre>
 *   jane@…/A9F…  is merged with mdm:e7
 *   team@…/A9F…  is nobody's own; it may be on mdm:e7
 * </pre>
 */
final class OtherMailboxes {
  /** Of an id, so many records are looked at. */
  private static final int MOST = 64;

  private final Lineup lineup;
  private final Verdicts verdicts;

  OtherMailboxes(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
  }

  /** Whether a record that is referred for this reason has no better candidates. */
  static boolean tell(Reason reason) {
    return reason == Reason.NO_OWNER || reason == Reason.OWNER_HAS_NO_ENROLLMENT;
  }

  /** Adds the devices on which the record may be, and to which nothing visible is opposed. */
  void devices(int mail, Ints into) {
    DeviceRecord record = lineup.mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      int left = MOST;
      KeyIndex index = lineup.mailsById;
      for (int at = first(record.idHash(id)); at >= 0 && left-- > 0; at = index.next(at)) {
        int other = index.value(at);
        if (other != mail && verdicts.merged(other)) {
          int device = verdicts.device(other);
          if (!into.contains(device)
              && !lineup.isSeparated(device, mail)
              && !Referrals.isOpposed(lineup.answers(device, mail))) {
            into.add(device);
          }
        }
      }
    }
  }

  /** Through which record of another mailbox a device is a candidate. */
  String words(int mail, int device) {
    DeviceRecord other = through(mail, device);
    return "The same mail client reads "
        + (other == null || other.mailbox().isEmpty() ? "another mailbox" : other.mailbox())
        + " on "
        + lineup.enrollments.get(device).key()
        + ".";
  }

  /** The record of another mailbox through which a device is a candidate; or null. */
  private @Nullable DeviceRecord through(int mail, int device) {
    DeviceRecord record = lineup.mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      int left = MOST;
      KeyIndex index = lineup.mailsById;
      for (int at = first(record.idHash(id)); at >= 0 && left-- > 0; at = index.next(at)) {
        int other = index.value(at);
        if (other != mail && verdicts.merged(other) && verdicts.device(other) == device) {
          return lineup.mails.get(other);
        }
      }
    }
    return null;
  }

  private int first(long hash) {
    return lineup.sharedIds.isShared(hash) ? -1 : lineup.mailsById.first(hash);
  }
}
