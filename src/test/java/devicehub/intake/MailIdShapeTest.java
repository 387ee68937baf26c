package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailIdShapeTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "ApplD8DTH6RCIH86, NATIVE",
    "APPLD8DTH6RCIH8, NATIVE",
    "ApplD8DTH6RCIH, OTHER",
    "ApplD8DTH6RCIH867, OTHER",
    "ApplD8DTH6RCI-86, OTHER",
    "SEC17F2A3B4C5D6E, NATIVE",
    "sec17f2a3b4c5d6e, NATIVE",
    "\u017fec17f2a3b4c5d6e, NATIVE",
    "SEC17F2A3B4C5D6G, OTHER",
    "IMEI351623070066166, NATIVE",
    "\u0131mei351623070066166, NATIVE",
    "\u0130MEI351623070066166, NATIVE",
    "IMEI35162307006616A, OTHER",
    "androidc1482608506, NATIVE",
    "ANDROIDC1482608506, NATIVE",
    "android1482608506, NATIVE",
    "androidx1482608506, OTHER",
    "Android3f2e71a6721a886c, VERSE",
    "android_3f2e71a6721a886c, VERSE",
    "android_3f2e71a6721a886, OTHER",
    "mztb12, THUNDERBIRD",
    "MZTB, THUNDERBIRD",
    "mzt, OTHER",
    "nine73f658a123d46185f998d211e5ad, NINE",
    "nine73f658a123d46, OTHER",
    "nineteenhundredeighty, OTHER",
    "JUQGGDFCDD29R3H003TJA63E10, OTHER",
    "'', OTHER"
  })
  void howAnIdIsBuiltTellsItsMaker(String id, MailIdShape shape) {
    assertThat(MailIdShape.of(id)).isEqualTo(shape);
  }
}
