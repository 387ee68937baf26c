package devicehub.intake;

import devicehub.device.DeviceModel;
import devicehub.device.FormFactor;
import devicehub.device.Hardware;
import devicehub.device.MailClient;
import devicehub.device.Manufacturer;
import devicehub.device.Platform;

/**
 * Turns the hardware words of a row into one description, refusing to guess.
 *
 * <pre>
 * model iPhone14C2, os "iOS 17.2.1 21C66"                Apple · iPhone14,2 · IOS · SMARTPHONE · 17.2.1
 * manufacturer samsung, model SM-X710                    Samsung · SM-X710 · ANDROID · TABLET
 * model "Outlook for iOS and Android", os "iOS 17.2"     unknown maker and model · IOS · 17.2
 * </pre>
 *
 * <p>Millions of rows hold few different words, so what was read is remembered, within bounds. Safe
 * for use by several threads.
 */
public final class HardwareReader {
  private static final int MEMORY = 1 << 16;

  private final HardwareMemory<HardwareText, Hardware> byText = new HardwareMemory<>(MEMORY);
  private final HardwareMemory<Hardware, Hardware> same = new HardwareMemory<>(MEMORY);

  /** Reads a row's words. Never fails; what cannot be told with certainty is unknown. */
  public Hardware read(HardwareText text) {
    // A friendly name differs from row to row: it would fill the memory and is rarely needed.
    HardwareText shared = text.friendlyName().isEmpty() ? text : text.withFriendlyName("");
    Hardware hardware = byText.get(shared, this::understand);
    if (hardware.model().recognised() || text.friendlyName().isEmpty()) {
      return hardware;
    }
    DeviceModel model = HardwareModels.atEndOf(text.friendlyName(), hardware.manufacturer());
    return model.known() ? same.get(describe(text, model), known -> known) : hardware;
  }

  private Hardware understand(HardwareText text) {
    Manufacturer named = HardwareMaker.named(text, hidesHardware(text));
    return same.get(describe(text, HardwareModels.read(text, named)), known -> known);
  }

  private static Hardware describe(HardwareText text, DeviceModel model) {
    boolean hidden = hidesHardware(text);
    Manufacturer named = HardwareMaker.named(text, hidden);
    Platform platform = platform(text, model);
    return new Hardware(
        HardwareMaker.settle(named, model, platform, hidden, text),
        model,
        platform,
        formFactor(text, model, platform),
        HardwareUserAgent.osVersion(text));
  }

  private static boolean hidesHardware(HardwareText text) {
    MailClient client =
        MailClientReader.read("", text.deviceType(), text.model(), text.userAgent(), "");
    return client.hidesHardware();
  }

  /** The platform all fields agree on; a field that names another leaves it unknown. */
  private static Platform platform(HardwareText text, DeviceModel model) {
    Platform[] told = {
      HardwarePlatform.of(text.os()),
      HardwarePlatform.of(text.deviceType()),
      HardwarePlatform.of(text.userAgent()),
      model.platform(),
      HardwarePlatform.of(text.model()),
      HardwarePlatform.of(text.modelName())
    };
    Platform platform = Platform.UNKNOWN;
    for (Platform next : told) {
      if (!platform.known() || next == Platform.WINDOWS_PHONE && platform == Platform.WINDOWS) {
        platform = next;
      } else if (next.known() && next != platform && platform != Platform.WINDOWS_PHONE) {
        return Platform.UNKNOWN;
      }
    }
    return platform;
  }

  /**
   * The model's form factor, else the one the source gives.
   *
   * <p>The model comes first: a type in words is often a default of the source ({@code Smartphone}
   * for an SM-X710), while a model code is written by the device itself.
   */
  private static FormFactor formFactor(HardwareText text, DeviceModel model, Platform platform) {
    if (model.formFactor().known()) {
      return model.formFactor();
    }
    for (String type : new String[] {text.deviceType(), text.model(), text.modelName()}) {
      FormFactor form = HardwareForm.of(HardwareUserAgent.product(type));
      if (form.known()) {
        return form;
      }
    }
    if (platform == Platform.WINDOWS_PHONE) {
      return FormFactor.SMARTPHONE;
    }
    return platform == Platform.MACOS ? FormFactor.COMPUTER : FormFactor.UNKNOWN;
  }
}
