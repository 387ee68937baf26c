package devicehub.matching;

import devicehub.decision.Basis;
import devicehub.decision.Changes;
import devicehub.decision.DecisionLog;
import devicehub.decision.HeldCycle;
import devicehub.decision.Outcome;
import devicehub.decision.StandingDecisions;
import devicehub.inventory.Inventory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a cycle that changes too much at once from being written, until a person has released it.
 * That it is held is in the log; what it would change is decided anew in every cycle, so a restart
 * or a repaired feed needs nothing more.
 */
final class Barrier {
  private final CycleGuard guard;
  private final DecisionLog log;
  private final RuleBook book;

  Barrier(CycleGuard guard, DecisionLog log, RuleBook book) {
    this.guard = guard;
    this.log = log;
    this.book = book;
  }

  /** What a cycle on the inventory of this moment is decided on. */
  Basis basis(Inventory inventory) {
    Map<String, Long> records = new HashMap<>();
    Map<String, Long> people = new HashMap<>();
    inventory
        .holdings()
        .forEach(
            (feed, holding) -> {
              count(feed, holding.records(), records);
              count(feed, holding.people(), people);
            });
    return Basis.of(book.version(), book.toString(), records, people);
  }

  private static void count(String feed, List<?> found, Map<String, Long> counts) {
    if (!found.isEmpty()) {
      counts.put(feed, (long) found.size());
    }
  }

  /** Why the changes must not be written; empty where they may. */
  Optional<Outcome.Held> holds(Standing before, Changes changes, StandingDecisions people) {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Optional<CycleGuard.Alarm> alarm = guard.judge(before, changes, log.basis(), people);
    if (alarm.isEmpty()) {
      return Optional.empty();
    }
    String reason = alarm.get().reason();
    HeldCycle now =
        new HeldCycle(0, changes.at(), changes.basis().rules(), alarm.get().jump(), reason);
    Optional<HeldCycle> earlier = log.held();
    Optional<HeldCycle> same = earlier.filter(held -> held.covers(now));
    if (same.filter(this::isReleased).isPresent()) {
      return Optional.empty();
    }
    HeldCycle held = same.orElseGet(() -> log.hold(now));
    return Optional.of(new Outcome.Held(held, reason, alarm.get().examples()));
  }

  private boolean isReleased(HeldCycle held) {
    return log.releases().stream().anyMatch(release -> release.held() == held.id());
  }
}
