package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceModelTest {

  @ParameterizedTest(name = "{0} is the code {1}, called {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iPhone14C2                       | iPhone14,2     | iPhone 13 Pro
          iPhone14,2                       | iPhone14,2     | iPhone 13 Pro
          iphone14c2                       | iPhone14,2     | iPhone 13 Pro
          IPHONE14,2                       | iPhone14,2     | iPhone 13 Pro
          iPhone (iPhone14,2)              | iPhone14,2     | iPhone 13 Pro
          iPhone 13 Pro (iPhone14,2)       | iPhone14,2     | iPhone 13 Pro
          Apple-iPhone14C2/1905.95         | iPhone14,2     | iPhone 13 Pro
          Apple-iPhone3C1/902.206          | iPhone3,1      | iPhone 4
          Apple-iPhone9C4/1402.100         | iPhone9,4      | iPhone 7 Plus
          Apple-iPhone7C2/1208.143         | iPhone7,2      | iPhone 6
          iPhone (iPhone5,2)               | iPhone5,2      | iPhone 5
          iPhone1C2                        | iPhone1,2      | iPhone 3G
          iPhone10,6                       | iPhone10,6     | iPhone X
          iPhone15,4                       | iPhone15,4     | iPhone 15
          iPhone17C1                       | iPhone17,1     | iPhone 16 Pro
          iPad6C12                         | iPad6,12       | iPad (5th generation)
          iPad13,18                        | iPad13,18      | iPad (10th generation)
          Apple-iPad7C4/1505.302           | iPad7,4        | iPad Pro (10.5-inch)
          iPod9,1                          | iPod9,1        | iPod touch (7th generation)
          MKRY2LL                          | iPhone8,1      | iPhone 6s
          MKRY2LL/A                        | iPhone8,1      | iPhone 6s
          FKRY2LL/A                        | iPhone8,1      | iPhone 6s
          SM-S921B                         | SM-S921B       | Galaxy S24
          sm-s921b                         | SM-S921B       | Galaxy S24
          samsung SM-S921B                 | SM-S921B       | Galaxy S24
          SAMSUNGSMS921B                   | SM-S921B       | Galaxy S24
          SAMSUNG-SM-S921B                 | SM-S921B       | Galaxy S24
          SAMSUNG-SM-S921B/101.30505       | SM-S921B       | Galaxy S24
          SM-A515F/DS                      | SM-A515F       | Galaxy A51
          SAMSUNGSGHI317M                  | SGH-I317M      | Galaxy Note2
          samsung SM-N950U                 | SM-N950U       | Galaxy Note8
          SM-G960F                         | SM-G960F       | Galaxy S9
          Galaxy S9 (SM-G960F)             | SM-G960F       | Galaxy S9
          Samsung Galaxy S9 SM-G960F       | SM-G960F       | Galaxy S9
          SM-X710                          | SM-X710        | Galaxy Tab S9
          GT-I9505                         | GT-I9505       | Galaxy S4
          HUAWEI GRA-L09                   | HUAWEI GRA-L09 | P8
          GRA-L09                          | HUAWEI GRA-L09 | P8
          HONOR KIW-L21                    | KIW-L21        | Honor 5X
          ANE-AL00                         | ANE-AL00       | nova 3e
          Lenovo TB3-X70L                  | Lenovo TB3-X70L | Lenovo TAB3 10 Plus
          TB3-X70L                         | Lenovo TB3-X70L | Lenovo TAB3 10 Plus
          LENOVO LENOVO TB3-X70L           | Lenovo TB3-X70L | Lenovo TAB3 10 Plus
          STV100-1                         | STV100-1       | PRIV by BlackBerry
          LG-H870                          | LG-H870        | LG G6
          LGE LG-H870                      | LG-H870        | LG G6
          ONEPLUS A6003                    | ONEPLUS A6003  | OnePlus 6
          OnePlus ONEPLUS A6003            | ONEPLUS A6003  | OnePlus 6
          Nexus 5X                         | Nexus 5X       | Nexus 5X
          LGE Nexus 5X                     | Nexus 5X       | Nexus 5X
          Pixel 8 Pro                      | Pixel 8 Pro    | Pixel 8 Pro
          Google Pixel 6                   | Pixel 6        | Pixel 6
          M2101K6G                         | M2101K6G       | Redmi Note 10 Pro
          TA-1053                          | TA-1053        | Nokia 5
          """)
  void aCodeIsReadFromEachOfItsSpellings(String text, String code, String called) {
    DeviceModel model = DeviceModel.of(text);

    assertThat(model.name()).isEqualTo(code);
    assertThat(model.marketingName()).isEqualTo(called);
    assertThat(model.isCode()).isTrue();
  }

  @ParameterizedTest(name = "{0} is called {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iPhone 13 Pro                                   | iPhone 13 Pro
          Apple iPhone 13 Pro                             | iPhone 13 Pro
          Apple iPhone 13 Pro 256GB                       | iPhone 13 Pro
          iPhone 13 Pro (128 GB Sierra Blue)              | iPhone 13 Pro
          iPhone 6S                                       | iPhone 6s
          iPhone 7 Plus (128 GB Black)                    | iPhone 7 Plus
          iPhone 5c (GSM)                                 | iPhone 5c
          iPhone SE (2nd generation)                      | iPhone SE (2nd generation)
          iPhone SE 2nd Gen                               | iPhone SE (2nd generation)
          iPad Pro with Wi-Fi + Cellular (10.5-inch)(256 GB Rose Gold) | iPad Pro (10.5-inch)
          iPad Pro 12.9-inch (5th generation)             | iPad Pro (12.9-inch) (5th generation)
          iPad Pro (12.9-inch, 2nd generation)            | iPad Pro (12.9-inch, 2nd generation)
          iPad Pro 11-inch (M4)                           | iPad Pro 11-inch (M4)
          iPad Air with Wi-Fi (16 GB Space Gray)          | iPad Air
          iPad (9th Gen)                                  | iPad (9th generation)
          iPad 6th generation Wi-Fi                       | iPad (6th generation)
          iPad mini 6                                     | iPad mini (6th generation)
          iPad mini (A17 Pro)                             | iPad mini (A17 Pro)
          Galaxy S24                                      | Galaxy S24
          Samsung Galaxy S24                              | Galaxy S24
          SAMSUNG GALAXY S24                              | Galaxy S24
          Galaxy S24+                                     | Galaxy S24+
          Galaxy S24 Plus                                 | Galaxy S24+
          Galaxy S21                                      | Galaxy S21 5G
          Galaxy A52                                      | Galaxy A52
          Galaxy A52 5G                                   | Galaxy A52 5G
          Galaxy Tab S7 FE                                | Galaxy Tab S7 FE
          OnePlus 9                                       | OnePlus 9 5G
          """)
  void aNameIsReadFromEachOfItsSpellings(String text, String called) {
    DeviceModel model = DeviceModel.of(text);

    assertThat(model.marketingName()).isEqualTo(called);
    assertThat(model.listed()).isTrue();
  }

  @ParameterizedTest(name = "\"{0}\" tells no model")
  @ValueSource(
      strings = {
        "",
        " ",
        "iPhone",
        "iPad",
        "IPAD",
        "Apple-iPad",
        "Android",
        "android",
        "Smartphone",
        "Tablet",
        "Windows Phone",
        "WP8",
        "unknown",
        "N/A",
        "n/a",
        "null",
        "string",
        "Model value",
        "To be filled by O.E.M.",
        "System Product Name",
        "Outlook for iOS and Android",
        "Outlook",
        "OWA for Devices",
        "UniversalOutlook",
        "VMware Virtual Platform",
        "VMware7,1",
        "VMware20,1",
        "Virtual Machine",
        "VirtualBox",
        "Standard PC (Q35 + ICH9, 2009)",
        "Parallels Virtual Platform",
        "EASProbeDeviceType"
      })
  void aWordForAnyDeviceIsNoModel(String text) {
    assertThat(DeviceModel.of(text)).isEqualTo(DeviceModel.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iPhone14C2         | iPhone14,2              | SAME
          iPhone14C2         | iPhone 13 Pro           | SAME
          iPhone14C2         | iPhone 15               | DIFFERENT
          iPhone14,2         | iPhone14,3              | DIFFERENT
          NE2211             | NE2213                  | DIFFERENT
          H8216              | H8266                   | DIFFERENT
          iPhone 13 Pro      | iPhone 13               | DIFFERENT
          iPhone9,2          | iPhone 7 Plus           | SAME
          iPhone9,2          | iPhone9,4               | DIFFERENT
          iPad7,4            | iPad Pro with Wi-Fi + Cellular (10.5-inch)(256 GB Rose Gold) | SAME
          iPad7,4            | iPad Pro                | UNKNOWN
          iPad7,4            | iPad mini               | DIFFERENT
          iPhone12,8         | iPhone SE               | UNKNOWN
          iPhone12,8         | iPhone SE (2nd generation) | SAME
          iPhone99,1         | iPhone99C1              | SAME
          iPhone99,1         | iPhone14,2              | DIFFERENT
          iPhone99,1         | iPhone 13 Pro           | UNKNOWN
          iPhone14,2         | SM-S921B                | DIFFERENT
          iPhone 13 Pro      | Galaxy S24              | DIFFERENT
          SM-S921B           | SAMSUNGSMS921B          | SAME
          SM-S921B           | Galaxy S24              | SAME
          SM-S921B           | Galaxy S24+             | DIFFERENT
          SM-S921B           | SM-X710                 | DIFFERENT
          SM-S921B           | SM-S921U                | DIFFERENT
          SM-S921Z           | Galaxy S24              | SAME
          SM-S921Z           | SM-S921B                | DIFFERENT
          SM-X999            | SM-S921B                | DIFFERENT
          SM-X999            | SAMSUNGSMX999           | SAME
          SM-X999            | Galaxy S24              | UNKNOWN
          SM-A525F           | Galaxy A52              | SAME
          SM-A526B           | Galaxy A52              | UNKNOWN
          SM-A525F           | Galaxy A52 5G           | DIFFERENT
          HUAWEI GRA-L09     | GRA-L09                 | SAME
          HUAWEI GRA-L09     | GRA-UL00                | DIFFERENT
          HONOR VNE-LX1      | VNE-LX1                 | SAME
          HONOR VNE-LX1      | VNE-LX2                 | DIFFERENT
          HONOR 8X           | HONOR VNE-LX1           | DIFFERENT
          iPhone SE (2020)   | iPhone12,8              | SAME
          iPhone SE 2020     | iPhone8,4               | DIFFERENT
          iPhone SE 2022     | iPhone14,6              | SAME
          iPhone SE (2016)   | iPhone8,4               | SAME
          iPad Air (2020)    | iPad4,1                 | UNKNOWN
          iPad Air (4th generation, 2020) | iPad13,1   | SAME
          Galaxy             | SM-S921B                | UNKNOWN
          HUAWEI GRA-L09     | Huawei P8               | SAME
          ZZZ-L99            | GRA-L09                 | DIFFERENT
          Lenovo TB3-X70L    | TB3-X70L                | SAME
          SM-X999            | XT9999                  | DIFFERENT
          Widget 3000        | widget  3000            | SAME
          Widget 3000        | Widget 4000             | UNKNOWN
          Widget 3000        | iPhone14,2              | UNKNOWN
          Surface Pro 7      | Latitude 5420           | UNKNOWN
          iPhone             | iPhone14,2              | UNKNOWN
          Android            | SM-S921B                | UNKNOWN
          unknown            | unknown                 | UNKNOWN
          Outlook for iOS and Android | iPhone14,2     | UNKNOWN
          """)
  void twoSpellingsCompare(String one, String other, Likeness expected) {
    assertThat(DeviceModel.of(one).compare(DeviceModel.of(other))).isEqualTo(expected);
    assertThat(DeviceModel.of(other).compare(DeviceModel.of(one))).isEqualTo(expected);
  }

  @Test
  void theMakerTellsApartWhatSeveralMakersCallTheSame() {
    DeviceModel cubot = DeviceModel.of(Manufacturer.of("Cubot"), "X20");
    DeviceModel doogee = DeviceModel.of(Manufacturer.of("Doogee"), "X20");

    assertThat(cubot.compare(doogee)).isEqualTo(Likeness.DIFFERENT);
    assertThat(cubot.compare(DeviceModel.of("X20"))).isEqualTo(Likeness.SAME);
  }

  @Test
  void aModelKnowsItsMakerWhateverBrandTheSourceGives() {
    DeviceModel nexus = DeviceModel.of(Manufacturer.of("Google"), "Nexus 5X");

    assertThat(nexus.maker()).isEqualTo(Manufacturer.of("LG"));
    assertThat(nexus).isEqualTo(DeviceModel.of(Manufacturer.of("LGE"), "Nexus 5X"));
  }

  @Test
  void anANumberIsReadOnlyForApple() {
    assertThat(DeviceModel.of(Manufacturer.of("Apple"), "A1688").name()).isEqualTo("iPhone8,1");
    assertThat(DeviceModel.of("A1688").maker()).isNotEqualTo(Manufacturer.of("Apple"));
  }
}
