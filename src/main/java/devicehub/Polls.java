package devicehub;

import devicehub.config.IncrementalConfig;
import devicehub.intake.HardwareReader;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.SnapshotLog;
import devicehub.polling.Poll;
import devicehub.polling.PollSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The polls under way, and what each asks for: everything, or what changed. Since when follows from
 * the snapshots in force, so that a restart forgets nothing and a failed poll skips nothing.
 *
 * <pre>
 *   in force   full, asked 08:00 | delta, asked 08:15      overlap 15 m, full every 24 h
 *   08:30      what changed since 08:00
 *   next day   08:00 everything
 * </pre>
 */
final class Polls {
  private final RawStore raw;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final HardwareReader hardware;
  private final Clock clock;
  private final Map<Poll, Draft> underWay = new ConcurrentHashMap<>();

  Polls(RawStore raw, SnapshotLog log, Inventory inventory, HardwareReader hardware, Clock clock) {
    this.raw = raw;
    this.log = log;
    this.inventory = inventory;
    this.hardware = hardware;
    this.clock = clock;
  }

  /** Begins a poll of the feed's server. */
  Poll begin(Feed feed) {
    PollSpec everything =
        feed.poll()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "feed " + feed.name() + " has no 'http' block in feeds.yaml"));
    Instant now = clock.instant();
    Optional<PollSpec> changes =
        feed.incremental()
            .flatMap(how -> since(feed, how, now).map(from -> asking(everything, how, from)));
    Feed asked = changes.isPresent() ? feed.as(Kind.DELTA) : feed;
    // What a server hands out once, as news, says nothing of the time before.
    Draft draft = new Draft(asked, hardware, now, Optional.of(now).filter(at -> !feed.delta()));
    Poll poll = new Poll(changes.orElse(everything), (page, in) -> draft.take(raw, page, in));
    underWay.put(poll, draft);
    return poll;
  }

  private static PollSpec asking(PollSpec everything, IncrementalConfig how, Instant from) {
    return everything.asking(how.parameter(), how.since(from));
  }

  /** What the poll brought; it is under way no more. */
  Draft end(Poll poll) {
    Draft draft = underWay.remove(poll);
    if (draft == null) {
      throw new IllegalArgumentException("this poll has been finished already");
    }
    return draft;
  }

  /** Since when to ask for changes; empty where everything is to be asked for. */
  private Optional<Instant> since(Feed feed, IncrementalConfig how, Instant now) {
    List<Snapshot> standing =
        log.inForce().stream().filter(snapshot -> snapshot.feed().equals(feed.name())).toList();
    boolean fresh =
        standing.stream()
            .filter(snapshot -> snapshot.kind() == Kind.FULL)
            .flatMap(full -> full.askedAt().stream())
            .anyMatch(asked -> isWithin(how.fullEvery(), asked, now));
    if (!fresh || inventory.unreadable(feed.name()).isPresent()) {
      return Optional.empty();
    }
    return standing.stream()
        .flatMap(snapshot -> snapshot.askedAt().stream())
        .max(Instant::compareTo)
        .map(last -> last.minus(how.overlap()));
  }

  /** A clock that was set back makes the last full poll one of the future, which proves nothing. */
  private static boolean isWithin(Duration span, Instant asked, Instant now) {
    return !asked.isAfter(now) && asked.plus(span).isAfter(now);
  }
}
