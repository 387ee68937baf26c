package devicehub.intake;

import devicehub.device.Platform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the platform from the words of an operating system, device type or user agent.
 *
 * <pre>
 * iOS 17.2.1 21C66, iPadOS 17.1, Apple-iPhone7C2/1208.143, Outlook-iOS/2.0   IOS
 * Android/5.0.1-EAS-2.0, KSAndroid, SAMSUNG-SM-S921B/101.40                  ANDROID
 * Windows 10.0.14393, UniversalOutlook, Outlook/16.0 (16.0.7167; C2R; x86)   WINDOWS
 * watchOS 10.1, Apple Watch Series 9                                        WATCHOS
 * tvOS 17, AppleTv                                                          TVOS
 * WP8, Windows Phone 8.10.14219, MSFT-WP/8.10.14219                          WINDOWS_PHONE
 * Outlook for iOS and Android 1.0                                            unknown: names two
 * </pre>
 */
final class HardwarePlatform {
  private static final int MAX_LENGTH = 512;

  private static final Set<String> WINDOWS_PHONE =
      Set.of(
          "wp", "wp7", "wp8", "wp81", "windowsphone", "windowsmobile", "pocketpc", "ppc", "lumia");
  private static final Set<String> WINDOWS =
      Set.of(
          "windows",
          "win32",
          "win64",
          "windowsmail",
          "universaloutlook",
          "windowsoutlook",
          "windowsoutlook15",
          "c2r");
  private static final Set<String> MAC = Set.of("macos", "macosx", "osx", "macintosh", "macbook");

  private HardwarePlatform() {}

  /** The one platform a text names; unknown if it names none or several. */
  static Platform of(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Platform.UNKNOWN;
    }
    List<String> words = words(text.toLowerCase(Locale.ROOT));
    EnumSet<Platform> named = EnumSet.noneOf(Platform.class);
    for (String word : words) {
      Platform platform = word(word);
      if (platform.known()) {
        named.add(platform);
      }
    }
    if (follows(words, "windows", "phone")
        || follows(words, "windows", "mobile")
        || follows(words, "10", "mobile")
        || follows(words, "msft", "wp")
        || follows(words, "msft", "ppc")
        || follows(words, "msft", "sphone")) {
      named.remove(Platform.WINDOWS);
      named.add(Platform.WINDOWS_PHONE);
    }
    if (follows(words, "mac", "os") && !named.contains(Platform.IOS)) {
      named.add(Platform.MACOS);
    }
    if (follows(words, "apple", "watch")) {
      named.add(Platform.WATCHOS);
    }
    if (follows(words, "apple", "tv")) {
      named.add(Platform.TVOS);
    }
    if (isWearOs(words)) {
      named.add(Platform.ANDROID);
    }
    if (follows(words, "chrome", "os")) {
      named.add(Platform.CHROMEOS);
    }
    if (follows(words, "msft", "win")) {
      named.add(Platform.WINDOWS);
    }
    return named.size() == 1 ? named.iterator().next() : Platform.UNKNOWN;
  }

  private static Platform word(String word) {
    if (word.equals("ios")
        || word.equals("ipados")
        || word.startsWith("iphone")
        || word.startsWith("ipad")
        || word.startsWith("ipod")) {
      return Platform.IOS;
    }
    if (word.startsWith("android") || word.equals("ksandroid")) {
      return Platform.ANDROID;
    }
    if (word.equals("watchos") || word.startsWith("applewatch")) {
      return Platform.WATCHOS;
    }
    if (word.equals("tvos") || word.startsWith("appletv")) {
      return Platform.TVOS;
    }
    if (WINDOWS_PHONE.contains(word)) {
      return Platform.WINDOWS_PHONE;
    }
    if (WINDOWS.contains(word)) {
      return Platform.WINDOWS;
    }
    if (MAC.contains(word)) {
      return Platform.MACOS;
    }
    if (word.equals("blackberry") || word.equals("blackberry10") || word.equals("bb10")) {
      return Platform.BLACKBERRY;
    }
    if (word.startsWith("symbian") || word.equals("mailforexchange")) {
      return Platform.SYMBIAN;
    }
    return word.equals("chromeos") || word.equals("cros") ? Platform.CHROMEOS : Platform.UNKNOWN;
  }

  /** Whether an operating system's text names iPadOS alone, not iOS/iPadOS as consoles do. */
  static boolean isTheTabletsOwn(String os) {
    if (os.length() > MAX_LENGTH) {
      return false;
    }
    List<String> words = words(os.toLowerCase(Locale.ROOT));
    return words.contains("ipados") && !words.contains("ios");
  }

  /** Whether an operating system's text names the Android of watches. */
  static boolean isTheWatchsOwn(String os) {
    return os.length() <= MAX_LENGTH && isWearOs(words(os.toLowerCase(Locale.ROOT)));
  }

  private static boolean isWearOs(List<String> words) {
    return words.contains("wearos")
        || follows(words, "wear", "os")
        || follows(words, "android", "wear");
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(8);
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean follows(List<String> words, String first, String second) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals(first) && words.get(i + 1).equals(second)) {
        return true;
      }
    }
    return false;
  }
}
