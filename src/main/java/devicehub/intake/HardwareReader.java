package devicehub.intake;

import devicehub.device.DeviceModel;
import devicehub.device.FormFactor;
import devicehub.device.Hardware;
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

  private final HardwareMemory<HardwareText, Hardware> rows = new HardwareMemory<>(MEMORY);
  private final HardwareMemory<Hardware, Hardware> descriptions = new HardwareMemory<>(MEMORY);
  private final HardwarePlatforms platforms = new HardwarePlatforms();
  private final HardwareModels models = new HardwareModels();

  /** Reads a row's words. Never fails; what cannot be told with certainty is unknown. */
  public Hardware read(HardwareText text) {
    // A friendly name differs from row to row: it would fill the memory and is rarely needed.
    HardwareText shared = text.friendlyName().isEmpty() ? text : text.withFriendlyName("");
    Hardware hardware = rows.get(shared, this::understand);
    if (hardware.model().recognised() || text.friendlyName().isEmpty()) {
      return hardware;
    }
    DeviceModel model = models.atEndOf(text.friendlyName(), hardware.manufacturer());
    return model.known() ? describe(shared, model) : hardware;
  }

  private Hardware understand(HardwareText text) {
    return describe(text, DeviceModel.UNKNOWN);
  }

  /** Describes a row, whose model may be known from elsewhere. */
  private Hardware describe(HardwareText text, DeviceModel known) {
    boolean hidden =
        MailClientReader.read("", text.deviceType(), text.model(), text.userAgent(), "")
            .hidesHardware();
    Manufacturer named = HardwareMaker.named(text, hidden);
    DeviceModel model = known.known() ? known : models.read(text, named, platforms.named(text));
    return HardwareMaker.contradict(named, model)
        ? describe(text.withoutModel(), Manufacturer.UNKNOWN, DeviceModel.UNKNOWN)
        : describe(text, HardwareMaker.settle(named, model, hidden, text), model);
  }

  private Hardware describe(HardwareText text, Manufacturer maker, DeviceModel model) {
    Platform platform = platforms.settle(text, models.given(text, maker), model);
    return descriptions.get(
        new Hardware(
            maker,
            model,
            platform,
            formFactor(text, model, platform),
            HardwareUserAgent.osVersion(text)),
        hardware -> hardware);
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
    if (platform == Platform.WATCHOS || HardwarePlatform.isTheWatchsOwn(text.os())) {
      return FormFactor.WATCH;
    }
    if (platform == Platform.TVOS) {
      return FormFactor.TV;
    }
    for (String type : new String[] {text.deviceType(), text.model(), text.modelName()}) {
      FormFactor form = HardwareForm.of(HardwareUserAgent.product(type));
      if (form.known()) {
        return form;
      }
    }
    if (platform == Platform.IOS && HardwarePlatform.isTheTabletsOwn(text.os())) {
      return FormFactor.TABLET;
    }
    if (platform == Platform.WINDOWS_PHONE) {
      return FormFactor.SMARTPHONE;
    }
    return platform == Platform.MACOS ? FormFactor.COMPUTER : FormFactor.UNKNOWN;
  }
}
