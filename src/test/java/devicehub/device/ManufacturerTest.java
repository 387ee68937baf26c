package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManufacturerTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apple                           | Apple
          apple                           | Apple
          APPLE                           | Apple
          Apple Inc.                      | Apple
          Apple Inc                       | Apple
          Apple Computer, Inc.            | Apple
          samsung                         | Samsung
          SAMSUNG                         | Samsung
          Samsung Electronics Co.,Ltd     | Samsung
          SAMSUNG Electronics             | Samsung
          LGE                             | LG
          LG Electronics                  | LG
          LG Electronics Inc.             | LG
          HMD Global                      | Nokia
          HMD Global Oy                   | Nokia
          Nokia                           | Nokia
          HUAWEI                          | Huawei
          Huawei Technologies Co., Ltd.   | Huawei
          HONOR                           | Honor
          Motorola Mobility LLC           | Motorola
          motorola                        | Motorola
          Sony Mobile Communications      | Sony
          Sony Ericsson                   | Sony
          SonyEricsson                    | Sony
          Xiaomi                          | Xiaomi
          Redmi                           | Xiaomi
          POCO                            | Xiaomi
          Zebra Technologies              | Zebra
          Zebra Technologies Inc.         | Zebra
          Motorola Solutions              | Zebra
          Motorola Solutions, Inc.        | Zebra
          Symbol Technologies             | Zebra
          BlackBerry                      | BlackBerry
          blackberry                      | BlackBerry
          RIM                             | BlackBerry
          Research In Motion Limited      | BlackBerry
          TCT                             | TCL
          TCT (Alcatel)                   | TCL
          Alcatel                         | TCL
          TCL                             | TCL
          Honeywell                       | Honeywell
          Honeywell International Inc     | Honeywell
          Intermec                        | Honeywell
          Panasonic                       | Panasonic
          Panasonic Corporation           | Panasonic
          ASUSTeK COMPUTER INC.           | Asus
          asus                            | Asus
          Hewlett-Packard                 | HP
          HP Inc.                         | HP
          Dell Inc.                       | Dell
          LENOVO                          | Lenovo
          Microsoft Corporation           | Microsoft
          MicrosoftMDG                    | Microsoft
          VMware, Inc.                    | VMware
          OnePlus                         | OnePlus
          AT&T                            | AT&T
          Ａｐｐｌｅ                       | Apple
          """)
  void spellingsOfOneMakerAreFolded(String text, String name) {
    assertThat(Manufacturer.of(text).name()).isEqualTo(name);
    assertThat(Manufacturer.of(text).recognised()).isTrue();
  }

  @ParameterizedTest(name = "\"{0}\" names nobody")
  @ValueSource(
      strings = {
        "",
        " ",
        "unknown",
        "Unknown",
        "UNKNOWN ",
        "n/a",
        "N/A",
        "-",
        "?",
        "none",
        "null",
        "Not available",
        "To be filled by O.E.M.",
        "Default string",
        "0",
        "string",
        "Manufacturer value",
        "Android",
        "alps",
        "Outlook",
        "Outlook for iOS and Android",
        "OWA for Devices",
        "System manufacturer"
      })
  void aPlaceholderOrMailAppNamesNobody(String text) {
    assertThat(Manufacturer.of(text)).isSameAs(Manufacturer.UNKNOWN);
  }

  @Test
  void textOfAnUnknownMakerIsKeptAndEqualWhenEqual() {
    Manufacturer junk = Manufacturer.of("Gizmo Works Ltd.");

    assertThat(junk.name()).isEqualTo("Gizmo Works Ltd.");
    assertThat(junk.known()).isTrue();
    assertThat(junk).isEqualTo(Manufacturer.of("GIZMO  works"));
    assertThat(junk.compare(Manufacturer.of("gizmo works limited"))).isEqualTo(Likeness.SAME);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apple Inc.  | apple     | SAME
          LGE         | LG        | SAME
          Apple       | Samsung   | DIFFERENT
          Huawei      | Samsung   | DIFFERENT
          Apple       | unknown   | UNKNOWN
          unknown     | unknown   | UNKNOWN
          Huawei      | Honor     | UNKNOWN
          Google      | LGE       | UNKNOWN
          Google      | Apple     | DIFFERENT
          Vodafone    | ZTE       | UNKNOWN
          Vodafone    | Apple     | DIFFERENT
          BlackBerry  | TCL       | UNKNOWN
          ATHE400     | Samsung   | UNKNOWN
          ATHE400     | ATHE400   | SAME
          """)
  void twoMakersCompare(String one, String other, Likeness expected) {
    assertThat(Manufacturer.of(one).compare(Manufacturer.of(other))).isEqualTo(expected);
    assertThat(Manufacturer.of(other).compare(Manufacturer.of(one))).isEqualTo(expected);
  }
}
