package devicehub.intake;

import devicehub.device.PersonName;
import java.util.List;
import java.util.Optional;

/**
 * Exchange's name of a device partnership, which holds type, id and user at once. The object's name
 * is {@code DeviceType§DeviceId} or {@code ClientType§DeviceType§DeviceId}; the user is two parents
 * up. Windows PowerShell 5.1 writes {@code ?} for {@code §} unless told an encoding.
 *
 * <pre>
 *   contoso.com/Users/Jane Doe/ExchangeActiveSyncDevices/WP8§F94F…
 *   CarlosM\ExchangeActiveSyncDevices\REST§Outlook§5eec…
 *   CN=iPhone§12VS…,CN=ExchangeActiveSyncDevices,CN=Sample\, Maria,OU=…,DC=com
 * </pre>
 *
 * @param user the user's canonical name, DN or bare name, as the identity has it
 * @param clientType {@code REST}, {@code MOWA}, … or empty for ActiveSync
 */
public record ExchangeIdentity(String user, String clientType, String deviceType, String deviceId) {
  private static final String CONTAINER = "ExchangeActiveSyncDevices";

  /** The parts of an identity; empty where the text is in none of the known spellings. */
  public static Optional<ExchangeIdentity> parse(String text) {
    String identity = text.strip();
    if (identity.regionMatches(true, 0, "LDAP://", 0, 7)) {
      identity = identity.substring(7);
    }
    if (identity.regionMatches(true, 0, "CN=", 0, 3)) {
      return parseDn(identity);
    }
    int container = identity.indexOf(CONTAINER);
    int nameStart = container + CONTAINER.length() + 1;
    if (container < 1 || nameStart >= identity.length()) {
      return Optional.empty();
    }
    return named(identity.substring(0, container - 1), identity.substring(nameStart));
  }

  private static Optional<ExchangeIdentity> parseDn(String dn) {
    List<String> parts = PersonName.splitDn(dn);
    if (parts.size() < 3 || !value(parts.get(1)).equalsIgnoreCase(CONTAINER)) {
      return Optional.empty();
    }
    String user = String.join(",", parts.subList(2, parts.size()));
    return named(user, value(parts.get(0)));
  }

  private static Optional<ExchangeIdentity> named(String user, String name) {
    String[] parts = name.split("[§?\ufffd]", 3);
    if (parts.length < 2 || parts[parts.length - 1].isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.length == 3
            ? new ExchangeIdentity(user, parts[0], parts[1], parts[2])
            : new ExchangeIdentity(user, "", parts[0], parts[1]));
  }

  private static String value(String rdn) {
    int equals = rdn.indexOf('=');
    return PersonName.unescape(rdn.substring(equals + 1));
  }
}
