package devicehub.intake;

import devicehub.device.FormFactor;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the form factor from a device type a source gives in so many words.
 *
 * <pre>
 * Smartphone, Phone, iPhone, WP8        smartphone
 * Tablet, iPad, Android Tablet          tablet
 * Computer, Desktop, Laptop             computer
 * Watch, Apple Watch, Wear OS           watch
 * TV, Apple TV, Android TV              television
 * Android, Mobile, Outlook, iPod        unknown: phones and tablets are both called so
 * </pre>
 */
final class HardwareForm {
  private static final int MAX_LENGTH = 64;

  private static final Set<String> PHONE =
      Set.of(
          "smartphone",
          "phone",
          "iphone",
          "cellphone",
          "mobilephone",
          "handset",
          "androidphone",
          "androidsmartphone",
          "androidworkphone",
          "windowsphone",
          "wp",
          "wp7",
          "wp8",
          "wp81");
  private static final Set<String> TABLET =
      Set.of("tablet", "ipad", "androidtablet", "androidworktablet", "tabletpc");
  private static final Set<String> COMPUTER =
      Set.of(
          "computer",
          "desktop",
          "laptop",
          "notebook",
          "pc",
          "macbook",
          "imac",
          "mac",
          "macos",
          "chromebook",
          "chromeos",
          "workstation");

  private static final Set<String> WATCH =
      Set.of("watch", "applewatch", "smartwatch", "watchos", "wearos", "androidwear");
  private static final Set<String> TV =
      Set.of("tv", "appletv", "tvos", "androidtv", "googletv", "firetv", "smarttv", "television");

  private HardwareForm() {}

  static FormFactor of(String deviceType) {
    if (deviceType.length() > MAX_LENGTH) {
      return FormFactor.UNKNOWN;
    }
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < deviceType.length(); i++) {
      if (Character.isLetterOrDigit(deviceType.charAt(i))) {
        letters.append(deviceType.charAt(i));
      }
    }
    String word = letters.toString().toLowerCase(Locale.ROOT);
    if (PHONE.contains(word)) {
      return FormFactor.SMARTPHONE;
    }
    if (TABLET.contains(word)) {
      return FormFactor.TABLET;
    }
    if (WATCH.contains(word)) {
      return FormFactor.WATCH;
    }
    if (TV.contains(word)) {
      return FormFactor.TV;
    }
    return COMPUTER.contains(word) ? FormFactor.COMPUTER : FormFactor.UNKNOWN;
  }
}
