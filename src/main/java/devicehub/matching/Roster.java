package devicehub.matching;

import devicehub.decision.Outcome;
import devicehub.decision.Tally;
import java.util.BitSet;

/**
 * The devices that a matching's enrolments are of.
 *
 * @param leads the enrolments that lead their devices
 * @param enrolled those of them whose devices are still enrolled
 * @param excluded how many mail records people excluded
 */
record Roster(BitSet leads, BitSet enrolled, int excluded) {
  /** A matching's records in numbers. */
  Tally tally(Merges merges) {
    BitSet without = (BitSet) enrolled.clone();
    for (int merge = 0; merge < merges.size(); merge++) {
      without.clear(merges.device(merge));
    }
    int enrollments = merges.enrollments().size();
    int devices = enrolled.cardinality();
    int leading = leads.cardinality();
    return new Tally(
        enrollments,
        merges.mails().size(),
        devices,
        enrollments - leading,
        leading - devices,
        without.cardinality(),
        excluded);
  }

  /** A matching's devices and mail records. */
  Outcome.Fleet fleet(Merges merges) {
    return new Outcome.Fleet(new Part(merges.enrollments(), enrolled), merges.mails());
  }
}
