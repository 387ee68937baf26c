package devicehub.matching;

import devicehub.decision.Reason;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;

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

  /**
   * Whether a record that is referred for this reason may be on another owner's device, none of its
   * own owner's being known to be the one.
   */
  static boolean tell(Reason reason) {
    return reason == Reason.NO_OWNER
        || reason == Reason.OWNER_HAS_NO_ENROLLMENT
        || reason == Reason.AMBIGUOUS_ATTRIBUTES;
  }

  /** Adds the devices on which the record may be, and to which nothing visible is opposed. */
  void devices(int mail, Ints into) {
    Ints others = merged(mail);
    for (int i = 0; i < others.size(); i++) {
      int device = verdicts.device(others.get(i));
      if (!into.contains(device)
          && !lineup.isSeparated(device, mail)
          && !Referrals.isOpposed(lineup.answers(device, mail))) {
        into.add(device);
      }
    }
  }

  /** Which mailbox makes a device a candidate. */
  String words(int mail, int device) {
    Ints others = merged(mail);
    String mailbox = "";
    for (int i = 0; i < others.size() && mailbox.isEmpty(); i++) {
      if (verdicts.device(others.get(i)) == device) {
        mailbox = lineup.mails.get(others.get(i)).mailbox();
      }
    }
    return "The same mail client reads "
        + (mailbox.isEmpty() ? "another mailbox" : mailbox)
        + " on "
        + lineup.enrollments.get(device).key()
        + ".";
  }

  /** The merged records that have an id of the record, as far as they are looked at. */
  private Ints merged(int mail) {
    Ints found = new Ints();
    DeviceRecord record = lineup.mails.get(mail);
    KeyIndex index = lineup.mailed.byId;
    for (int id = 0; id < record.idCount(); id++) {
      int left = MOST;
      for (int at = first(record.idHash(id)); at >= 0 && left-- > 0; at = index.next(at)) {
        if (index.value(at) != mail && verdicts.merged(index.value(at))) {
          found.add(index.value(at));
        }
      }
    }
    return found;
  }

  private int first(long hash) {
    return lineup.ids.shared.isShared(hash) ? -1 : lineup.mailed.byId.first(hash);
  }
}
