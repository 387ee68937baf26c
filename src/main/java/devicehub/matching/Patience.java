package devicehub.matching;

import devicehub.decision.Merge;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Withholds what a matching concludes from absence while a feed is awaited. What stands goes on
 * standing; what is there for all to see, such as an equal id, is decided as ever.
 *
 * <pre>
 *   maas360 is awaited: jane's iPhone would merge with the only iPhone Intune has of hers → waits
 *                       joe's Galaxy would be OWNER_HAS_NO_ENROLLMENT                     → waits
 *                       ann's Pixel has the id of an enrolment                            → merged
 * </pre>
 */
final class Patience {
  /** Reasons that more records could take away; the others rest on records that are there. */
  private static final Set<Reason> FROM_ABSENCE =
      EnumSet.of(
          Reason.NO_OWNER,
          Reason.OWNER_HAS_NO_ENROLLMENT,
          Reason.AMBIGUOUS_ATTRIBUTES,
          Reason.MANUFACTURER_DIFFERS,
          Reason.PLATFORM_OR_FORM_DIFFERS,
          Reason.MODEL_CONTRADICTS,
          Reason.STALE_PARTNERSHIP);

  private final Awaited awaited;
  private final Standing before;
  private final Matching matching;
  private int waiting;

  Patience(Awaited awaited, Standing before, Matching matching) {
    this.awaited = awaited;
    this.before = before;
    this.matching = matching;
  }

  /** The merges without those that must wait, in the same order. */
  List<Merge> merges() {
    List<Merge> decided = matching.merges();
    if (awaited.isNothing()) {
      return decided;
    }
    StandingPairs old = before.merges();
    List<Merge> kept = new ArrayList<>();
    int oldAt = 0;
    for (int i = 0; i < decided.size(); i++) {
      Merge merge = decided.get(i);
      while (oldAt < old.size() && old.compareMail(oldAt, merge.mail()) < 0) {
        oldAt++;
      }
      boolean stood =
          oldAt < old.size()
              && old.compareMail(oldAt, merge.mail()) == 0
              && old.merge(oldAt).pair().equals(merge.pair());
      if (stood || isProven(i)) {
        kept.add(merge);
      } else {
        waiting++;
      }
    }
    return kept;
  }

  /** An equal id proves a pair; if addresses may be aliases, only together with the owner. */
  private boolean isProven(int merge) {
    return matching.byReviewer(merge)
        || (matching.byId(merge)
            && (awaited.directories().isEmpty() || matching.ownersAgree(merge)));
  }

  /** The records for people without those that must wait. */
  List<Referral> referrals() {
    if (awaited.isNothing()) {
      return matching.referrals();
    }
    LongAdder withheld = new LongAdder();
    List<Referral> kept =
        matching.referrals(
            (record, reason) -> {
              boolean withholds = withholds(record, reason);
              withheld.add(withholds ? 1 : 0);
              return !withholds;
            });
    waiting += withheld.intValue();
    return kept;
  }

  /** Whether a mail record that is no exception yet waits rather than becomes one. */
  boolean withholds(DeviceRecord record, Reason reason) {
    return restsOnAbsence(reason) && !before.openByRecord().containsKey(record.key());
  }

  private boolean restsOnAbsence(Reason reason) {
    return FROM_ABSENCE.contains(reason)
        || (reason == Reason.ID_CONFLICT && !awaited.directories().isEmpty());
  }

  /** What waits, and for whom; to be asked after the merges and referrals. */
  Outcome.Waiting waiting() {
    return new Outcome.Waiting(waiting, awaited.feeds());
  }
}
