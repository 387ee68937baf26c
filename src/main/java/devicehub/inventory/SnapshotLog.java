package devicehub.inventory;

import devicehub.inventory.Snapshot.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps which snapshots came and which are in force, durably once a call has returned. */
public interface SnapshotLog {
  /** The states of a snapshot that is, or was, in force. */
  Set<State> ACCEPTED = Set.of(State.IN_FORCE, State.SUPERSEDED);

  /**
   * Adds a snapshot. One that is in force and full supersedes the feed's earlier ones in the same
   * transaction.
   *
   * @return the snapshot with its id
   */
  Snapshot add(Snapshot snapshot);

  /** The snapshots in force, oldest first. */
  List<Snapshot> inForce();

  /** The newest snapshot of a feed, whatever became of it. */
  Optional<Snapshot> latest(String feed);

  /** A feed's newest snapshots in any of the states, newest first. */
  List<Snapshot> newest(String feed, Set<State> states, int limit);

  /**
   * The full snapshots of a feed that took force since a moment, and the one before them; oldest
   * first.
   */
  List<Snapshot> accepted(String feed, Instant since);

  /**
   * Writes down what a person made of a held snapshot, and does so, in one transaction: released it
   * takes force as if it had been added so.
   *
   * @return the decision with its id
   * @throws NotHeldException if it is not held, or a full one that came later is in force
   */
  HoldDecision decide(HoldDecision decision);

  /** What people made of held snapshots, oldest first. */
  List<HoldDecision> holdDecisions();

  /**
   * The feed's newest held snapshot, unless a full one that came later has taken force: that one
   * says all there is, while a later delta does not say what a held one would have.
   */
  default Optional<Snapshot> waiting(String feed) {
    return newest(feed, Set.of(State.HELD, State.DISCARDED), 1).stream()
        .filter(snapshot -> snapshot.state() == State.HELD)
        .filter(held -> inForce().stream().noneMatch(newer -> newer.overtakes(held)))
        .findFirst();
  }
}
