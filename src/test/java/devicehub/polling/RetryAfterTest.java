package devicehub.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-23T09:13:49.500Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "' 120 ', 120",
    "123456, 123456",
    "99999999999999999999, 31536000",
    "'Fri, 23 Jan 2026 09:13:52 GMT', 3",
    "'Fri, 23 Jan 2026 10:13:49 GMT', 3600",
    "'Fri, 23 Jan 2026 09:00:00 GMT', 1",
    "'Fri, 23 Jan 2099 09:00:00 GMT', 31536000",
  })
  void aServerSaysSecondsOrATime(String value, long seconds) {
    assertThat(RetryAfter.seconds(value, NOW)).hasValue(seconds);
  }

  @ParameterizedTest
  @CsvSource({"''", "soon", "-5", "1.5", "'Fri, 32 Jan 2026 09:00:00 GMT'"})
  void anythingElseSaysNothing(String value) {
    assertThat(RetryAfter.seconds(value, NOW)).isEmpty();
  }
}
