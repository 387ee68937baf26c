package devicehub.intake;

import devicehub.device.DeviceModel;
import devicehub.device.Likeness;
import devicehub.device.Manufacturer;

/**
 * Finds the model in the fields of a row that may hold one.
 *
 * <p>The first recognised model counts; a code further on makes a name more precise. Fields that
 * contradict each other leave the model unknown: the row does not know itself.
 */
final class HardwareModels {
  private static final int MAX_NAME = 128;
  private static final int MAX_CUTS = 6;

  private HardwareModels() {}

  static DeviceModel read(HardwareText text, Manufacturer maker) {
    DeviceModel given = DeviceModel.of(maker, text.model());
    DeviceModel friendlier = DeviceModel.of(maker, text.modelName());
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

  /**
   * Reads a device type or user agent. Its first word may be a program's name that is also some
   * device's, so only a code that cannot be anything else counts.
   */
  private static DeviceModel inProgramWords(String words, Manufacturer maker) {
    String browserModel = HardwareUserAgent.browserModel(words);
    if (!browserModel.isEmpty()) {
      return DeviceModel.of(maker, browserModel);
    }
    DeviceModel model = DeviceModel.of(maker, HardwareUserAgent.product(words));
    return model.unmistakable() ? model : DeviceModel.UNKNOWN;
  }

  /**
   * Reads the model at the end of a name a UEM made, as in {@code ashish189-ANE-AL00}.
   *
   * <p>Only an unmistakable code of the lists counts: the rest of such a name is a person's words.
   */
  static DeviceModel atEndOf(String friendlyName, Manufacturer maker) {
    if (friendlyName.length() > MAX_NAME) {
      return DeviceModel.UNKNOWN;
    }
    String rest = friendlyName;
    for (int cuts = 0; cuts <= MAX_CUTS; cuts++) {
      DeviceModel model = DeviceModel.of(maker, rest);
      if (model.unmistakable() && model.listed()) {
        return model;
      }
      int dash = rest.indexOf('-');
      if (dash < 0) {
        return DeviceModel.UNKNOWN;
      }
      rest = rest.substring(dash + 1);
    }
    return DeviceModel.UNKNOWN;
  }
}
