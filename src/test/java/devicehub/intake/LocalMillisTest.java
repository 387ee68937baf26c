package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same numbers as the Java library's. */
class LocalMillisTest {
  private static long library(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  @Test
  void everyDayOfEightCenturies() {
    LocalDate end = LocalDate.of(2400, 1, 2);
    for (LocalDate day = LocalDate.of(1600, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      long millis =
          LocalMillis.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, 0);
      assertThat(millis).isEqualTo(library(day.atStartOfDay()));
    }
  }

  @Test
  void anyTimeAndNoneThatIsNone() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      int[] t = {
        random.nextInt(100_000),
        random.nextInt(14),
        random.nextInt(33),
        random.nextInt(26) - 1,
        random.nextInt(62) - 1,
        random.nextInt(62) - 1
      };
      long expected = LocalMillis.NONE;
      try {
        expected = library(LocalDateTime.of(t[0], t[1], t[2], t[3], t[4], t[5])) + i % 1000;
        assertThat(library(LocalMillis.time(expected))).isEqualTo(expected);
      } catch (DateTimeException e) {
        // There is none such.
      }
      long told = LocalMillis.NONE;
      try {
        told = LocalMillis.of(t[0], t[1], t[2], t[3], t[4], t[5], i % 1000);
      } catch (DateTimeException e) {
        // Likewise.
      }
      assertThat(told).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"2023-2-29", "1900-2-29", "2100-2-29", "2024-4-31", "2024-13-1", "2024-0-1"})
  void daysThatNeverWere(String day) {
    String[] parts = day.split("-");
    int[] numbers = {
      Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])
    };
    assertThatThrownBy(() -> LocalMillis.of(numbers[0], numbers[1], numbers[2], 0, 0, 0, 0))
        .isInstanceOf(DateTimeException.class);
  }
}
