package devicehub.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every decision log knows of cycles that are held. */
public interface HeldCycleContract {
  Instant MORNING = Instant.parse("2026-03-09T08:15:00.123Z");
  Instant NOON = Instant.parse("2026-03-09T12:00:00.456Z");

  /** An empty log. */
  DecisionLog decisions();

  static HeldCycle jumping(int retracted) {
    return new HeldCycle(
        0,
        MORNING,
        "standard-1 81f0",
        new Jump(retracted, 2, 398),
        retracted + " merges would be retracted, of 9800 that stand");
  }

  static CycleRelease releasing(HeldCycle held) {
    return new CycleRelease(0, held.id(), "Ann Poe", "the branch was “sold”\n", NOON);
  }

  static Changes nothing() {
    return new Changes(NOON, List.of(), List.of(), List.of());
  }

  @Test
  default void aHeldCycleWaitsUntilACycleIsWritten() {
    assertThat(decisions().held()).isEmpty();
    HeldCycle held = decisions().hold(jumping(412));
    assertThat(held).isEqualTo(jumping(412).with(held.id()));
    assertThat(held.id()).isPositive();
    assertThat(decisions().held()).contains(held);

    decisions().write(nothing());
    assertThat(decisions().held()).isEmpty();
  }

  @Test
  default void oneCycleIsHeldAtATime() {
    HeldCycle first = decisions().hold(jumping(412));
    HeldCycle second = decisions().hold(jumping(900));
    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(decisions().held()).contains(second);
  }

  @Test
  default void aReleaseIsKeptForThoseWhoAskLater() {
    HeldCycle held = decisions().hold(jumping(412));
    CycleRelease release = decisions().release(releasing(held));
    assertThat(release).isEqualTo(releasing(held).with(release.id()));
    assertThat(decisions().held()).as("until a cycle is written").contains(held);

    decisions().write(nothing());
    CycleRelease next = decisions().release(releasing(decisions().hold(jumping(7))));
    assertThat(next.id()).isGreaterThan(release.id());
    assertThat(decisions().releases()).containsExactly(release, next);
  }

  @Test
  default void onlyTheCycleThatIsHeldIsReleasedAndOnce() {
    HeldCycle first = decisions().hold(jumping(412));
    HeldCycle second = decisions().hold(jumping(900));
    refused(first);

    decisions().release(releasing(second));
    refused(second);

    decisions().write(nothing());
    HeldCycle third = decisions().hold(jumping(900));
    decisions().write(nothing());
    refused(third);
    assertThat(decisions().releases()).hasSize(1);
  }

  private void refused(HeldCycle held) {
    assertThatThrownBy(() -> decisions().release(releasing(held)))
        .isInstanceOf(NoHeldCycleException.class)
        .hasMessage("no held cycle %d waits for a release".formatted(held.id()));
  }

  @Test
  default void theBasisOfTheNewestCycleWrittenIsKept() {
    assertThat(decisions().basis()).isEqualTo(Basis.NONE);
    Basis monday =
        new Basis("standard-1 81f0", Map.of("exchange", 212L, "old", 9L), Map.of("staff", 150L));
    Basis tuesday = new Basis("standard-2 02cc", Map.of("exchange", 213L), Map.of());
    decisions().write(nothing().on(monday));
    decisions().write(nothing());
    assertThat(decisions().basis()).as("a cycle that tells none").isEqualTo(monday);
    decisions().write(nothing().on(tuesday));
    assertThat(decisions().basis()).isEqualTo(tuesday);
  }
}
