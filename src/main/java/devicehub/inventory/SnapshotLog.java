package devicehub.inventory;

import java.util.List;
import java.util.Optional;

/** Keeps which snapshots came and which are in force, durably once a call has returned. */
public interface SnapshotLog {
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
}
