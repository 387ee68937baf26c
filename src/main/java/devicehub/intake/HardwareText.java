package devicehub.intake;

/**
 * The raw words of one row that describe hardware; an absent field is the empty string.
 *
 * <pre>
 * Exchange   model iPhone14C2 · deviceType iPhone · os "iOS 17.2.1 21C66" · userAgent Apple-iPhone14C2/2103.66
 * MaaS360    manufacturer blackberry · model STV100-1 · deviceType Smartphone · os "Android 6.0.1 (MMB29M)"
 *            friendlyName dummy_device@example.com-STV100-1
 * Traveler   modelName iPhone · deviceType Apple-iPhone7C2/1208.143
 * </pre>
 *
 * @param manufacturer who made the device
 * @param model model code or name
 * @param modelName a second, friendlier model: marketing name, Traveler's {@code device_provider}
 * @param deviceType EAS DeviceType, {@code Smartphone}, Traveler's {@code device_type}
 * @param os operating system with or without version; a bare platform name or version will do
 * @param userAgent EAS user agent
 * @param friendlyName the name a person or UEM gave the device; used last and only for codes
 */
public record HardwareText(
    String manufacturer,
    String model,
    String modelName,
    String deviceType,
    String os,
    String userAgent,
    String friendlyName) {
  HardwareText withFriendlyName(String name) {
    return new HardwareText(manufacturer, model, modelName, deviceType, os, userAgent, name);
  }

  /**
   * As of any record, but by less machinery than the compiler's: rows ask for it by the million.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof HardwareText that
        && model.equals(that.model)
        && os.equals(that.os)
        && userAgent.equals(that.userAgent)
        && deviceType.equals(that.deviceType)
        && manufacturer.equals(that.manufacturer)
        && modelName.equals(that.modelName)
        && friendlyName.equals(that.friendlyName);
  }

  @Override
  public int hashCode() {
    int hash = 31 * model.hashCode() + os.hashCode();
    hash = 31 * hash + userAgent.hashCode();
    hash = 31 * hash + deviceType.hashCode();
    hash = 31 * hash + manufacturer.hashCode();
    return 31 * hash + modelName.hashCode() + 17 * friendlyName.hashCode();
  }

  /** These words without those that name a maker or model. */
  HardwareText withoutModel() {
    return new HardwareText("", "", "", deviceType, os, userAgent, friendlyName);
  }
}
