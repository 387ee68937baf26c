package devicehub;

import devicehub.inventory.HoldDecision;
import devicehub.inventory.HoldGuard;
import devicehub.inventory.Inventory;
import devicehub.inventory.Profile;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import java.util.List;
import java.util.Optional;

/** Holds what a feed brings against what it brought before: may it take force by itself? */
final class Gate {
  private static final int LATELY = 5;

  private final HoldGuard guard;
  private final SnapshotLog log;
  private final Inventory inventory;

  Gate(HoldGuard guard, SnapshotLog log, Inventory inventory) {
    this.guard = guard;
    this.log = log;
    this.inventory = inventory;
  }

  /** Why the draft must wait for a person; empty if it need not. */
  Optional<String> reasonToHold(Feed feed, Draft draft) {
    if (!draft.isComplete()) {
      return Optional.of(draft.shortfall());
    }
    if (feed.delta()) {
      return guard.judgeDelta(Profile.ofCounts(draft.holding()));
    }
    Optional<String> reason = judge(feed, draft);
    // Whoever connects a feed has to be told apart: no device, or records looked for elsewhere.
    return draft.lacks().isPresent() ? reason.map(why -> why + "; " + draft.lacks().get()) : reason;
  }

  private Optional<String> judge(Feed feed, Draft draft) {
    Optional<Profile> inForce = inventory.asItCame(feed.name()).map(Profile::of);
    Profile fresh =
        inForce.isPresent() ? Profile.of(draft.holding()) : Profile.ofCounts(draft.holding());
    return guard
        .judgeTime(draft.holding().records())
        .or(() -> guard.judge(fresh, inForce, lately(feed.name())));
  }

  /** Who released a small snapshot said that the feed is small now: nothing before it counts. */
  private List<Long> lately(String feed) {
    long released =
        log.holdDecisions().stream()
            .filter(decision -> decision.feed().equals(feed))
            .filter(decision -> decision.kind() == HoldDecision.Kind.RELEASE)
            .mapToLong(HoldDecision::snapshot)
            .max()
            .orElse(0);
    return log.fulls(feed, LATELY).stream()
        .filter(snapshot -> snapshot.id() >= released)
        .map((Snapshot snapshot) -> snapshot.counts().accepted())
        .toList();
  }
}
