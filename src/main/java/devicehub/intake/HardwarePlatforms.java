package devicehub.intake;

import devicehub.device.DeviceModel;
import devicehub.device.Likeness;
import devicehub.device.Platform;

/** Settles on the platform that all fields of a row agree on. */
final class HardwarePlatforms {
  private static final int MEMORY = 1 << 15;

  private final HardwareMemory<String, Platform> words = new HardwareMemory<>(MEMORY);

  /** The platform that the operating system, device type and user agent name. */
  Platform named(HardwareText text) {
    return agreed(of(text.os()), of(text.deviceType()), HardwarePlatform.of(text.userAgent()));
  }

  /**
   * The platform of a row whose model is known.
   *
   * <p>Words win over a model that might as well be another's, and no field over another: where
   * they contradict each other the platform is unknown.
   */
  Platform settle(HardwareText text, DeviceModel given, DeviceModel found) {
    Platform os = of(text.os());
    Platform type = of(text.deviceType());
    Platform agent = HardwarePlatform.of(text.userAgent());
    Platform model = unlessMaker(of(text.model()), os);
    Platform name = unlessMaker(of(text.modelName()), os);
    boolean said = os.known() || type.known() || agent.known() || model.known() || name.known();
    Platform mine = found.unmistakable() || !said ? found.platform() : Platform.UNKNOWN;
    Platform theirs = given.unmistakable() ? given.platform() : Platform.UNKNOWN;
    return agreed(os, type, agent, model, name, mine, theirs);
  }

  /** BlackBerry is a maker as well, whose last telephones ran Android. */
  private static Platform unlessMaker(Platform named, Platform os) {
    return named == Platform.BLACKBERRY && os == Platform.ANDROID ? Platform.UNKNOWN : named;
  }

  private Platform of(String text) {
    return text.isEmpty() ? Platform.UNKNOWN : words.get(text, HardwarePlatform::of);
  }

  private static Platform agreed(Platform... told) {
    Platform agreed = Platform.UNKNOWN;
    for (Platform next : told) {
      boolean closer = agreed == Platform.WINDOWS && next == Platform.WINDOWS_PHONE;
      if (!agreed.known() || closer) {
        agreed = next;
      } else if (agreed.compare(next) == Likeness.DIFFERENT) {
        return Platform.UNKNOWN;
      }
    }
    return agreed;
  }
}
