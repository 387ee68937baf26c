package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HardwareTest {

  @ParameterizedTest(name = "{0} {1} and {2} {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Google   | Nexus 5X   | LGE      | Nexus 5X | SAME
          Google   | Nexus 5X   | LGE      | ''       | SAME
          LGE      | Nexus 5X   | Google   | ''       | UNKNOWN
          Google   | ''         | LGE      | ''       | UNKNOWN
          Google   | Pixel 6    | LGE      | ''       | DIFFERENT
          Google   | ''         | LGE      | LG-H870  | DIFFERENT
          Google   | Pixel 6    | samsung  | SM-X999  | DIFFERENT
          Huawei   | ''         | Honor    | ''       | UNKNOWN
          Apple    | iPhone14,2 | Apple    | ''       | SAME
          Apple    | iPhone14,2 | Samsung  | ''       | DIFFERENT
          Cubot    | X20        | Doogee   | X20      | DIFFERENT
          Fairphone | FP5       | ''       | FP5      | SAME
          Sony     | XQ-ZZ54    | ''       | Sony XQ-ZZ54 | SAME
          ''       | Widget 300 | ''       | widget 300 | SAME
          Fairphone | FP5       | ''       | FP6      | UNKNOWN
          Fairphone | FP5       | ''       | ''       | UNKNOWN
          """)
  void theModelSettlesBrandAgainstMaker(
      String maker, String model, String otherMaker, String otherModel, Likeness expected) {
    Hardware one = hardware(maker, model);
    Hardware other = hardware(otherMaker, otherModel);

    assertThat(one.compareManufacturer(other)).isEqualTo(expected);
    assertThat(other.compareManufacturer(one)).isEqualTo(expected);
  }

  @Test
  void versionsOfTwoPlatformsDoNotCompare() {
    Hardware ios = on(Platform.IOS, "17");
    Hardware android = on(Platform.ANDROID, "17");

    assertThat(ios.compareOsVersion(android)).isEqualTo(Likeness.UNKNOWN);
    assertThat(ios.compareOsVersion(on(Platform.IOS, "17.0"))).isEqualTo(Likeness.SAME);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void platformsAreTheSameDifferentOrOpen(Platform platform) {
    for (Platform other : Platform.values()) {
      Likeness likeness = platform.compare(other);
      assertThat(likeness).isEqualTo(other.compare(platform));
      assertThat(likeness == Likeness.SAME).isEqualTo(platform.known() && platform == other);
    }
    assertThat(Platform.WINDOWS.compare(Platform.WINDOWS_PHONE)).isEqualTo(Likeness.UNKNOWN);
    assertThat(Platform.IOS.compare(Platform.ANDROID)).isEqualTo(Likeness.DIFFERENT);
  }

  @Test
  void formFactorsCompareOnlyWhenBothAreKnown() {
    assertThat(FormFactor.TABLET.compare(FormFactor.TABLET)).isEqualTo(Likeness.SAME);
    assertThat(FormFactor.TABLET.compare(FormFactor.SMARTPHONE)).isEqualTo(Likeness.DIFFERENT);
    assertThat(FormFactor.TABLET.compare(FormFactor.UNKNOWN)).isEqualTo(Likeness.UNKNOWN);
    assertThat(FormFactor.UNKNOWN.compare(FormFactor.UNKNOWN)).isEqualTo(Likeness.UNKNOWN);
  }

  @ParameterizedTest(name = "enrolled {0}, mail {1}: {2}")
  @CsvSource({
    "WATCH, UNKNOWN, DIFFERENT",
    "TV, UNKNOWN, DIFFERENT",
    "WATCH, SMARTPHONE, DIFFERENT",
    "WATCH, WATCH, SAME",
    "SMARTPHONE, UNKNOWN, UNKNOWN",
    "UNKNOWN, UNKNOWN, UNKNOWN",
    "UNKNOWN, WATCH, UNKNOWN"
  })
  void aWatchOrTelevisionIsNotWhereMailComesFrom(
      FormFactor enrolled, FormFactor mail, Likeness expected) {
    assertThat(of(enrolled).compareFormFactorOfMail(of(mail))).isEqualTo(expected);
  }

  @Test
  void oneModelIsOneFormFactor() {
    Hardware unnamed = hardware("Samsung", "SM-R860");

    assertThat(unnamed.compareFormFactorOfMail(hardware("", "SM-R860"))).isEqualTo(Likeness.SAME);
  }

  private static Hardware of(FormFactor form) {
    return new Hardware(
        Manufacturer.UNKNOWN, DeviceModel.UNKNOWN, Platform.UNKNOWN, form, OsVersion.UNKNOWN);
  }

  private static Hardware hardware(String maker, String text) {
    Manufacturer given = Manufacturer.of(maker);
    DeviceModel model = DeviceModel.of(given, text);
    return new Hardware(given, model, Platform.UNKNOWN, FormFactor.UNKNOWN, OsVersion.UNKNOWN);
  }

  private static Hardware on(Platform platform, String version) {
    return new Hardware(
        Manufacturer.UNKNOWN,
        DeviceModel.UNKNOWN,
        platform,
        FormFactor.UNKNOWN,
        OsVersion.of(version));
  }
}
