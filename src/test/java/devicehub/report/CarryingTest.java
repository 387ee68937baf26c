package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Carried;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CarryingTest {
  private final Carrying<Object> carrying = new Carrying<>();

  @Test
  void tellsWhatStandsInRuns() {
    List<Object> a = things(6);
    carrying.to(a);

    assertThat(carrying.to(List.of(a.get(0), a.get(1), new Object(), a.get(3), a.get(5))).runs())
        .containsExactly(
            new Carried.Run(0, 0, 2), new Carried.Run(3, 3, 1), new Carried.Run(4, 5, 1));
  }

  @Test
  void theSameListIsTheSame() {
    List<Object> list = things(3);

    assertThat(carrying.to(list)).isSameAs(carrying.to(list));
  }

  @Test
  void followsOnTheListOfBefore() {
    Carried first = carrying.to(things(3));
    Carried second = carrying.to(things(3));

    assertThat(second.earlier()).isSameAs(first.mark());
    assertThat(second.runs()).isEmpty();
  }

  @Test
  void whatIsLikeAnotherIsNotTheSame() {
    carrying.to(List.of(new String("jane")));

    assertThat(carrying.to(List.of(new String("jane"))).runs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void runsAreInOrderAndTellTheTruth(long seed) {
    Random random = new Random(seed);
    List<Object> list = things(random.nextInt(200));
    carrying.to(list);
    for (int step = 0; step < 50; step++) {
      List<Object> next = new ArrayList<>(list);
      for (int i = random.nextInt(20); i > 0; i--) {
        int at = random.nextInt(next.size() + 1);
        if (random.nextBoolean() || at == next.size()) {
          next.add(at, new Object());
        } else if (random.nextInt(4) > 0) {
          next.remove(at);
        } else { // moved
          next.add(random.nextInt(next.size()), next.remove(at));
        }
      }
      int from = 0;
      int was = 0;
      for (Carried.Run run : carrying.to(next).runs()) {
        assertThat(run.from()).isGreaterThanOrEqualTo(from);
        assertThat(run.was()).isGreaterThanOrEqualTo(was);
        for (int i = 0; i < run.count(); i++) {
          assertThat(next.get(run.from() + i)).isSameAs(list.get(run.was() + i));
        }
        from = run.from() + run.count();
        was = run.was() + run.count();
      }
      list = next;
    }
  }

  private static List<Object> things(int count) {
    List<Object> things = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      things.add(new Object());
    }
    return things;
  }
}
