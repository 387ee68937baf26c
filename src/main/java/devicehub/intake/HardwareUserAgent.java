package devicehub.intake;

import devicehub.device.OsVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hardware words of a user agent, or of a device type that is one.
 *
 * <pre>
 * Apple-iPhone14C2/1905.95                          iPhone14C2
 * SAMSUNG-SM-S921B/101.40                           SAMSUNG-SM-S921B
 * SAMSUNGSGHI317M                                   SAMSUNGSGHI317M
 * SAMSUNGSAMSUNGSMG900A                             SAMSUNGSMG900A
 * Mozilla/5.0 (Linux; Android 14; SM-S921B) …       SM-S921B
 * Android/5.0.1-EAS-2.0, Outlook-iOS/2.0            nothing
 * </pre>
 */
final class HardwareUserAgent {
  private static final int MAX_LENGTH = 512;
  private static final Pattern BROWSER =
      Pattern.compile("Mozilla/[\\d.]+ \\(Linux; (?:U; )?Android [\\d.]{1,10}; ([^;)]{2,60})[;)]");
  private static final Pattern ANDROID_VERSION =
      Pattern.compile(
          "(?<![\\w-])(?:ks)?android[ /-](\\d{1,2}(?:\\.\\d{1,3}){0,3})(?![\\d.])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OUTLOOK = Pattern.compile("outlook", Pattern.CASE_INSENSITIVE);
  private static final Pattern BUILD = Pattern.compile(" Build/.*");

  /** Where a carrier's model begins with the maker, and the client puts the maker before it. */
  private static final Pattern MAKER_TWICE =
      Pattern.compile("^\\s*samsung-?(?=samsung)", Pattern.CASE_INSENSITIVE);

  private HardwareUserAgent() {}

  /**
   * The OS version in the OS text, or in a device type or user agent that is an Android's.
   *
   * <p>Apple's {@code 1905.95} is a build, and the numbers of {@code Outlook-iOS/2.0} and {@code
   * Outlook for iOS and Android 1.0} are the app's own: none of them is read.
   */
  static OsVersion osVersion(HardwareText text) {
    if (text.os().length() <= MAX_LENGTH && !OUTLOOK.matcher(text.os()).find()) {
      OsVersion version = OsVersion.of(text.os());
      if (version.known()) {
        return version;
      }
    }
    for (String words : new String[] {text.deviceType(), text.userAgent()}) {
      if (words.length() <= MAX_LENGTH) {
        Matcher android = ANDROID_VERSION.matcher(words);
        if (android.find()) {
          return OsVersion.of(android.group(1));
        }
      }
    }
    return OsVersion.UNKNOWN;
  }

  /** The model a browser on Android tells; empty if the words are not a browser's. */
  static String browserModel(String words) {
    if (words.length() > MAX_LENGTH) {
      return "";
    }
    Matcher browser = BROWSER.matcher(words);
    return browser.lookingAt() ? BUILD.matcher(browser.group(1)).replaceFirst("") : "";
  }

  /** What stands before the first slash: {@code Apple-iPhone14C2}; empty if too long to be one. */
  static String product(String words) {
    int slash = words.indexOf('/');
    String product = slash < 0 ? words : words.substring(0, slash);
    return product.length() > MAX_LENGTH
        ? ""
        : MAKER_TWICE.matcher(product).replaceFirst("").strip();
  }
}
