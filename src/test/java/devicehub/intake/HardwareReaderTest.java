package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.DeviceModel;
import devicehub.device.FormFactor;
import devicehub.device.Hardware;
import devicehub.device.Likeness;
import devicehub.device.Manufacturer;
import devicehub.device.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareReaderTest {
  private final HardwareReader reader = new HardwareReader();

  @ParameterizedTest(name = "{0} / {1} / {2} / {3} / {4} / {5} / {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''  | iPhone14C2     | '' | iPhone  | iOS 17.2.1 21C66 | Apple-iPhone14C2/2103.66 | '' | Apple | iPhone14,2 | IOS | SMARTPHONE | 17.2.1
          ''  | iPhone9C4      | '' | iPhone  | iOS 10.2 14C92   | Apple-iPhone9C4/1402.92  | Ann's iPhone | Apple | iPhone9,4 | IOS | SMARTPHONE | 10.2
          ''  | iPad6C12       | '' | iPad    | iOS 10.2.1 14D27 | ''                       | '' | Apple | iPad6,12 | IOS | TABLET | 10.2.1
          ''  | ''             | '' | iPhone  | ''               | Apple-iPhone3C1/902.206  | '' | Apple | iPhone3,1 | IOS | SMARTPHONE | ''
          ''  | iPhone         | '' | iPhone  | ''               | ''                       | '' | Apple | ''  | IOS | SMARTPHONE | ''
          ''  | iPad           | '' | iPad    | iPadOS 17.1      | ''                       | '' | Apple | ''  | IOS | TABLET | 17.1
          ''  | ''             | '' | iPod    | ''               | ''                       | '' | Apple | ''  | IOS | UNKNOWN | ''
          ''  | HUAWEI GRA-L09 | '' | Android | Android 5.0.1    | Android/5.0.1-EAS-2.0    | HUAWEI GRA-L09 | Huawei | HUAWEI GRA-L09 | ANDROID | SMARTPHONE | 5.0.1
          ''  | SM-S921B       | '' | Android | Android 14       | Android-14/              | '' | Samsung | SM-S921B | ANDROID | SMARTPHONE | 14
          ''  | ''             | '' | SAMSUNGSMS921B | ''        | SAMSUNG-SM-S921B/101.40  | '' | Samsung | SM-S921B | ANDROID | SMARTPHONE | ''
          ''  | ''             | '' | SAMSUNGSAMSUNGSMG900A | '' | SAMSUNG-SAMSUNG-SM-G900A/101.40402 | '' | Samsung | SAMSUNG-SM-G900A | ANDROID | SMARTPHONE | ''
          ''  | ''             | '' | SAMSUNGSGHI317M | ''       | ''                       | '' | Samsung | SGH-I317M | ANDROID | SMARTPHONE | ''
          ''  | SM-M215F       | '' | Android | Android 10       | Android-Mail/2020.11.29.346182102.Release | SM-M215F | Samsung | SM-M215F | ANDROID | SMARTPHONE | 10
          ''  | ''             | '' | Android | ''               | Android/5.0.1-EAS-2.0    | '' | '' | '' | ANDROID | UNKNOWN | 5.0.1
          ''  | ''             | '' | KSAndroid | ''             | KSAndroid/5.1.1-EAS-1.3  | '' | '' | '' | ANDROID | UNKNOWN | 5.1.1
          ''  | ''             | '' | htcvision | ''             | ''                       | '' | HTC | '' | UNKNOWN | UNKNOWN | ''
          ''  | ''             | '' | ''      | ''               | NokiaE521/2.00()MailforExchange | '' | Nokia | '' | SYMBIAN | UNKNOWN | ''
          ''  | RM-892         | '' | WP8     | Windows Phone 8.10.14219 | ''               | '' | '' | RM-892 | WINDOWS_PHONE | SMARTPHONE | 8.10.14219
          ''  | ''             | '' | WP8     | 8.1              | ''                       | '' | '' | '' | WINDOWS_PHONE | SMARTPHONE | 8.1
          ''  | ''             | '' | BlackBerry | ''            | ''                       | '' | BlackBerry | '' | BLACKBERRY | UNKNOWN | ''
          ''  | Outlook for iOS and Android | '' | Outlook | iOS 10.3.3  | Outlook-iOS/2.0  | '' | '' | '' | IOS | UNKNOWN | 10.3.3
          ''  | Outlook for iOS and Android | '' | Outlook | Android 14  | Outlook-Android/2.0 | '' | '' | '' | ANDROID | UNKNOWN | 14
          ''  | Outlook for iOS and Android | '' | Outlook | ''          | Outlook-Android/2.0 | '' | '' | '' | ANDROID | UNKNOWN | ''
          Microsoft | Outlook for iOS and Android | '' | Outlook | Outlook for iOS and Android 1.0 | Outlook-iOS-Android/1.0 | '' | '' | '' | UNKNOWN | UNKNOWN | ''
          ''  | iPhone (iPhone5,2) | '' | OWA for Devices on Sb7 | '' | ''              | '' | Apple | iPhone5,2 | IOS | SMARTPHONE | ''
          ''  | VMware Virtual Platform | '' | UniversalOutlook | Windows 10.0.14393 | '' | '' | '' | '' | WINDOWS | UNKNOWN | 10.0.14393
          ''  | Surface Pro 7  | '' | WindowsMail | Windows 10.0.19045 | MSFT-WIN-3/10.0.19045 | '' | '' | Surface Pro 7 | WINDOWS | UNKNOWN | 10.0.19045
          ''  | ''             | '' | WindowsOutlook | ''        | Outlook/16.0 (16.0.7167.6539; C2R; x86) | '' | '' | '' | WINDOWS | UNKNOWN | ''
          blackberry | STV100-1 | '' | Smartphone | Android 6.0.1 (MMB29M) | '' | dummy_device@gmail.com-STV100-1 | BlackBerry | STV100-1 | ANDROID | SMARTPHONE | 6.0.1
          '' | ''             | '' | Smartphone | Android 9       | '' | ashish189-ANE-AL00 | Huawei | ANE-AL00 | ANDROID | SMARTPHONE | 9
          Apple | iPhone 13 Pro | '' | Smartphone | iOS 17.2.1    | '' | jdoe-iPhone | Apple | iPhone 13 Pro | IOS | SMARTPHONE | 17.2.1
          Apple | iPad        | '' | Tablet     | iOS 16.1         | '' | jdoe-iPad | Apple | '' | IOS | TABLET | 16.1
          LGE | Nexus 5X      | '' | Smartphone | Android 8.1.0    | '' | '' | LG | Nexus 5X | ANDROID | SMARTPHONE | 8.1.0
          Google | Nexus 5X   | '' | Smartphone | Android 8.1.0    | '' | '' | LG | Nexus 5X | ANDROID | SMARTPHONE | 8.1.0
          samsung | SM-X710   | '' | Smartphone | Android 14       | '' | '' | Samsung | SM-X710 | ANDROID | TABLET | 14
          Apple | iPad Pro with Wi-Fi + Cellular (10.5-inch)(256 GB Rose Gold) | '' | '' | Apple iOS 10.3.2 | '' | '' | Apple | iPad Pro (10.5-inch) | IOS | TABLET | 10.3.2
          Apple | iPhone 29 Ultra | '' | ''      | iOS 32.1         | '' | '' | Apple | iPhone 29 Ultra | IOS | SMARTPHONE | 32.1
          '' | iPad nano (2. Generation) | '' | '' | iOS 32.1       | '' | '' | Apple | iPad nano (2. Generation) | IOS | TABLET | 32.1
          Google | panther    | '' | ''          | Android 13       | '' | '' | Google | panther | ANDROID | UNKNOWN | 13
          '' | BlackBerry BBF100-1 | '' | Android | Android 8.1.0   | '' | '' | BlackBerry | BBF100-1 | ANDROID | SMARTPHONE | 8.1.0
          '' | Fairphone FP4  | '' | Android     | Android 13       | '' | '' | Fairphone | FP4 | ANDROID | SMARTPHONE | 13
          '' | Zebra Technologies TC53 | '' | Android | Android 13  | '' | '' | Zebra | TC53 | ANDROID | UNKNOWN | 13
          '' | HMD Global Nokia 5.3 | '' | Android | Android 12     | '' | '' | Nokia | Nokia 5.3 | ANDROID | SMARTPHONE | 12
          '' | iPhone8,1      | iPhone 6S | ''   | iOS 10.3.2       | '' | Tinas iPad | Apple | iPhone8,1 | IOS | SMARTPHONE | 10.3.2
          '' | MKRY2LL        | iPhone 6S | ''   | iOS 10.3.2       | '' | '' | Apple | iPhone8,1 | IOS | SMARTPHONE | 10.3.2
          '' | iPhone 6S      | iPhone8,1 | ''   | iOS 10.3.2       | '' | '' | Apple | iPhone8,1 | IOS | SMARTPHONE | 10.3.2
          samsung | SM-G960F  | '' | ANDROID    | Android 8.0.0    | Google Apps Device Policy 12.14.01 | '' | Samsung | SM-G960F | ANDROID | SMARTPHONE | 8.0.0
          '' | iPhone10,6     | '' | IOS_SYNC   | iOS 12.1         | '' | '' | Apple | iPhone10,6 | IOS | SMARTPHONE | 12.1
          Apple Inc | iPhone5,3 | iPhone 5c (GSM) | '' | iOS 10.2  | '' | '' | Apple | iPhone5,3 | IOS | SMARTPHONE | 10.2
          HMD Global | TA-1053 | '' | ''        | Android 9        | '' | '' | Nokia | TA-1053 | ANDROID | SMARTPHONE | 9
          Dell Inc. | Latitude 5420 | '' | Desktop | Windows 10.0.19045.3803 | '' | '' | Dell | Latitude 5420 | WINDOWS | COMPUTER | 10.0.19045.3803
          VMware, Inc. | VMware7,1 | '' | Computer | Windows 10.0.19045 | '' | '' | VMware | '' | WINDOWS | COMPUTER | 10.0.19045
          ''    | T100  | '' | WindowsMail | Windows 10.0.19045 | '' | '' | '' | T100 | WINDOWS | UNKNOWN | 10.0.19045
          Apple | MacBookPro18,3 | '' | ''      | macOS 14.2 (23C64) | '' | '' | Apple | MacBookPro18,3 | MACOS | COMPUTER | 14.2
          ''    | Watch6,7      | '' | ''        | watchOS 10.1     | '' | '' | Apple | Watch6,7 | WATCHOS | WATCH | 10.1
          ''    | Watch7,3      | '' | ''        | Apple 10.1       | '' | '' | Apple | Watch7,3 | WATCHOS | WATCH | 10.1
          ''    | Apple Watch Series 9 GPS 45mm | '' | '' | watchOS | '' | '' | Apple | Apple Watch Series 9 GPS 45mm | WATCHOS | WATCH | ''
          Apple | Apple Watch   | '' | Smartphone | ''              | '' | '' | Apple | '' | WATCHOS | WATCH | ''
          ''    | AppleTV11,1   | '' | ''        | AppleTv tvOS 17  | '' | '' | Apple | AppleTV11,1 | TVOS | TV | 17
          Apple | Apple TV      | '' | ''        | tvOS 17          | '' | '' | Apple | '' | TVOS | TV | 17
          ''    | ''            | '' | Watch     | Android 13       | '' | '' | '' | '' | ANDROID | WATCH | 13
          ''    | ''            | '' | ''        | Wear OS 4        | '' | '' | '' | '' | ANDROID | WATCH | 4
          samsung | SM-R860     | '' | Others    | Android 11       | '' | '' | Samsung | SM-R860 | ANDROID | WATCH | 11
          samsung | Galaxy Watch6 | '' | Smartphone | Android 13    | '' | '' | Samsung | Galaxy Watch6 | ANDROID | WATCH | 13
          ''    | BRAVIA 4K 2015 | '' | TV       | Android 9        | '' | '' | Sony | BRAVIA 4K 2015 | ANDROID | TV | 9
          unknown | unknown   | unknown | unknown | unknown        | unknown | unknown | '' | '' | UNKNOWN | UNKNOWN | ''
          Intermec Technologies AndromedaIII CN70 | CN70 | '' | '' | Windows Mobile 6.5 | '' | '' | Intermec Technologies AndromedaIII CN70 | CN70 | WINDOWS_PHONE | SMARTPHONE | 6.5
          '' | ''             | iPhone | Apple-iPhone7C2/1208.143 | '' | '' | '' | Apple | iPhone7,2 | IOS | SMARTPHONE | ''
          '' | ''             | SAMSUNG SM-G960F | Android 4.4.2 | '' | '' | '' | Samsung | SM-G960F | ANDROID | SMARTPHONE | 4.4.2
          '' | ''             | NOKIA Lumia 930 | 8.1 | ''         | '' | '' | '' | NOKIA Lumia 930 | WINDOWS_PHONE | SMARTPHONE | ''
          '' | ''             | '' | 8.1        | ''               | '' | '' | '' | '' | UNKNOWN | UNKNOWN | ''
          '' | iPhone12C1     | '' | iPhone     | iOS 17.1         | Apple-iPhone14C2/2101.0 | '' | Apple | '' | IOS | SMARTPHONE | 17.1
          Samsung | iPhone14,2 | '' | '' | Android 14 | '' | '' | '' | '' | ANDROID | UNKNOWN | 14
          Samsung | SM-S921B | '' | Tablet | '' | Apple-iPhone14C2/2101.0 | '' | Samsung | '' | UNKNOWN | TABLET | ''
          Samsung | iPhone14,2 | '' | Smartphone | '' | '' | '' | '' | '' | UNKNOWN | SMARTPHONE | ''
          Apple | iPhone14,2  | '' | Tablet     | Android 14       | '' | '' | Apple | iPhone14,2 | UNKNOWN | SMARTPHONE | 14
          '' | ''             | '' | ''         | ''               | 'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36' | '' | Samsung | SM-S921B | ANDROID | SMARTPHONE | 14
          """)
  void aRowIsDescribed(
      String manufacturer,
      String model,
      String modelName,
      String deviceType,
      String os,
      String userAgent,
      String friendlyName,
      String maker,
      String code,
      Platform platform,
      FormFactor form,
      String version) {
    HardwareText text =
        new HardwareText(manufacturer, model, modelName, deviceType, os, userAgent, friendlyName);

    Hardware hardware = reader.read(text);

    assertThat(hardware.manufacturer().name()).as("maker").isEqualTo(maker);
    assertThat(hardware.model().name()).as("model").isEqualTo(code);
    assertThat(hardware.platform()).as("platform").isEqualTo(platform);
    assertThat(hardware.formFactor()).as("form factor").isEqualTo(form);
    assertThat(hardware.osVersion()).as("version").hasToString(version);
    assertThat(reader.read(text)).isSameAs(hardware);
  }

  @Test
  void bothHalvesOfADeviceComeOutAlike() {
    Hardware mail = reader.read(row("", "iPhone14C2", "iPhone", "Apple-iPhone14C2/2103.66"));
    Hardware enrolment = reader.read(row("Apple Inc.", "iPhone 13 Pro", "Smartphone", ""));

    assertThat(mail.compareManufacturer(enrolment)).isEqualTo(Likeness.SAME);
    assertThat(mail.compareModel(enrolment)).isEqualTo(Likeness.SAME);
    assertThat(mail.compareFormFactor(enrolment)).isEqualTo(Likeness.SAME);
  }

  @Test
  void equalDescriptionsAreOneObject() {
    Hardware one = reader.read(row("samsung", "SM-S921B", "", ""));
    Hardware other = reader.read(row("SAMSUNG", "samsung SM-S921B", "", ""));

    assertThat(one).isSameAs(other);
  }

  @Test
  void aPersonsNameForADeviceIsNotAModel() {
    HardwareText text = new HardwareText("", "", "", "Android", "", "", "LAB-A12");

    assertThat(reader.read(text).model()).isEqualTo(DeviceModel.UNKNOWN);
    assertThat(reader.read(text).manufacturer()).isEqualTo(Manufacturer.UNKNOWN);
  }

  private static HardwareText row(String maker, String model, String type, String agent) {
    return new HardwareText(maker, model, "", type, "", agent, "");
  }
}
