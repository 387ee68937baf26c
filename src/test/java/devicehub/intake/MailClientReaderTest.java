package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.MailClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailClientReaderTest {

  @ParameterizedTest(name = "{0} / {1} / {2} / {3} / {4} is {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EAS  | iPhone         | iPhone14C2                  | Apple-iPhone14C2/1905.95 | FBJV9GQU3D7890K74K10V5IC5K | NATIVE
          EAS  | iPad           | iPad6C12                    | Apple-iPad6C12/1402.92   | ApplDNPHG6NVDT9V | NATIVE
          ''   | iPhone         | ''                          | ''                       | ApplF17LTTCGFFG8 | NATIVE
          EAS  | Android        | HUAWEI GRA-L09              | Android/5.0.1-EAS-2.0    | androidc195792594 | NATIVE
          EAS  | Android        | SM-S921B                    | Android-14/              | androidc537050526 | NATIVE
          EAS  | KSAndroid      | ''                          | KSAndroid/5.1.1-EAS-1.3  | ''               | NATIVE
          EAS  | SAMSUNGSGHI317M | ''                         | SAMSUNG-SGH-I317M/101.40 | SEC17CD1A3E9E3F2 | NATIVE
          EAS  | htcvision      | ''                          | ''                       | HTCa04b4932597acd3f2dc1a918b9728 | NATIVE
          EAS  | ''             | ''                          | NokiaE521/2.00()MailforExchange | IMEI356795024156858 | NATIVE
          EAS  | WP8            | ''                          | ''                       | F94FFAE074DF7E31135B79C07D792F33 | NATIVE
          EAS  | BlackBerry     | ''                          | ''                       | ''               | NATIVE
          EAS  | Android        | SM-M215F                    | Android-Mail/2020.11.29.346182102.Release | androidc1628606379 | GMAIL
          REST | Outlook        | Outlook for iOS and Android | Outlook-iOS/2.0          | 5eec4e941e0748a264512fd83770d5ac | OUTLOOK
          Outlook | Outlook     | Outlook for iOS and Android | Outlook-Android/2.0      | 5eec4e941e0748a264512fd83770d5ac | OUTLOOK
          EAS  | Outlook        | Outlook for iOS and Android | Outlook-iOS-Android/1.0  | ''               | OUTLOOK
          ''   | OutlookService | ''                          | ''                       | ''               | OUTLOOK
          EAS  | WindowsOutlook | ''                          | Outlook/16.0 (16.0.7167.6539; C2R; x86) | '' | OUTLOOK
          EAS  | WindowsOutlook15 | WindowsOutlook15          | Outlook/16.0 (16.0.19426.20076; x86) | ''    | OUTLOOK
          MOWA | OWA for Devices on Sb7 | iPhone (iPhone5,2)  | ''                       | ''               | OWA
          UniversalOutlook | UniversalOutlook | VMware Virtual Platform | ''             | 095976316EA99845E253336F24119200 | WINDOWS_MAIL
          EAS  | WindowsMail    | Virtual Machine             | MSFT-WIN-3/6.2.9200      | 095976316EA99845E253336F24119200 | WINDOWS_MAIL
          EAS  | TbSync         | ''                          | Thunderbird ActiveSync Lightning/6.2 | mztb1234567890abcdef1234567890ab | THUNDERBIRD
          EAS  | Thunderbird    | Thunderbird                 | Thunderbird/140.9        | ''               | THUNDERBIRD
          ''   | Android        | ''                          | ''                       | Androidf32e71a6721a886c | VERSE
          ''   | Android        | ''                          | ''                       | Android_f32e71a6721a886c | VERSE
          EAS  | Android        | ''                          | Ninefolders/4.9.4b       | ''               | NINE
          EAS  | Android        | SM-A546B                    | Nine-SM-A546B/4.9.9      | ''               | NINE
          EAS  | Android        | ''                          | Nine/4.9.9               | ''               | NINE
          ''   | Android        | SM-A546B                    | ''                       | nine73f658a123d46185f998d211e5ad | NINE
          EAS  | BlackBerryWork | ''                          | ''                       | ''               | BLACKBERRY_WORK
          ''   | Nine           | ''                          | ''                       | ''               | NINE
          ''   | ''             | ''                          | MSFT-WIN-4/10.0.19041    | ''               | WINDOWS_MAIL
          REST | ''             | ''                          | ''                       | ''               | OUTLOOK
          ''   | OWA for Devices | ''                         | ''                       | ''               | OWA
          EAS  | Android        | ''                          | Gmail/2024.01            | ''               | GMAIL
          EAS  | BlackBerry Work | ''                         | ''                       | ''               | BLACKBERRY_WORK
          EAS  | Android        | ''                          | BBWork/3.1               | ''               | BLACKBERRY_WORK
          EAS  | ''             | ''                          | TbSync                   | mztb1234567890abcdef1234567890ab | THUNDERBIRD
          ''   | iPhone         | ''                          | Lotus Traveler 9.0       | ''               | VERSE
          ''   | iPhone         | ''                          | MaaS360-Mail/5.2         | ''               | VERSE
          EAS  | TouchDown      | ''                          | TouchDown(MSRPC)/7.1     | ''               | OTHER
          EAS  | AirWatch       | ''                          | ''                       | AirWatch615960692 | OTHER
          ''   | ''             | ''                          | ''                       | ''               | UNKNOWN
          EAS  | ''             | ''                          | ''                       | ''               | UNKNOWN
          EAS  | Smartphone     | SM-S921B                    | ''                       | ''               | UNKNOWN
          EAS  | Tablet         | ''                          | ''                       | ''               | UNKNOWN
          ''   | Mobile Device  | ''                          | ''                       | ''               | UNKNOWN
          EAS  | Smartphone     | ''                          | AirWatch/1.0             | ''               | OTHER
          """)
  void theClientIsToldByWhatItWritesOfItself(
      String clientType, String type, String model, String agent, String id, MailClient client) {
    assertThat(MailClientReader.read(clientType, type, model, agent, id)).isEqualTo(client);
    assertThat(
            MailClientReader.understand(
                new MailClientReader.Words(clientType, type, model, agent, MailIdShape.of(id))))
        .as("not from memory")
        .isEqualTo(client);
  }

  @Test
  void outlookAndOwaHideTheHardwareAndTheNativeClientDoesNot() {
    assertThat(MailClient.OUTLOOK.hidesHardware()).isTrue();
    assertThat(MailClient.OWA.hidesHardware()).isTrue();
    assertThat(MailClient.NATIVE.hidesHardware()).isFalse();
    assertThat(MailClient.GMAIL.hidesHardware()).isFalse();
    assertThat(MailClient.UNKNOWN.hidesHardware()).isFalse();
  }

  @ParameterizedTest(name = "{0} / {1} / {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EASProbeDeviceType         | EASProbeDeviceId141        | ''            | true
          TestActiveSyncConnectivity | 1234567                    | ''            | true
          ''                         | TestActiveSyncConnectivity | ''            | true
          iPhone                     | ApplF17LTTCGFFG8           | HealthMailboxc3d7722415ad41a5b19e3e00e165edbe | true
          iPhone                     | ApplF17LTTCGFFG8           | acme.example/Hosts/hHEALTHMAILBOX1 | true
          iPhone                     | ApplF17LTTCGFFG8           | HealthMailbo  | false
          iPhone                     | ApplF17LTTCGFFG8           | Jane Doe      | false
          ''                         | ''                         | ''            | false
          """)
  void aServersOwnTestIsNoDevice(String type, String id, String owner, boolean probe) {
    assertThat(MailClientReader.isProbe(type, id, owner)).isEqualTo(probe);
  }
}
