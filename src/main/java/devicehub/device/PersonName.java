package devicehub.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /**
   * {@code jane doe/sales/acme} for either spelling of a Notes name, be it followed by its domain
   * ({@code @ACME}).
   */
  static String notes(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (String part : name.split("/", -1)) {
      int equals = part.indexOf('=');
      folded.append(folded.isEmpty() ? "" : "/").append(part.substring(equals + 1).strip());
    }
    int domain = folded.indexOf("@", folded.lastIndexOf("/") + 1);
    return IdText.fold(domain < 0 ? folded.toString() : folded.substring(0, domain));
  }

  /** {@code acme.example/users/doe, jane} for a DN or an Active Directory canonical name. */
  static String directory(String name) {
    if (name.indexOf('=') < 0) {
      return IdText.fold(name.replace("\\/", "/"));
    }
    List<String> path = new ArrayList<>();
    StringBuilder domain = new StringBuilder();
    for (String part : splitDn(name)) {
      String value = unescape(part.substring(part.indexOf('=') + 1).strip());
      if (part.regionMatches(true, 0, "DC=", 0, 3)) {
        domain.append(domain.isEmpty() ? "" : ".").append(value);
      } else {
        path.add(value);
      }
    }
    Collections.reverse(path);
    return IdText.fold(domain + "/" + String.join("/", path));
  }

  /** Whether the text is a DN of two parts or more; Notes names put slashes between theirs. */
  static boolean isDn(String text) {
    List<String> parts = splitDn(text);
    return parts.size() > 1 && parts.stream().allMatch(PersonName::namesAttribute);
  }

  private static boolean namesAttribute(String part) {
    int equals = part.indexOf('=');
    for (int i = 0; i < equals; i++) {
      char c = part.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean later = c >= '0' && c <= '9' || c == '-';
      if (!letter && (i == 0 || !later)) {
        return false;
      }
    }
    return equals > 0;
  }

  /**
   * The Notes name that a DN spells, since Domino's directory server writes commas for slashes;
   * empty where the DN is below a domain, or is no DN.
   *
   * <pre>
   *   CN=Jane Doe,OU=Sales,O=Acme   CN=Jane Doe/OU=Sales/O=Acme
   * </pre>
   */
  public static Optional<String> notesOfDn(String dn) {
    List<String> parts = splitDn(dn);
    boolean notes =
        isDn(dn)
            && dn.indexOf('/') < 0
            && parts.stream().noneMatch(part -> part.regionMatches(true, 0, "DC=", 0, 3));
    return notes
        ? Optional.of(parts.stream().map(PersonName::unescape).collect(Collectors.joining("/")))
        : Optional.empty();
  }

  /** A part of a DN without its escapes (RFC 4514): {@code Doe, Jane} for {@code Doe\2C Jane}. */
  public static String unescape(String part) {
    if (part.indexOf('\\') < 0) {
      return part;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\\' && i + 1 < part.length()) {
        if (i + 2 < part.length() && isHex(part.charAt(i + 1)) && isHex(part.charAt(i + 2))) {
          bytes.write(HexFormat.fromHexDigits(part, i + 1, i + 3));
          i += 2;
          continue;
        }
        c = part.charAt(++i);
      }
      int end = Character.isHighSurrogate(c) && i + 1 < part.length() ? i + 2 : i + 1;
      byte[] encoded = part.substring(i, end).getBytes(StandardCharsets.UTF_8);
      bytes.write(encoded, 0, encoded.length);
      i = end - 1;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isHex(char c) {
    return HexFormat.isHexDigit(c);
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
