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
   * The snapshots of a feed that took force since a moment, from the last full one before it on;
   * oldest first.
   */
  List<Snapshot> accepted(String feed, Instant since);

  /** A feed's newest full snapshots that took force, newest first. */
  List<Snapshot> fulls(String feed, int limit);

  /** Writes down what a full snapshot leaves out; what was told before stands. */
  void tell(LeftOut leftOut);

  /** What is known of those of a feed's snapshots that have this id or a later one. */
  List<LeftOut> told(String feed, long from);

  /** What a start must look at to know which records of a feed are missing. */
  default Recall recall(String feed, Instant since) {
    List<Snapshot> accepted = accepted(feed, since);
    return Recall.of(accepted, accepted.isEmpty() ? List.of() : told(feed, accepted.get(0).id()));
  }

  /** The feeds that any snapshot is of. */
  Set<String> feeds();

  /**
   * Forgets one feed's past, in one transaction: first what points to raw input, so that no kill
   * can leave a pointer to what is no longer there.
   *
   * @return how many snapshots let go of their raw input
   */
  int expire(String feed, Expiry expiry);

  /** The hashes of all raw input that any snapshot points to. */
  Set<String> contents();

  /**
   * Writes down what a person made of a held snapshot, and does so, in one transaction: released it
   * takes force as if it had been added so.
   *
   * @return the decision with its id
   * @throws NotHeldException if it is not held, or one that {@linkplain Snapshot#overtakes
   *     overtakes} it is in force
   */
  HoldDecision decide(HoldDecision decision);

  /** What people made of held snapshots, oldest first. */
  List<HoldDecision> holdDecisions();

  /**
   * The feed's newest held snapshot, unless one that overtakes it has taken force: a full one says
   * all there is, while a delta that was pushed later does not say what a held one would have.
   */
  default Optional<Snapshot> waiting(String feed) {
    return newest(feed, Set.of(State.HELD, State.DISCARDED), 1).stream()
        .filter(snapshot -> snapshot.state() == State.HELD)
        .filter(held -> inForce().stream().noneMatch(newer -> newer.overtakes(held)))
        .findFirst();
  }
}
