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

  /** These words without those that name a maker or model. */
  HardwareText withoutModel() {
    return new HardwareText("", "", "", deviceType, os, userAgent, friendlyName);
  }
}
