package devicehub.intake;

import java.util.Locale;
import java.util.Optional;

/**
 * What a column can mean. Feeds name their columns in {@code config/feeds.yaml} under {@code
 * fields}; a field may be given several columns.
 */
public enum Field {
  /** The record's id on its own server; stable over imports. */
  ID("id"),
  /** The MDM's own id of the device. */
  MDM_ID("mdm-id"),
  SERIAL("serial"),
  IMEI("imei"),
  UDID("udid"),
  /** The id mail clients register with: DeviceId of ActiveSync, deviceid of Traveler. */
  EAS_ID("eas-id"),
  /** Addresses, logins or names of the owner; all columns count, not just the first filled. */
  OWNER("owner"),
  /** Joined to a bare login in {@link #OWNER} as {@code domain\login}. */
  OWNER_DOMAIN("owner-domain"),
  /** The mailbox a mail record belongs to. */
  MAILBOX("mailbox"),
  /** Exchange's Identity or DistinguishedName, which names device and user at once. */
  IDENTITY("identity"),
  MANUFACTURER("manufacturer"),
  MODEL("model"),
  /** A second, usually marketing, name of the model. */
  MODEL_NAME("model-name"),
  DEVICE_TYPE("device-type"),
  PLATFORM("platform"),
  OS("os"),
  OS_VERSION("os-version"),
  USER_AGENT("user-agent"),
  FRIENDLY_NAME("friendly-name"),
  CLIENT_TYPE("client-type"),
  LAST_SEEN("last-seen"),
  ENROLLED_AT("enrolled-at"),
  /** Whether the device is still enrolled, in the words of the feed's {@code lifecycle} lists. */
  STATUS("status"),
  // directory
  ALIASES("aliases"),
  LOGIN("login"),
  NAMES("names"),
  DISPLAY_NAME("display-name"),
  /** {@code shared} marks a mailbox that is nobody's own. */
  KIND("kind");

  private final String label;

  Field(String label) {
    this.label = label;
  }

  /** The field's name in configuration. */
  public String label() {
    return label;
  }

  /** The field of that name, in any case, with blanks, dashes or underscores. */
  public static Optional<Field> of(String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (Field field : values()) {
      if (field.label.equals(wanted)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
