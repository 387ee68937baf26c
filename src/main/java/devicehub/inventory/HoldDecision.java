package devicehub.inventory;

import java.time.Instant;

/**
 * What a person made of a held snapshot, and why. Appended, never changed.
 *
 * @param id ascending; 0 before the log gave one
 * @param snapshot the id of the held snapshot
 */
public record HoldDecision(
    long id, long snapshot, String feed, Kind kind, String by, String note, Instant at) {

  /** What people can make of it. */
  public enum Kind {
    /** The snapshot takes force after all. */
    RELEASE,
    /** The snapshot is nothing; the earlier one stays in force. */
    DISCARD
  }

  public HoldDecision with(long newId) {
    return new HoldDecision(newId, snapshot, feed, kind, by, note, at);
  }
}
