package devicehub.intake;

import devicehub.device.DeviceModel;
import devicehub.device.Likeness;
import devicehub.device.Manufacturer;
import devicehub.device.Platform;

/**
 * Finds the model in the fields of a row that may hold one.
 *
 * <p>The first recognised model counts; a code further on makes a name more precise. Fields that
 * contradict each other leave the model unknown: the row does not know itself.
 */
final class HardwareModels {
  private static final int MEMORY = 1 << 15;
  private static final int MAX_NAME = 128;
  private static final int MAX_CUTS = 6;
  private static final int CODE_END = 6;

  private final HardwareMemory<Spelling, DeviceModel> spellings = new HardwareMemory<>(MEMORY);

  /** A model's text, and whose it is said to be. */
  private record Spelling(String text, Manufacturer maker) {
    DeviceModel read() {
      return DeviceModel.of(maker, text);
    }
  }

  /**
   * Reads the model.
   *
   * @param platform what the row says of the operating system: the lists hold Apple's and Android
   *     devices only, and a laptop may share its name with some telephone
   */
  DeviceModel read(HardwareText text, Manufacturer maker, Platform platform) {
    boolean listed = !platform.known() || platform == Platform.IOS || platform == Platform.ANDROID;
    DeviceModel given = within(listed, text.model(), of(maker, text.model()));
    DeviceModel friendlier = within(listed, text.modelName(), of(maker, text.modelName()));
    DeviceModel[] told = {
      given,
      friendlier,
      inProgramWords(text.deviceType(), maker),
      inProgramWords(text.userAgent(), maker)
    };
    DeviceModel found = DeviceModel.UNKNOWN;
    for (DeviceModel model : told) {
      if (!model.recognised()) {
        continue;
      }
      if (found.compare(model) == Likeness.DIFFERENT) {
        return DeviceModel.UNKNOWN;
      }
      if (!found.known() || (!found.isCode() && model.isCode())) {
        found = model;
      }
    }
    if (found.known()) {
      return found;
    }
    return given.known() ? given : friendlier;
  }

  /** What the model field alone says. */
  DeviceModel given(HardwareText text, Manufacturer maker) {
    return of(maker, text.model());
  }

  private static DeviceModel within(boolean listed, String text, DeviceModel model) {
    return listed || model.unmistakable() ? model : DeviceModel.outsideLists(text);
  }

  /**
   * Reads a device type or user agent. Its first word may be a program's name that is also some
   * device's, so only a code that cannot be anything else counts.
   */
  private DeviceModel inProgramWords(String words, Manufacturer maker) {
    String browserModel = HardwareUserAgent.browserModel(words);
    if (!browserModel.isEmpty()) {
      return of(maker, browserModel);
    }
    DeviceModel model = of(maker, HardwareUserAgent.product(words));
    return model.unmistakable() ? model : DeviceModel.UNKNOWN;
  }

  /**
   * Reads the model at the end of a name a UEM made, as in {@code ashish189-ANE-AL00}.
   *
   * <p>Only an unmistakable code of the lists counts: the rest of such a name is a person's words.
   */
  DeviceModel atEndOf(String friendlyName, Manufacturer maker) {
    if (friendlyName.length() > MAX_NAME || !endsWithADigitNear(friendlyName)) {
      return DeviceModel.UNKNOWN;
    }
    String rest = friendlyName;
    for (int cuts = 0; cuts <= MAX_CUTS; cuts++) {
      if (DeviceModel.writtenLikeACode(rest)) {
        DeviceModel model = of(maker, rest);
        if (model.unmistakable() && model.listed()) {
          return model;
        }
      }
      int dash = rest.indexOf('-');
      if (dash < 0) {
        return DeviceModel.UNKNOWN;
      }
      rest = rest.substring(dash + 1);
    }
    return DeviceModel.UNKNOWN;
  }

  private DeviceModel of(Manufacturer maker, String text) {
    return text.isEmpty()
        ? DeviceModel.UNKNOWN
        : spellings.get(new Spelling(text, maker), Spelling::read);
  }

  /** Every code has a digit near its end, and few of people's own names do: a cheap first look. */
  private static boolean endsWithADigitNear(String name) {
    for (int i = name.length() - 1; i >= Math.max(0, name.length() - CODE_END); i--) {
      if (name.charAt(i) >= '0' && name.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }
}
