package devicehub.inventory;

import devicehub.inventory.Snapshot.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Until when one feed's snapshots are remembered. What is in force, the feed's newest, what waits
 * for a person and what a start must read again are never let go, however old.
 *
 * @param raw superseded ones taken before this let go of their raw input
 * @param rejected so do, before this, failed and discarded ones, and held ones that are overtaken
 * @param log before this the snapshot itself is forgotten, once its raw input is
 * @param recall what a start looks at
 */
public record Expiry(Instant raw, Instant rejected, Instant log, Recall recall) {
  /** So many of a feed's full snapshots say what is usual lately, and stay in the log. */
  private static final int USUAL = 5;

  /** Which of a feed's snapshots, all given, let go of their raw input. */
  public Predicate<Snapshot> content(Collection<Snapshot> all) {
    long newest = all.stream().mapToLong(Snapshot::id).max().orElse(0);
    List<Snapshot> inForce = all.stream().filter(s -> s.state() == State.IN_FORCE).toList();
    Set<Long> reread = recall.reread();
    return s ->
        s.id() != newest
            && !reread.contains(s.id())
            && switch (s.state()) {
              case IN_FORCE -> false;
              case SUPERSEDED -> s.takenAt().isBefore(raw);
              case FAILED -> s.takenAt().isBefore(rejected);
              case HELD, DISCARDED ->
                  s.takenAt().isBefore(rejected) && inForce.stream().anyMatch(f -> f.overtakes(s));
            };
  }

  /** Which of a feed's snapshots, all given, are forgotten altogether. */
  public Predicate<Snapshot> whole(Collection<Snapshot> all) {
    Set<Long> usual =
        all.stream()
            .filter(s -> s.kind() == Snapshot.Kind.FULL)
            .filter(s -> SnapshotLog.ACCEPTED.contains(s.state()))
            .map(Snapshot::id)
            .sorted(Comparator.reverseOrder())
            .limit(USUAL)
            .collect(Collectors.toSet());
    return content(all)
        .and(s -> s.takenAt().isBefore(log) && s.id() < recall.first() && !usual.contains(s.id()));
  }
}
