package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in UTC to the second. */
final class IsoTimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T14:02:35Z",
        "1970-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "2024-02-29T09:08:07Z"
      })
  void aTimeReadsAsIso8601HasIt(String time) {
    assertThat(IsoTimes.of(Instant.parse(time))).isEqualTo(time);
  }

  @Test
  void anyTimeReadsAsTheFormatterOfJavaWritesIt() {
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      long second = random.nextLong() % 400_000_000_000L;
      assertThat(IsoTimes.of(Instant.ofEpochSecond(second, random.nextInt(1_000_000_000))))
          .isEqualTo(DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(second)));
    }
  }
}
