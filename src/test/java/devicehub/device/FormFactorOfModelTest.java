package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFactorOfModelTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apple    | iPhone14,2          | SMARTPHONE
          Apple    | iPhone 13 Pro       | SMARTPHONE
          Apple    | iPhone99,1          | SMARTPHONE
          Apple    | iPad13,18           | TABLET
          Apple    | iPad Pro            | TABLET
          Apple    | iPod9,1             | UNKNOWN
          Apple    | MacBookPro18,3      | COMPUTER
          Apple    | Mac14,2             | COMPUTER
          Apple    | iMac21,1            | COMPUTER
          Samsung  | SM-S921B            | SMARTPHONE
          Samsung  | SM-A515F            | SMARTPHONE
          Samsung  | SM-G960F            | SMARTPHONE
          Samsung  | SM-N950U            | SMARTPHONE
          Samsung  | SM-F946B            | SMARTPHONE
          Samsung  | SM-T500             | TABLET
          Samsung  | SM-P615             | TABLET
          Samsung  | SM-X710             | TABLET
          Samsung  | SM-X999             | TABLET
          Samsung  | GT-P5210            | TABLET
          Samsung  | GT-N8010            | TABLET
          Samsung  | GT-N7100            | SMARTPHONE
          Samsung  | GT-I9505            | SMARTPHONE
          Samsung  | Galaxy Tab S7 FE    | TABLET
          Samsung  | Galaxy S24          | SMARTPHONE
          Google   | Pixel 6             | SMARTPHONE
          Google   | Pixel Tablet        | TABLET
          Google   | Pixel C             | TABLET
          Google   | Nexus 5X            | SMARTPHONE
          Google   | Nexus 7             | TABLET
          Google   | Nexus 9             | TABLET
          Google   | Nexus 10            | TABLET
          Lenovo   | Lenovo TB3-X70L     | TABLET
          Lenovo   | TB-X304L            | TABLET
          Lenovo   | Lenovo A3300-HV     | UNKNOWN
          Huawei   | GRA-L09             | SMARTPHONE
          Huawei   | AGS2-W09            | TABLET
          Huawei   | AGS2-L09            | TABLET
          Xiaomi   | Redmi Note 8        | SMARTPHONE
          Xiaomi   | M2101K6G            | SMARTPHONE
          OnePlus  | ONEPLUS A6003       | SMARTPHONE
          LG       | LG-H870             | SMARTPHONE
          Amazon   | KFMAWI              | TABLET
          BlackBerry | STV100-1          | SMARTPHONE
          Nokia    | Nokia 5.1           | SMARTPHONE
          Apple    | Watch6,7            | WATCH
          Apple    | AppleTV11,1         | TV
          ''       | Apple Watch Series 9 GPS 45mm | WATCH
          ''       | Apple TV 4K (3rd generation)  | TV
          Samsung  | SM-R860             | WATCH
          Samsung  | SM-R935F            | WATCH
          Samsung  | SM-L310             | WATCH
          Samsung  | SM-L705F            | WATCH
          Samsung  | SM-R510             | UNKNOWN
          Samsung  | Galaxy Watch6 Classic | WATCH
          Samsung  | Galaxy Watch6 (SM-R930) | WATCH
          Google   | Pixel Watch 2       | WATCH
          Mobvoi   | TicWatch Pro 5      | WATCH
          Sony     | BRAVIA 4K 2015      | TV
          Foo      | Widget 3000         | UNKNOWN
          """)
  void theModelTellsTheFormFactor(String maker, String text, FormFactor form) {
    assertThat(DeviceModel.of(Manufacturer.of(maker), text).formFactor()).isEqualTo(form);
  }
}
