package devicehub.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RelayTest {
  private static final int PARTS = 500;

  @Test
  void everyPartIsMadeOnceAndUsedInOrder() {
    AtomicIntegerArray made = new AtomicIntegerArray(PARTS);
    List<Integer> used = new ArrayList<>();

    Relay.run(
        PARTS,
        part -> {
          made.incrementAndGet(part);
          return part;
        },
        used::add);

    assertThat(used).isEqualTo(IntStream.range(0, PARTS).boxed().toList());
    assertThat(IntStream.range(0, PARTS).map(made::get)).allMatch(times -> times == 1);
  }

  @Test
  void nothingIsAskedOfNobody() {
    Relay.run(
        0,
        part -> part,
        part -> {
          throw new AssertionError(part);
        });
  }

  @Test
  void onlyAFewPartsLieMadeAndUnused() {
    AtomicInteger lying = new AtomicInteger();
    List<Integer> most = new ArrayList<>();

    Relay.run(PARTS, part -> lying.incrementAndGet(), part -> most.add(lying.getAndDecrement()));

    assertThat(most)
        .hasSize(PARTS)
        .allMatch(parts -> parts <= 2 * Runtime.getRuntime().availableProcessors());
  }

  /** As within a report, whose writers keep the other cores busy. */
  @Test
  void whoFindsAllCoresBusyMakesThePartsItself() {
    List<Integer> used = new ArrayList<>();

    try (BusyCores busy = new BusyCores()) {
      Relay.run(PARTS, part -> part, used::add);
    }

    assertThat(used).hasSize(PARTS);
  }

  @Test
  void aPartThatCannotBeMadeFailsInItsTurn() {
    List<Integer> used = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Relay.run(
                    PARTS,
                    part -> {
                      if (part == 70) {
                        throw new IllegalStateException("part 70");
                      }
                      return part;
                    },
                    used::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("part 70");

    assertThat(used).hasSize(70);
  }

  @Test
  void anErrorIsThrownAsItIs() {
    OutOfMemoryError noRoom = new OutOfMemoryError("made on purpose");

    assertThatThrownBy(
            () ->
                Relay.run(
                    1,
                    part -> {
                      throw noRoom;
                    },
                    part -> {}))
        .isSameAs(noRoom);
  }

  @Test
  void noPartIsUsedAfterOneThatCouldNotBe() {
    List<Integer> used = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Relay.run(
                    PARTS,
                    part -> part,
                    part -> {
                      if (part == 9) {
                        throw new IOException("disk full");
                      }
                      used.add(part);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");

    assertThat(used).hasSize(9);
  }
}
