package devicehub.matching;

import devicehub.decision.Merge;
import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import java.time.Instant;

/** The merges that stand from the cycle before, in the order of the mail records' keys. */
interface StandingPairs {
  int size();

  /** Compares the key of a pair's mail record with that of another record. */
  int compareMail(int pair, DeviceRecord mail);

  /** Whether a merge is the standing one, by the same rule on the same word. */
  boolean isSame(int pair, Merge now);

  Instant since(int pair);

  StandingMerge merge(int pair);
}
