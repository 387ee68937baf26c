package devicehub.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.Snapshot.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
  default void whenASourceWasAskedComesBackThroughHoldAndRelease() {
    Instant asked = TAKEN_AT.minusMillis(1_500);
    Snapshot held =
        snapshots().add(snapshot("maas360", Kind.FULL, State.HELD, "monday").askedAt(asked));
    decide(HoldDecision.Kind.RELEASE, held);

    assertThat(snapshots().inForce())
        .singleElement()
        .satisfies(snapshot -> assertThat(snapshot.askedAt()).contains(asked));
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

  @Test
  default void theNewestOfSomeStatesComeNewestFirst() {
    Snapshot first = add("exchange", Kind.FULL, State.HELD, "monday");
    add("exchange", Kind.FULL, State.FAILED, "tuesday");
    Snapshot third = add("exchange", Kind.FULL, State.DISCARDED, "wednesday");
    add("traveler", Kind.FULL, State.HELD, "monday");

    Set<State> states = Set.of(State.HELD, State.DISCARDED);
    assertThat(snapshots().newest("exchange", states, 5)).containsExactly(third, first);
    assertThat(snapshots().newest("exchange", states, 1)).containsExactly(third);
  }

  @Test
  default void theAcceptedSinceAMomentComeWithTheOneBeforeThem() {
    for (int hour = 0; hour < 4; hour++) {
      Snapshot snapshot = snapshot("exchange", Kind.FULL, State.IN_FORCE, "hour " + hour);
      snapshots().add(at(snapshot, TAKEN_AT.plus(Duration.ofHours(hour))));
      add("exchange", Kind.FULL, State.HELD, "held");
    }

    assertThat(snapshots().accepted("exchange", TAKEN_AT.plus(Duration.ofHours(2))))
        .extracting(Snapshot::takenAt)
        .containsExactly(
            TAKEN_AT.plus(Duration.ofHours(1)),
            TAKEN_AT.plus(Duration.ofHours(2)),
            TAKEN_AT.plus(Duration.ofHours(3)));
    assertThat(snapshots().accepted("exchange", TAKEN_AT)).hasSize(4);
  }

  @Test
  default void deltasAreAmongTheAcceptedAndNotAmongTheFullOnes() {
    Snapshot monday = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot delta = add("exchange", Kind.DELTA, State.IN_FORCE, "tuesday");
    add("exchange", Kind.FULL, State.HELD, "wednesday");
    Snapshot thursday = add("exchange", Kind.FULL, State.IN_FORCE, "thursday");

    assertThat(snapshots().accepted("exchange", TAKEN_AT.plusMillis(1)))
        .extracting(Snapshot::id)
        .containsExactly(thursday.id());
    assertThat(snapshots().accepted("exchange", TAKEN_AT))
        .extracting(Snapshot::id)
        .containsExactly(monday.id(), delta.id(), thursday.id());
    assertThat(snapshots().fulls("exchange", 5))
        .extracting(Snapshot::id)
        .containsExactly(thursday.id(), monday.id());
    assertThat(snapshots().fulls("exchange", 1)).containsExactly(thursday);
  }

  @Test
  default void whatASnapshotLeavesOutIsToldOnceAndByItsFeed() {
    Snapshot first = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot second = add("exchange", Kind.FULL, State.IN_FORCE, "tuesday");
    Snapshot other = add("traveler", Kind.FULL, State.IN_FORCE, "tuesday");
    LeftOut told =
        new LeftOut(second.id(), List.of(first.id(), 7L), "{\"line\":2,\"cells\":[\"ü\"]}");
    LeftOut others = new LeftOut(other.id(), List.of(), "");

    snapshots().tell(told);
    snapshots().tell(others);
    snapshots().tell(new LeftOut(second.id(), List.of(), "told again"));

    assertThat(snapshots().told("exchange", first.id())).containsExactly(told);
    assertThat(snapshots().told("exchange", second.id() + 1)).isEmpty();
    assertThat(snapshots().told("traveler", 0)).containsExactly(others);
  }

  @Test
  default void aStartRereadsOnlyTheStepsThatAreNotTold() {
    Snapshot first = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot second = add("exchange", Kind.FULL, State.IN_FORCE, "tuesday");
    Snapshot third = add("exchange", Kind.FULL, State.IN_FORCE, "wednesday");
    Snapshot delta = add("exchange", Kind.DELTA, State.IN_FORCE, "thursday");
    Snapshot fourth = add("exchange", Kind.FULL, State.IN_FORCE, "friday");
    snapshots().tell(new LeftOut(second.id(), List.of(first.id()), ""));
    snapshots().tell(new LeftOut(fourth.id(), List.of(third.id()), "compared with another one"));

    Recall recall = snapshots().recall("exchange", TAKEN_AT);
    assertThat(recall.first()).isEqualTo(first.id());
    assertThat(recall.steps())
        .extracting(step -> step.told().isPresent())
        .containsExactly(true, false, false);
    assertThat(recall.reread())
        .containsExactlyInAnyOrder(second.id(), third.id(), delta.id(), fourth.id());
    assertThat(snapshots().recall("traveler", TAKEN_AT).steps()).isEmpty();
  }

  private static Expiry allOlderThan(Instant moment) {
    return new Expiry(moment, moment, moment, Recall.NOTHING);
  }

  @Test
  default void whatIsInForceOrWaitsOrIsTheNewestIsNeverForgotten() {
    add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    add("exchange", Kind.FULL, State.HELD, "overtaken");
    Snapshot full = add("exchange", Kind.FULL, State.IN_FORCE, "tuesday");
    Snapshot delta = add("exchange", Kind.DELTA, State.IN_FORCE, "wednesday");
    Snapshot held = add("exchange", Kind.FULL, State.HELD, "thursday");
    add("exchange", Kind.FULL, State.FAILED, "friday");
    Snapshot newest = add("exchange", Kind.FULL, State.FAILED, "saturday");
    Snapshot other = add("traveler", Kind.FULL, State.IN_FORCE, "monday");

    assertThat(snapshots().expire("exchange", allOlderThan(TAKEN_AT))).as("too young").isZero();
    assertThat(snapshots().expire("exchange", allOlderThan(TAKEN_AT.plusMillis(1)))).isEqualTo(3);
    assertThat(snapshots().expire("exchange", allOlderThan(TAKEN_AT.plusMillis(1)))).isZero();

    assertThat(snapshots().inForce()).containsExactly(full, delta, other);
    assertThat(snapshots().waiting("exchange")).contains(held);
    assertThat(snapshots().latest("exchange")).contains(newest);
    assertThat(snapshots().newest("exchange", Set.of(State.values()), 9))
        .as("the superseded one still says what is usual")
        .hasSize(5)
        .filteredOn(snapshot -> snapshot.parts().isEmpty())
        .hasSize(1);
    assertThat(snapshots().contents())
        .contains("%064x".formatted("tuesday".hashCode()), "b".repeat(64))
        .doesNotContain("%064x".formatted("overtaken".hashCode()));
    assertThat(snapshots().feeds()).containsExactlyInAnyOrder("exchange", "traveler");
  }

  @Test
  default void whatAStartMustReadAgainIsNotForgotten() {
    Snapshot first = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot second = add("exchange", Kind.FULL, State.IN_FORCE, "tuesday");
    Snapshot third = add("exchange", Kind.FULL, State.IN_FORCE, "wednesday");
    snapshots().tell(new LeftOut(third.id(), List.of(second.id()), "three rows"));
    Instant all = TAKEN_AT.plusSeconds(1);
    Recall recall = snapshots().recall("exchange", TAKEN_AT);

    assertThat(snapshots().expire("exchange", new Expiry(all, all, all, recall))).isZero();
    snapshots().tell(new LeftOut(second.id(), List.of(first.id()), "two rows"));
    recall = snapshots().recall("exchange", TAKEN_AT);
    assertThat(snapshots().expire("exchange", new Expiry(all, all, all, recall))).isEqualTo(2);
    assertThat(snapshots().told("exchange", 0)).hasSize(2);
    assertThat(snapshots().expire("exchange", allOlderThan(all))).isZero();
    assertThat(snapshots().told("exchange", 0)).as("of no use without a grace").isEmpty();
  }

  @Test
  default void anIdIsNeverUsedAgainAndTheNewestReleaseIsRemembered() {
    Snapshot discarded = hold("exchange", "monday");
    decide(HoldDecision.Kind.DISCARD, discarded);
    Snapshot held = hold("exchange", "tuesday");
    HoldDecision released = decide(HoldDecision.Kind.RELEASE, held);
    for (int day = 0; day < 7; day++) {
      add("exchange", Kind.FULL, State.IN_FORCE, "day " + day);
    }
    long newest = snapshots().latest("exchange").orElseThrow().id();

    snapshots().expire("exchange", allOlderThan(TAKEN_AT.plusSeconds(1)));

    assertThat(snapshots().holdDecisions()).containsExactly(released);
    assertThat(snapshots().newest("exchange", Set.of(State.values()), 99))
        .as("five that say what is usual, and the released one")
        .hasSize(6);
    assertThat(add("exchange", Kind.FULL, State.IN_FORCE, "next").id()).isGreaterThan(newest);
  }

  private static Snapshot at(Snapshot snapshot, Instant takenAt) {
    return new Snapshot(
        snapshot.id(),
        snapshot.feed(),
        snapshot.kind(),
        snapshot.state(),
        snapshot.parts(),
        takenAt,
        snapshot.counts(),
        snapshot.reason());
  }

  private Snapshot hold(String feed, String content) {
    Snapshot whole = snapshot(feed, Kind.FULL, State.HELD, content);
    return snapshots()
        .add(
            new Snapshot(
                0,
                feed,
                Kind.FULL,
                State.HELD,
                whole.parts(),
                TAKEN_AT,
                whole.counts().allHeld(),
                whole.reason()));
  }

  private HoldDecision decide(HoldDecision.Kind kind, Snapshot held) {
    return snapshots()
        .decide(
            new HoldDecision(
                0, held.id(), held.feed(), kind, "Ann Poe", "the branch; has moved", TAKEN_AT));
  }

  @Test
  default void aReleasedSnapshotTakesForceAndItsRowsCount() {
    add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot held = hold("exchange", "tuesday");
    assertThat(snapshots().waiting("exchange")).contains(held);

    HoldDecision decision = decide(HoldDecision.Kind.RELEASE, held);

    assertThat(snapshots().inForce()).containsExactly(held.released());
    assertThat(held.released().counts().accepted()).isEqualTo(203);
    assertThat(snapshots().waiting("exchange")).isEmpty();
    assertThat(snapshots().holdDecisions()).containsExactly(decision);
    assertThat(decision.note()).isEqualTo("the branch; has moved");
  }

  @Test
  default void aDiscardedSnapshotLeavesTheEarlierOneInForce() {
    Snapshot inForce = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot held = hold("exchange", "tuesday");

    HoldDecision decision = decide(HoldDecision.Kind.DISCARD, held);

    assertThat(snapshots().inForce()).containsExactly(inForce);
    assertThat(snapshots().latest("exchange"))
        .contains(held.in(State.DISCARDED, "40 % fewer rows than before"));
    assertThat(snapshots().waiting("exchange")).isEmpty();
    assertThat(snapshots().holdDecisions()).containsExactly(decision);
  }

  @Test
  default void aHeldDeltaWaitsThoughLaterDeltasTookForce() {
    Snapshot full = add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot held = add("exchange", Kind.DELTA, State.HELD, "tuesday");
    Snapshot later = add("exchange", Kind.DELTA, State.IN_FORCE, "wednesday");
    assertThat(snapshots().waiting("exchange")).contains(held);

    decide(HoldDecision.Kind.RELEASE, held);
    assertThat(snapshots().inForce()).containsExactly(full, held.released(), later);
  }

  @Test
  default void anIncrementalPollSaysAgainWhatAHeldOneSaid() {
    add("maas360", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot held =
        snapshots().add(snapshot("maas360", Kind.DELTA, State.HELD, "8:00").askedAt(TAKEN_AT));
    snapshots().add(snapshot("maas360", Kind.DELTA, State.IN_FORCE, "8:15").askedAt(TAKEN_AT));

    assertThat(snapshots().waiting("maas360")).isEmpty();
    assertThatThrownBy(() -> decide(HoldDecision.Kind.RELEASE, held))
        .isInstanceOf(NotHeldException.class);
  }

  @Test
  default void aReleasedSnapshotReplacesNothingThatCameAfterIt() {
    add("exchange", Kind.FULL, State.IN_FORCE, "monday");
    Snapshot held = hold("exchange", "tuesday");
    Snapshot later = add("exchange", Kind.DELTA, State.IN_FORCE, "wednesday");

    decide(HoldDecision.Kind.RELEASE, held);

    assertThat(snapshots().inForce()).containsExactly(held.released(), later);
  }

  @Test
  default void nobodyDecidesTwiceOrOnASnapshotThatANewerOneReplaced() {
    Snapshot decided = hold("exchange", "monday");
    decide(HoldDecision.Kind.DISCARD, decided);
    Snapshot overtaken = hold("traveler", "monday");
    add("traveler", Kind.FULL, State.IN_FORCE, "tuesday");

    for (Snapshot snapshot : List.of(decided, overtaken)) {
      assertThatThrownBy(() -> decide(HoldDecision.Kind.RELEASE, snapshot))
          .isInstanceOf(NotHeldException.class)
          .hasMessageContaining(snapshot.feed());
    }
    assertThat(snapshots().waiting("traveler")).isEmpty();
    assertThat(snapshots().holdDecisions()).hasSize(1);
  }
}
