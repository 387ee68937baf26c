package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people read them. */
final class WordsTest {
  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        7,
        42,
        999,
        1_000,
        12_345,
        999_999,
        1_000_000,
        -1,
        -999,
        -1_000,
        -123_456,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void thousandsArePartedByCommas(long number) {
    assertThat(Words.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
  }
}
