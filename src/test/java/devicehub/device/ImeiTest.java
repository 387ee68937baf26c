package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImeiTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          490154203237518 , 49015420323751
          490154203237518 , 4901542032375199
          490154203237518 , 49 015420 323751 8
          490154203237518 , 49-015420-323751-8
          A0000012345F6B  , a0000012345f6b
          99000C12345F6B  , 99000c12345f6b
          A0000012345F6B  , A00000 12345F6B
          A0000012345F6B  , A00000-12345f6b
          490154203237518 , ４９０１５４２０３２３７５１８
          490154203237518 , ４９ ０１５４２０ ３２３７５１ ８
          A0000012345F6B  , Ａ０００００12345F6B
          """)
  void spellingsOfOneHandsetMeet(String one, String other) {
    Imei imei = Imei.of(one).orElseThrow();
    assertThat(Imei.of(other)).contains(imei);
    assertThat(Imei.of(other).orElseThrow().hash()).isEqualTo(imei.hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "490154203237519",
        "４９０１５４２０３２３７５１９",
        "4.90154E+14",
        "4901542032375",
        "000000000000000",
        "01234567890123",
        "ABCDEFABCDEFAB",
        "A0000012345F6",
        "12345678ABCDEF"
      })
  void whatFailsLuhnOrIsNoNumberOfThatKindIdentifiesNothing(String text) {
    assertThat(Imei.of(text)).isEmpty();
  }

  @Test
  void someMailClientsRegisterWithTheImei() {
    Imei imei = Imei.of("490154203237518").orElseThrow();
    assertThat(EasDeviceId.of("IMEI490154203237518").orElseThrow().carried().orElseThrow())
        .isEqualTo(imei);
    assertThat(EasDeviceId.of("490154203237518").orElseThrow().carried().orElseThrow())
        .isEqualTo(imei);
    assertThat(EasDeviceId.of("４９０１５４２０３２３７５１８").orElseThrow().carried().orElseThrow())
        .isEqualTo(imei);
    assertThat(EasDeviceId.of("490154203237519").orElseThrow().carried()).isEmpty();
    assertThat(EasDeviceId.of("JUQGGDFCDD29R3H").orElseThrow().carried()).isEmpty();
  }
}
