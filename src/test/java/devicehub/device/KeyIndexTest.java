package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Many keys looked up at once are found where each is found by itself. */
final class KeyIndexTest {
  @RepeatedTest(20)
  void manyAtOnceAreEachByItself(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    KeyIndex index = new KeyIndex(random.nextInt(40));
    long[] keys = new long[1000];
    int[] found = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(random);
      if (random.nextBoolean()) {
        index.put(key(random), i);
      }
    }
    index.firsts(keys, keys.length - 1, found);

    for (int i = 0; i < keys.length - 1; i++) {
      assertThat(found[i]).isEqualTo(index.first(keys[i]));
      assertThat(found[i] < 0 || index.key(found[i]) == keys[i]).isTrue();
    }
    assertThat(found).contains(-1);
    assertThat(found[keys.length - 1]).isZero();
  }

  /** Few enough to meet, and many of one slot. */
  private static long key(Random random) {
    return (long) random.nextInt(30) << 20 | random.nextInt(30);
  }
}
