package devicehub.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Brings the spellings of one directory name together.
 *
 * <pre>
 *   CN=Jane Doe/OU=Sales/O=Acme   Jane Doe/Sales/Acme           Domino, canonical and abbreviated
 *   CN=Doe\, Jane,OU=Users,DC=acme,DC=example   acme.example/Users/Doe, Jane   DN and canonical name
 * </pre>
 */
public final class PersonName {
  private PersonName() {}

  /** {@code jane doe/sales/acme} for either spelling of a Notes name. */
  static String notes(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (String part : name.split("/", -1)) {
      int equals = part.indexOf('=');
      folded.append(folded.isEmpty() ? "" : "/").append(part.substring(equals + 1).strip());
    }
    return IdText.fold(folded.toString());
  }

  /** {@code acme.example/users/doe, jane} for a DN or an Active Directory canonical name. */
  static String directory(String name) {
    if (name.indexOf('=') < 0) {
      return IdText.fold(name.replace("\\/", "/"));
    }
    List<String> path = new ArrayList<>();
    StringBuilder domain = new StringBuilder();
    for (String part : splitDn(name)) {
      String value = part.substring(part.indexOf('=') + 1).strip().replace("\\", "");
      if (part.regionMatches(true, 0, "DC=", 0, 3)) {
        domain.append(domain.isEmpty() ? "" : ".").append(value);
      } else {
        path.add(value);
      }
    }
    Collections.reverse(path);
    return IdText.fold(domain + "/" + String.join("/", path));
  }

  /** {@code acme\jdoe} for {@code ACME\jdoe} and {@code acme.example\JDoe}. */
  static String login(String login) {
    String folded = IdText.fold(login);
    int slash = folded.indexOf('\\');
    int dot = folded.indexOf('.');
    return dot > 0 && dot < slash ? folded.substring(0, dot) + folded.substring(slash) : folded;
  }

  /** Splits a DN at the commas that are not escaped (RFC 4514); escapes stay in place. */
  public static List<String> splitDn(String dn) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < dn.length(); i++) {
      char c = dn.charAt(i);
      if (c == '\\' && i + 1 < dn.length()) {
        part.append(c).append(dn.charAt(++i));
      } else if (c == ',') {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }
}
