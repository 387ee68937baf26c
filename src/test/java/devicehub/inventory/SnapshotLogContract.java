package devicehub.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.Snapshot.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every snapshot log does. */
public interface SnapshotLogContract {
  Instant TAKEN_AT = Instant.parse("2026-03-09T08:15:00.123Z");

  /** An empty log. */
  SnapshotLog snapshots();

  static Snapshot snapshot(String feed, Kind kind, State state, String content) {
    RawPart first = new RawPart("%064x".formatted(content.hashCode()), "Mobile Devices.csv", 4711);
    RawPart second = new RawPart("b".repeat(64), "../../naïve;name.csv", 0);
    Counts counts = new Counts(212, 203, 1, 2, 6, 0);
    String reason = state == State.HELD ? "40 % fewer rows than before" : "";
    return new Snapshot(0, feed, kind, state, List.of(first, second), TAKEN_AT, counts, reason);
  }

  private Snapshot add(String feed, Kind kind, State state, String content) {
    return snapshots().add(snapshot(feed, kind, state, content));
  }

  @Test
  default void aSnapshotComesBackAsItWasAddedWithAnId() {
    Snapshot added = add("exchange", Kind.FULL, State.HELD, "monday");

    assertThat(added)
        .isEqualTo(snapshot("exchange", Kind.FULL, State.HELD, "monday").with(added.id()));
    assertThat(added.id()).isPositive();
    assertThat(snapshots().latest("exchange")).contains(added);
  }

  @Test
  default void idsAscendInTheOrderOfArrival() {
    long first = add("exchange", Kind.FULL, State.IN_FORCE, "monday").id();
    long second = add("maas360", Kind.FULL, State.FAILED, "monday").id();
    long third = add("exchange", Kind.DELTA, State.IN_FORCE, "tuesday").id();

    assertThat(first).isLessThan(second);
    assertThat(second).isLessThan(third);
  }

  @Test
  default void aFullSnapshotSupersedesItsFeedsEarlierOnes() {
    add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    add("exchange", Kind.DELTA, State.IN_FORCE, "tuesday");
    Snapshot other = add("maas360", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot full = add("exchange", Kind.FULL, State.IN_FORCE, "wednesday");

    assertThat(snapshots().inForce()).containsExactly(other, full);
  }

  @Test
  default void deltasStandBesideTheFullSnapshotBeforeThemOldestFirst() {
    Snapshot full = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot firstDelta = add("exchange", Kind.DELTA, State.IN_FORCE, "tuesday");
    Snapshot secondDelta = add("exchange", Kind.DELTA, State.IN_FORCE, "wednesday");

    assertThat(snapshots().inForce()).containsExactly(full, firstDelta, secondDelta);
  }

  @Test
  default void aHeldOrFailedSnapshotSupersedesNothing() {
    Snapshot inForce = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    add("exchange", Kind.FULL, State.HELD, "tuesday");
    Snapshot failed = add("exchange", Kind.FULL, State.FAILED, "wednesday");

    assertThat(snapshots().inForce()).containsExactly(inForce);
    assertThat(snapshots().latest("exchange")).contains(failed);
  }

  @Test
  default void aFeedThatNeverCameHasNoLatestSnapshot() {
    add("exchange", Kind.FULL, State.IN_FORCE, "monday");

    assertThat(snapshots().latest("traveler")).isEmpty();
  }
}
