package devicehub.device;

import java.util.Optional;

/**
 * The id a mail client registers with: ActiveSync's DeviceId or Traveler's deviceid. The client
 * chooses it, so equality alone proves nothing (MS-ASHTTP 2.2.1.1.1.2: any string up to 32
 * characters that stays the same).
 */
public record EasDeviceId(String shown) implements Identifier {

  /** An identifier, or nothing where the value {@linkplain Identifier#flaw identifies nothing}. */
  public static Optional<EasDeviceId> of(String value) {
    return Identifier.flaw(value).isPresent()
        ? Optional.empty()
        : Optional.of(new EasDeviceId(value));
  }

  /**
   * The other id that some clients carry inside: {@code Appl} + serial (older iOS), {@code IMEI} +
   * IMEI (Nokia Mail for Exchange), {@code SEC} + 13 hex (Samsung); or a bare IMEI.
   */
  public Optional<? extends Identifier> carried() {
    String id = IdText.isAscii(shown) ? shown.strip() : IdText.fold(shown);
    if (id.regionMatches(true, 0, "APPL", 0, 4)
        && (id.length() == 14 || id.length() == 15 || id.length() == 16)) {
      return SerialNumber.of(id.substring(4));
    }
    if (id.regionMatches(true, 0, "IMEI", 0, 4)) {
      return Imei.of(id.substring(4));
    }
    if (id.regionMatches(true, 0, "SEC", 0, 3) && id.length() == 16) {
      return ManagementId.of(id.substring(3));
    }
    return id.length() == 15 ? Imei.of(id) : Optional.empty();
  }

  @Override
  public String kind() {
    return "mail device id";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EasDeviceId that && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return comparable().hashCode();
  }
}
