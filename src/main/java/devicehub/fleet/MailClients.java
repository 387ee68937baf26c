package devicehub.fleet;

import java.util.Locale;

/**
 * What each mail client tells a mail server about itself and its phone.
 *
 * <pre>
 * client        DeviceId                     type              model        user agent
 * Apple         JUQGGDFCDD29R3H003TJA63E10   iPhone            iPhone14C2   Apple-iPhone14C2/2206.76
 * Samsung       SEC17CD1A3E9E3F2             SAMSUNGSMS921B    SM-S921B     SAMSUNG-SM-S921B/101.140000
 * Android       androidc195792594            Android           Pixel 8      Android/14-EAS-2.0
 * Outlook       5eec4e941e0748a264512fd8…    Outlook           Outlook for iOS and Android
 * </pre>
 *
 * What Nine and the Gmail app send is not documented anywhere we know of; theirs is invented.
 */
final class MailClients {
  private MailClients() {}

  /** The client that comes with the phone, or the one people install where none does. */
  static void fillNative(MailRow row, Dice dice, int androidClient) {
    if (row.phone.ios()) {
      fillApple(row, dice);
    } else if (row.phone.handset().samsung()) {
      fillSamsung(row, dice);
    } else {
      fillAndroid(row, dice, androidClient);
    }
  }

  static void fillApple(MailRow row, Dice dice) {
    Phone phone = row.phone;
    boolean tablet = phone.handset().tablet();
    row.deviceId = dice.base32hexOf16Bytes();
    row.type = tablet ? "iPad" : "iPhone";
    row.model = phone.handset().mailCode();
    row.friendlyName = dice.oneIn(3) ? phone.handset().name() : "";
    fillAppleSystem(row, phone.os());
  }

  static void fillAppleSystem(MailRow row, String version) {
    String system = row.phone.handset().tablet() ? "iPadOS " : "iOS ";
    row.os = system + version + " " + Systems.build(version);
    row.userAgent = "Apple-" + row.model + "/" + Systems.userAgentBuild(version);
  }

  private static void fillSamsung(MailRow row, Dice dice) {
    String code = row.phone.handset().code();
    row.deviceId = "SEC" + dice.hex(13).toUpperCase(Locale.ROOT);
    row.type = "SAMSUNG" + code.replace("-", "");
    row.model = code;
    row.friendlyName = dice.oneIn(3) ? row.phone.handset().name() : "";
    row.os = "Android " + row.phone.os();
    row.userAgent = "SAMSUNG-" + code + "/101." + row.phone.os() + "0000";
  }

  private static void fillAndroid(MailRow row, Dice dice, int client) {
    Handset handset = row.phone.handset();
    String code = handset.code();
    row.type = "Android";
    row.model = handset.maker().equals("Huawei") && dice.oneIn(2) ? "HUAWEI " + code : code;
    row.os = "Android " + row.phone.os();
    switch (client) {
      case 0 -> {
        row.deviceId = "nine" + dice.hex(28);
        row.userAgent = "Nine-" + code.replace(' ', '_') + "/4.9.9";
      }
      case 1 -> {
        row.deviceId = Unique.androidc(row.phone.number() * 4 + 1);
        row.userAgent = "Android-Mail/2025.11.30.842390135.Release";
      }
      default -> {
        row.deviceId = Unique.androidc(row.phone.number() * 4);
        row.userAgent = "Android/" + row.phone.os() + "-EAS-2.0";
      }
    }
  }

  /** Outlook says which system it runs on and hides the hardware. */
  static void fillOutlook(MailRow row, Dice dice) {
    boolean ios = row.phone.ios();
    row.deviceId = dice.hex(32);
    row.type = "Outlook";
    row.model = "Outlook for iOS and Android";
    row.friendlyName = "Outlook for iOS and Android";
    row.os = (ios ? "iOS " : "Android ") + row.phone.os();
    row.userAgent = ios ? "Outlook-iOS/2.0" : "Outlook-Android/2.0";
    row.clientType = dice.oneIn(4) ? "REST" : "Outlook";
  }

  /** HCL Verse for Android: on Traveler its id is the one the MDM gave the device. */
  static void fillVerse(MailRow row, String deviceId) {
    Handset handset = row.phone.handset();
    row.deviceId = deviceId;
    row.type = "Android " + row.phone.os();
    row.model = handset.maker() + " " + handset.code();
    row.os = "Android " + row.phone.os();
    row.userAgent = row.type;
  }
}
