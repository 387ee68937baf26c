package devicehub.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void hasWhatWasAddedAndNothingElse() {
    Random dice = new Random(7);
    Keys keys = new Keys();
    Set<Integer> expected = new HashSet<>();
    assertThat(keys.isEmpty()).isTrue();
    for (int i = 0; i < 50_000; i++) {
      // Near ones fall together in the filter, far ones in the table.
      int key = dice.nextBoolean() ? dice.nextInt(40_000) + 1 : dice.nextInt(40_000) << 16 | 1;
      assertThat(keys.add(key)).isEqualTo(expected.add(key));
    }
    for (int i = 1; i <= 40_000; i++) {
      assertThat(keys.contains(i)).isEqualTo(expected.contains(i));
      assertThat(keys.contains(i << 16 | 1)).isEqualTo(expected.contains(i << 16 | 1));
    }
    assertThat(keys.isEmpty()).isFalse();
  }
}
