package devicehub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class UniqueTest {
  static Stream<LongFunction<String>> ids() {
    return Stream.of(
        Unique::imei,
        Unique::androidc,
        Unique::digitSerial,
        number -> Unique.serial("R5CX", 11, number),
        number -> Unique.serial("", 10, number),
        number -> Names.person(number).mail(),
        number -> Names.person(number).account(),
        number -> Names.person(number).notesName());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void noTwoDevicesShareAnId(LongFunction<String> id) {
    assertThat(LongStream.range(0, 200_000).mapToObj(id).distinct().count()).isEqualTo(200_000);
  }

  @ParameterizedTest
  @CsvSource({"49015420323751, 8", "35162307006616, 6", "00499901064000, 0"})
  void checkDigitIsLuhns(String body, char digit) {
    assertThat(Unique.luhnCheckDigit(body)).isEqualTo(digit);
  }

  @Test
  void appleMailIdsAreSixteenBytesInBase32() {
    Dice dice = Dice.of(1, 1);
    for (int i = 0; i < 100; i++) {
      assertThat(dice.base32hexOf16Bytes()).matches("[0-9A-V]{25}[048CGKOS]");
    }
  }
}
