package devicehub.device;

/** A device model. Skeleton. */
public final class DeviceModel {
  public static final DeviceModel UNKNOWN = new DeviceModel("", "");
  private final String key;
  private final String name;

  private DeviceModel(String key, String name) {
    this.key = key;
    this.name = name;
  }

  public static DeviceModel of(String text) {
    return of(Manufacturer.UNKNOWN, text);
  }

  public static DeviceModel of(Manufacturer maker, String text) {
    String key = DeviceModelText.key(text);
    return key.isEmpty() ? UNKNOWN : new DeviceModel(key, text);
  }

  public String name() {
    return name;
  }

  public String marketingName() {
    return "";
  }

  public Manufacturer maker() {
    return Manufacturer.UNKNOWN;
  }

  public FormFactor formFactor() {
    return FormFactor.UNKNOWN;
  }

  public Platform platform() {
    return Platform.UNKNOWN;
  }

  public boolean known() {
    return !key.isEmpty();
  }

  boolean soldUnderOneBrand() {
    return false;
  }

  public Likeness compare(DeviceModel other) {
    return known() && key.equals(other.key) ? Likeness.SAME : Likeness.UNKNOWN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceModel that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
