package devicehub.intake;

import devicehub.device.PersonName;
import java.util.List;
import java.util.Locale;
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
      // An ADsPath may name the server it was read from: LDAP://dc01.acme.example/CN=…
      int dn = identity.toUpperCase(Locale.ROOT).indexOf("/CN=");
      boolean server = dn > 0 && identity.substring(0, dn).indexOf('=') < 0;
      identity = server ? identity.substring(dn + 1) : identity;
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
    int first = sign(name, 0);
    int second = first < 0 ? -1 : sign(name, first + 1);
    if (first < 0 || name.substring(Math.max(first, second) + 1).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        second < 0
            ? new ExchangeIdentity(user, "", name.substring(0, first), name.substring(first + 1))
            : new ExchangeIdentity(
                user,
                name.substring(0, first),
                name.substring(first + 1, second),
                name.substring(second + 1)));
  }

  /** Where the next sign between two parts stands, or -1. */
  private static int sign(String name, int from) {
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '§' || c == '?' || c == '\ufffd') {
        return i;
      }
    }
    return -1;
  }

  private static String value(String rdn) {
    int equals = rdn.indexOf('=');
    return PersonName.unescape(rdn.substring(equals + 1));
  }
}
