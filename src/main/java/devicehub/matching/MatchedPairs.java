package devicehub.matching;

import devicehub.decision.Carried;
import devicehub.decision.Merge;
import devicehub.decision.Outcome;
import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The merges a cycle came to, and since when each stands. A million of them share a few moments, so
 * nothing is kept by pair but where its moment is; the rest is made when asked for.
 */
final class MatchedPairs implements StandingPairs {
  private final List<Merge> merges;
  private final @Nullable Instant[] since;
  private final Carried carried;

  /**
   * @param since by merge, filled before anything is asked
   */
  MatchedPairs(List<Merge> merges, @Nullable Instant[] since, Carried carried) {
    this.merges = merges;
    this.since = since;
    this.carried = carried;
  }

  /** Which of them stand as they stood. */
  Carried carried() {
    return carried;
  }

  /** The merges where none waits; those of a matching as they are. */
  Merges merged() {
    return (Merges) merges;
  }

  @Override
  public int size() {
    return merges.size();
  }

  @Override
  public int compareMail(int pair, DeviceRecord mail) {
    DeviceRecord ours = merges.get(pair).mail();
    return ours == mail ? 0 : ours.compareKey(mail);
  }

  @Override
  public boolean isSame(int pair, Merge now) {
    Merge old = merges.get(pair);
    return (old.enrollment() == now.enrollment()
            || old.enrollment().compareKey(now.enrollment()) == 0)
        && old.rule().equals(now.rule())
        && old.authority() == now.authority();
  }

  @Override
  public StandingMerge merge(int pair) {
    return stood(pair).standing();
  }

  @Override
  public Instant since(int pair) {
    return Objects.requireNonNull(since[pair]);
  }

  private Outcome.Stood stood(int pair) {
    return new Outcome.Stood(merges.get(pair), since(pair));
  }

  /** Every merge with its moment. */
  List<Outcome.Stood> stood() {
    return new AbstractList<>() {
      @Override
      public Outcome.Stood get(int index) {
        return stood(index);
      }

      @Override
      public int size() {
        return merges.size();
      }
    };
  }

  /** Some of the merges, by their positions. */
  List<StandingMerge> only(Ints pairs) {
    return new AbstractList<>() {
      @Override
      public StandingMerge get(int index) {
        return merge(pairs.get(index));
      }

      @Override
      public int size() {
        return pairs.size();
      }
    };
  }
}
