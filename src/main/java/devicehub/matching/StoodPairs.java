package devicehub.matching;

import devicehub.decision.Merge;
import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import java.time.Instant;

/** Some of the merges that stand, in their order. */
final class StoodPairs implements StandingPairs {
  private final StandingPairs all;
  private final Ints some;

  StoodPairs(StandingPairs all, Ints some) {
    this.all = all;
    this.some = some;
  }

  @Override
  public int size() {
    return some.size();
  }

  @Override
  public int compareMail(int pair, DeviceRecord mail) {
    return all.compareMail(some.get(pair), mail);
  }

  @Override
  public boolean isSame(int pair, Merge now) {
    return all.isSame(some.get(pair), now);
  }

  @Override
  public Instant since(int pair) {
    return all.since(some.get(pair));
  }

  @Override
  public StandingMerge merge(int pair) {
    return all.merge(some.get(pair));
  }
}
