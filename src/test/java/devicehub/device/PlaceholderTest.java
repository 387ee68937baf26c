package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "\uff1f\uff1f\uff1f",
        "------",
        "0000 0000",
        "00:00:00:00:00:00",
        "XXXXXXXX",
        "N/A",
        "n \\ a",
        "(null)",
        "<unknown>",
        "[UNKNOWN]",
        "Not_Available",
        "not-available",
        "To be filled by O.E.M.",
        "ToBeFilledByOEM",
        "Permission denied",
        "02:00:00:00:00:00",
        "0123456789ABCDEF",
        "UNKNOWN\u00a0",
        "Nicht verf\u00fcgbar",
        "NICHT VERFU\u0308GBAR",
        "n\u00e3o dispon\u00edvel",
        "No disponible",
        "Non disponible",
        "123456789012",
        "ABCDEFGHIJKL"
      })
  void whatStandsWhereAnIdShouldBeIdentifiesNothing(String text) {
    assertThat(Placeholder.isUnfolded(text)).isTrue();
    assertThat(Placeholder.is(IdText.fold(text))).isTrue();
    assertThat(SerialNumber.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F17LTTCGFFG8",
        "00008110-000A1D2E3C4F801E",
        "unknown1",
        "0000000000000001",
        "a-b-a-b",
        "\u043d\u0435\u0442",
        "jane.doe@acme.example"
      })
  void anythingElseMayIdentify(String text) {
    assertThat(Placeholder.isUnfolded(text)).isFalse();
    assertThat(Placeholder.is(IdText.fold(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMULATOR31X2X10X0",
        "emulator30X8X4X0",
        "Ikke tilgjengelig",
        "ej tillg\u00e4nglig"
      })
  void whatIsOfManyMachinesIsNoSerialNumber(String text) {
    assertThat(SerialNumber.of(text)).isEmpty();
  }

  private static final List<String> PIECES =
      List.of(
          "0", "00", "7", "a", "A", "N", "n/", " ", "-", "(", ")", "unknown", "Null", "serial",
          "Number", "123456", "x", "\u00a0", "\u0301", "\uff21", "\uff10", "é", "漢", "ß", "İ",
          "\u212a");

  /** The look at both ends says no only where all of the text does. */
  @RepeatedTest(20)
  void unfoldedTextIsWhatItIsFolded(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(5); left >= 0; left--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThat(Placeholder.isUnfolded(text.toString()))
          .as("%s", text)
          .isEqualTo(Placeholder.is(IdText.fold(text.toString())));
    }
  }
}
