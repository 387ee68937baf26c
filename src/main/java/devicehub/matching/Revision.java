package devicehub.matching;

import devicehub.decision.Audit;
import devicehub.decision.Changes;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A cycle of which only a part was decided, the rest standing as it stood. It comes to the same as
 * if everything had been decided.
 */
final class Revision implements Proposal {
  private final Standing before;
  private final Differences part;
  private final Kept kept;
  private final Set<RecordKey> replaced = new HashSet<>();
  private final int unchanged;

  Revision(
      Standing before,
      Kept earlier,
      Kept.Linked links,
      Patch patch,
      Matching matching,
      StandingDecisions people,
      Instant at) {
    this.before = before;
    Predicate<DeviceRecord> isReplaced = patch.replaced();
    List<Outcome.Referred> rest = new ArrayList<>(earlier.referred().size());
    Map<RecordKey, OpenException> open = new HashMap<>();
    for (Outcome.Referred referred : earlier.referred()) {
      if (isReplaced.test(referred.referral().record())) {
        open.put(referred.life().record(), referred.life());
      } else {
        rest.add(referred);
      }
    }
    replaced.addAll(open.keySet());
    Ints pairs = patch.replaced(earlier.pairs().merged());
    this.part =
        new Differences(
            new Standing(
                new StoodPairs(earlier.pairs(), pairs),
                open,
                before.occurrences(),
                before.spentIds()),
            matching,
            Awaited.NOTHING,
            at);
    this.unchanged = part.unchanged() + earlier.pairs().size() - pairs.size() + rest.size();
    this.kept =
        new Kept(
            patch.pairs(earlier.pairs(), pairs, part.pairs()),
            patch.roster(earlier.roster(), matching.roster(), people),
            matching.syncs(),
            inOrder(rest, part.referred()),
            links);
  }

  private static List<Outcome.Referred> inOrder(
      List<Outcome.Referred> rest, List<Outcome.Referred> part) {
    List<Outcome.Referred> all = new ArrayList<>(rest.size() + part.size());
    int at = 0;
    for (Outcome.Referred referred : part) {
      DeviceRecord record = referred.referral().record();
      while (at < rest.size() && rest.get(at).referral().record().compareKey(record) < 0) {
        all.add(rest.get(at++));
      }
      all.add(referred);
    }
    all.addAll(rest.subList(at, rest.size()));
    return all;
  }

  @Override
  public Changes changes() {
    return part.changes();
  }

  /** Goes on in the maps of before, which no one needs any more and which may be large. */
  @Override
  public Standing after() {
    Map<RecordKey, OpenException> open = before.openByRecord();
    open.keySet().removeAll(replaced);
    open.putAll(part.open());
    part.open()
        .forEach((record, exception) -> before.occurrences().put(record, exception.occurrence()));
    return new Standing(kept.pairs(), open, before.occurrences(), before.spentIds());
  }

  @Override
  public Outcome outcome(long millis) {
    return new Outcome(
        part.summary(
            millis,
            unchanged,
            kept.pairs().size(),
            kept.referred(),
            kept.roster().tally(kept.pairs().merged())),
        kept.pairs().stood(),
        kept.pairs().carried(),
        kept.referred(),
        kept.roster().fleet(kept.pairs().merged()),
        Audit.NONE,
        Outcome.Waiting.NOTHING,
        Optional.empty());
  }

  @Override
  public Optional<Kept> kept() {
    return Optional.of(kept);
  }
}
