package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** What holds for every spelling, whatever it says. */
class SpellingPropertiesTest {
  private static final List<String> MODELS =
      List.of(
          "iPhone14C2",
          "iPhone14,2",
          "iPhone 13 Pro",
          "iPhone 13",
          "iPad Pro",
          "iPad7,4",
          "iPad",
          "SM-S921B",
          "SAMSUNGSMS921B",
          "SM-S921Z",
          "SM-X999",
          "Galaxy S24",
          "Galaxy A52",
          "Galaxy A52 5G",
          "SM-A526B",
          "HUAWEI GRA-L09",
          "GRA-L09",
          "P8",
          "X20",
          "Nexus 5X",
          "Lenovo TB3-X70L",
          "Widget 3000",
          "Outlook for iOS and Android",
          "MKRY2LL",
          "XT1962-4");

  private static final List<String> PIECES =
      List.of(
          "iPhone",
          "iPad",
          "SM-",
          "Galaxy",
          "S24",
          "14,2",
          "14C2",
          " ",
          "-",
          "/",
          "(",
          ")",
          "+",
          "Samsung",
          "HUAWEI ",
          "5G",
          "Pro",
          "12.9-inch",
          "1.2.3",
          "..",
          "Outlook",
          "İ",
          "ß",
          "\u00a0",
          "\u00a7",
          "\ud83d\ude00",
          "\ud83d",
          "\u0000",
          "9999999999",
          "GB",
          "2nd",
          "Android ",
          "tab");

  private static final Gen<String> WORDS =
      arbitrary()
          .pick(PIECES)
          .zip(arbitrary().pick(PIECES), (a, b) -> a + b)
          .zip(arbitrary().pick(PIECES), (a, b) -> a + b)
          .zip(arbitrary().pick(MODELS), (a, b) -> a + b);

  @Test
  void comparingModelsDoesNotDependOnTheOrder() {
    Gen<String> models = arbitrary().pick(MODELS).mix(WORDS);
    qt().forAll(models, models)
        .check(
            (a, b) -> {
              DeviceModel one = DeviceModel.of(a);
              DeviceModel other = DeviceModel.of(b);
              return one.compare(other) == other.compare(one);
            });
  }

  @Test
  void aKnownModelIsTheSameAsItself() {
    qt().forAll(WORDS.mix(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 60)))
        .check(
            text -> {
              DeviceModel model = DeviceModel.of(text);
              Likeness likeness = model.compare(DeviceModel.of(text));
              return likeness == (model.known() ? Likeness.SAME : Likeness.UNKNOWN)
                  && model.equals(DeviceModel.of(text));
            });
  }

  @Test
  void readingANameAgainChangesNothing() {
    qt().forAll(WORDS)
        .check(text -> Manufacturer.of(Manufacturer.of(text).name()).equals(Manufacturer.of(text)));
    qt().forAll(arbitrary().pick(MODELS))
        .check(
            text -> {
              DeviceModel model = DeviceModel.of(text);
              return !model.known()
                  || model.compare(DeviceModel.of(model.maker(), model.name())) == Likeness.SAME;
            });
  }

  @Test
  void blanksAndCaseDoNotMatter() {
    qt().forAll(arbitrary().pick(MODELS), integers().between(0, 3))
        .check(
            (text, blanks) -> {
              String spaced =
                  " ".repeat(blanks) + text.toUpperCase(java.util.Locale.ROOT) + "\u00a0";
              Likeness likeness = DeviceModel.of(text).compare(DeviceModel.of(spaced));
              return likeness == Likeness.SAME || !DeviceModel.of(text).known();
            });
  }

  @Test
  void comparingMakersAndVersionsDoesNotDependOnTheOrder() {
    qt().forAll(WORDS, WORDS)
        .check(
            (a, b) ->
                Manufacturer.of(a).compare(Manufacturer.of(b))
                        == Manufacturer.of(b).compare(Manufacturer.of(a))
                    && OsVersion.of(a).compare(OsVersion.of(b))
                        == OsVersion.of(b).compare(OsVersion.of(a)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "1.", "(", "iPhone14,", "SM-", " ", "9", "\ud83d\ude00", "M2", "x-", "\t"})
  void longGarbageIsNoModelMakerOrVersionAndCostsLittle(String piece) {
    String garbage = piece.repeat(50_000 / piece.length());

    assertThat(DeviceModel.of(garbage)).isEqualTo(DeviceModel.UNKNOWN);
    assertThat(Manufacturer.of(garbage).known()).isFalse();
    assertThat(OsVersion.of(garbage).toString()).hasSizeLessThan(40);
  }
}
