package devicehub.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One complete answer of a feed to "what do you know?", and what became of it. Records are a
 * function of the snapshots in force; so this is all the store must hold of them.
 *
 * <pre>
 *   7  exchange  FULL  IN_FORCE  [9f2c…  MobileDevices.csv]  212 rows in = 203 + 1 + 2 + 6 + 0
 * </pre>
 *
 * @param id ascending in the order of arrival; 0 before the store gave one
 * @param reason why it is held or failed, else empty
 * @param askedAt when its source was asked for it, before the first page; empty where it was pushed
 *     or dropped, and may be of any age
 */
public record Snapshot(
    long id,
    String feed,
    Kind kind,
    State state,
    List<RawPart> parts,
    Instant takenAt,
    Counts counts,
    String reason,
    Optional<Instant> askedAt) {

  /** A snapshot that nobody asked for. */
  public Snapshot(
      long id,
      String feed,
      Kind kind,
      State state,
      List<RawPart> parts,
      Instant takenAt,
      Counts counts,
      String reason) {
    this(id, feed, kind, state, parts, takenAt, counts, reason, Optional.empty());
  }

  /** How a snapshot relates to the one before it. */
  public enum Kind {
    /** Replaces everything the feed said before. */
    FULL,
    /** Adds to, and overrides, what the feed said before. */
    DELTA
  }

  /** Whether the snapshot's records count. */
  public enum State {
    IN_FORCE,
    SUPERSEDED,
    /** Kept back until a person releases or discards it; the earlier one stays in force. */
    HELD,
    DISCARDED,
    /** Could not be read or fetched whole. */
    FAILED
  }

  public Snapshot with(long newId) {
    return new Snapshot(newId, feed, kind, state, parts, takenAt, counts, reason, askedAt);
  }

  public Snapshot in(State newState, String why) {
    return new Snapshot(id, feed, kind, newState, parts, takenAt, counts, why, askedAt);
  }

  /** The snapshot as it is while it does not count: held or discarded. */
  public Snapshot heldBack(State newState, String why) {
    return new Snapshot(id, feed, kind, newState, parts, takenAt, counts.allHeld(), why, askedAt);
  }

  /** The snapshot as it is once a person released it. */
  public Snapshot released() {
    return new Snapshot(
        id, feed, kind, State.IN_FORCE, parts, takenAt, counts.noneHeld(), "", askedAt);
  }

  /** The same snapshot, its source asked at that moment. */
  public Snapshot askedAt(Instant moment) {
    return new Snapshot(id, feed, kind, state, parts, takenAt, counts, reason, Optional.of(moment));
  }

  /** The snapshot once its raw input is purged. */
  Snapshot without() {
    return new Snapshot(id, feed, kind, state, List.of(), takenAt, counts, reason, askedAt);
  }

  /**
   * Whether this one, being in force, leaves nothing to be said by an older one: as a full snapshot
   * does, and as an incremental poll does to one before it, since it asks from the last accepted
   * one on.
   */
  public boolean overtakes(Snapshot older) {
    return feed.equals(older.feed)
        && id > older.id
        && (kind == Kind.FULL || (isIncrement() && older.isIncrement()));
  }

  /** Whether it is what a server said had changed since it was asked before. */
  public boolean isIncrement() {
    return kind == Kind.DELTA && askedAt.isPresent();
  }

  /** Whether both hold the same bytes in the same order. */
  public boolean sameContent(Snapshot other) {
    return parts.stream()
        .map(RawPart::sha256)
        .toList()
        .equals(other.parts.stream().map(RawPart::sha256).toList());
  }
}
