package devicehub.intake;

import devicehub.device.DeviceModel;
import devicehub.device.Likeness;
import devicehub.device.Manufacturer;
import devicehub.device.Platform;
import java.util.List;
import java.util.Locale;

/**
 * Settles on one maker where the text, the model and the platform each suggest one.
 *
 * <p>A model that the lists know has the list's maker: for a Nexus 5X one source says Google and
 * another LGE, and both must come out the same. Where text and model name makers that cannot both
 * be right (Samsung, iPhone14,2) neither is believed.
 */
final class HardwareMaker {
  private static final Manufacturer APPLE = Manufacturer.of("Apple");
  private static final Manufacturer MICROSOFT = Manufacturer.of("Microsoft");

  /** Device types that begin with the maker's name: {@code SAMSUNGSMS921B}, {@code htcvision}. */
  private static final List<String> TYPE_STARTS = List.of("samsung", "htc", "nokia", "blackberry");

  private HardwareMaker() {}

  /** The maker the row's text names; a mail program's maker is not the device's. */
  static Manufacturer named(HardwareText text, boolean hidden) {
    Manufacturer maker = Manufacturer.of(text.manufacturer());
    return hidden && maker.equals(MICROSOFT) ? Manufacturer.UNKNOWN : maker;
  }

  /** Whether the text names one maker and the model is another's: Samsung's iPhone14,2. */
  static boolean contradict(Manufacturer named, DeviceModel model) {
    return named.recognised() && named.compare(model.maker()) == Likeness.DIFFERENT;
  }

  /** The model's maker, else the named one, else the one the platform or device type implies. */
  static Manufacturer settle(
      Manufacturer named, DeviceModel model, boolean hidden, HardwareText text) {
    if (model.maker().known()) {
      return model.maker();
    }
    // Apple alone makes what runs iOS and its kin, but a mail app that hides the hardware is taken
    // at its word.
    if (named.known() || hidden) {
      return named;
    }
    Platform os = HardwarePlatform.of(text.os());
    Platform type = HardwarePlatform.of(text.deviceType());
    if (apple(os) || (apple(type) && !os.known())) {
      return APPLE;
    }
    Manufacturer typed = startOf(text.deviceType());
    return typed.known() ? typed : startOf(text.userAgent());
  }

  private static boolean apple(Platform platform) {
    return switch (platform) {
      case IOS, MACOS, WATCHOS, TVOS -> true;
      default -> false;
    };
  }

  private static Manufacturer startOf(String text) {
    String start = text.substring(0, Math.min(text.length(), 16)).toLowerCase(Locale.ROOT);
    for (String maker : TYPE_STARTS) {
      if (start.startsWith(maker)) {
        return Manufacturer.of(maker);
      }
    }
    return Manufacturer.UNKNOWN;
  }
}
