package devicehub.report;

import devicehub.device.FormFactor;
import devicehub.device.MailClient;
import devicehub.device.Platform;
import java.time.Instant;
import java.util.Locale;

/** How codes, numbers and times read to people, whatever their computer's language and zone. */
final class Words {
  private Words() {}

  /** The code itself, or nothing for {@code UNKNOWN}. */
  static String known(Enum<?> code) {
    return code.name().equals("UNKNOWN") ? "" : code.name();
  }

  /** {@code 1,234,567}. */
  static String number(long number) {
    StringBuilder digits = new StringBuilder().append(number);
    int first = number < 0 ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /** {@code 1 pair}, {@code 2 pairs}. */
  static String count(long number, String thing) {
    return number(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** {@code 1 other candidate}, {@code 15 other candidates}. */
  static String others(long number, String thing) {
    return count(number, "other " + thing);
  }

  /** {@code 2026-11-23 14:02:35 UTC}. */
  static String time(Instant time) {
    return IsoTimes.of(time).replace('T', ' ').replace("Z", " UTC");
  }

  /** {@code 0.4 s}, {@code 2 min 5 s}. */
  static String duration(long millis) {
    long seconds = millis / 1000;
    return seconds < 60
        ? seconds + "." + millis % 1000 / 100 + " s"
        : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** {@code same-os-version} asks of the {@code OS version}. */
  static String condition(String label) {
    String subject = label.startsWith("same-") ? label.substring(5) : label;
    return switch (subject) {
      case "id" -> "Identifiers";
      case "os-version" -> "OS version";
      case "" -> "";
      default ->
          subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1).replace('-', ' ');
    };
  }

  /** A finding's value, with the codes among them in words. */
  static String value(String value) {
    for (Platform platform : Platform.values()) {
      if (platform.name().equals(value)) {
        return platform(platform);
      }
    }
    for (FormFactor formFactor : FormFactor.values()) {
      if (formFactor.name().equals(value)) {
        return formFactor(formFactor);
      }
    }
    return value;
  }

  static String platform(Platform platform) {
    return switch (platform) {
      case IOS -> "iOS";
      case ANDROID -> "Android";
      case WINDOWS -> "Windows";
      case WINDOWS_PHONE -> "Windows Phone";
      case MACOS -> "macOS";
      case BLACKBERRY -> "BlackBerry";
      case SYMBIAN -> "Symbian";
      case CHROMEOS -> "ChromeOS";
      case WATCHOS -> "watchOS";
      case TVOS -> "tvOS";
      case UNKNOWN -> "";
    };
  }

  static String formFactor(FormFactor formFactor) {
    return switch (formFactor) {
      case SMARTPHONE -> "smartphone";
      case TABLET -> "tablet";
      case COMPUTER -> "computer";
      case WATCH -> "watch";
      case TV -> "TV";
      case UNKNOWN -> "";
    };
  }

  static String client(MailClient client) {
    return switch (client) {
      case NATIVE -> "the device's own mail app";
      case OUTLOOK -> "Outlook";
      case OWA -> "OWA for Devices";
      case GMAIL -> "Gmail";
      case NINE -> "Nine";
      case VERSE -> "HCL Verse or Traveler";
      case WINDOWS_MAIL -> "Windows Mail";
      case THUNDERBIRD -> "Thunderbird";
      case BLACKBERRY_WORK -> "BlackBerry Work";
      case OTHER -> "another client";
      case UNKNOWN -> "";
    };
  }
}
