package devicehub.matching;

import devicehub.decision.Merge;
import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The merges as the decision log tells them, which is how a hub begins. */
final class LoggedPairs implements StandingPairs {
  private final List<StandingMerge> merges;

  LoggedPairs(List<StandingMerge> merges) {
    this.merges =
        merges.stream()
            .sorted(Comparator.comparing((StandingMerge merge) -> merge.pair().mail()))
            .toList();
  }

  @Override
  public int size() {
    return merges.size();
  }

  @Override
  public int compareMail(int pair, DeviceRecord mail) {
    return merges.get(pair).pair().mail().compareTo(mail.key());
  }

  @Override
  public boolean isSame(int pair, Merge now) {
    StandingMerge old = merges.get(pair);
    return old.pair().equals(now.pair())
        && old.rule().equals(now.rule())
        && old.authority() == now.authority();
  }

  @Override
  public Instant since(int pair) {
    return merges.get(pair).mergedAt();
  }

  @Override
  public StandingMerge merge(int pair) {
    return merges.get(pair);
  }
}
