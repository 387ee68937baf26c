package devicehub.device;

import java.util.List;

/**
 * What a record says of its owner, in the terms of its own server.
 *
 * <pre>
 *   ADDRESS         jane.doe@acme.example      mail, PrimarySmtpAddress, UPN
 *   LOGIN           ACME\jdoe, jdoe            sAMAccountName, uid, MaaS360 username
 *   DIRECTORY_NAME  acme.example/Users/Jane Doe  canonical names and DNs in Exchange identities
 *   NOTES_NAME      CN=Jane Doe/OU=Sales/O=Acme  Domino, canonical or abbreviated
 *   DISPLAY_NAME    Jane Doe                   shown to people, never an owner by itself
 * </pre>
 */
public record OwnerClaim(Kind kind, String shown) {
  /** In which kind of name the claim is made. */
  public enum Kind {
    ADDRESS,
    LOGIN,
    DIRECTORY_NAME,
    NOTES_NAME,
    DISPLAY_NAME
  }

  static final List<Kind> KINDS = List.of(Kind.values());

  /** A claim as text tells it: an address has an at sign, a Notes name slashes and {@code CN=}. */
  public static OwnerClaim of(String text) {
    String value = text.strip();
    int colon = value.indexOf(':');
    if (colon > 0 && value.regionMatches(true, 0, "smtp", 0, 4) && colon == 4) {
      value = value.substring(5);
    }
    int at = value.indexOf('@');
    boolean notes = value.indexOf('/') > 0 && value.indexOf('/') < at && value.indexOf('.', at) < 0;
    if (at > 0
        && !notes
        && at < value.length() - 1
        && value.indexOf(' ') < 0
        && value.indexOf('=') < 0) {
      return new OwnerClaim(Kind.ADDRESS, value);
    }
    if (value.indexOf('=') > 0 && PersonName.isDn(value)) {
      return new OwnerClaim(Kind.DIRECTORY_NAME, value);
    }
    if (value.regionMatches(true, 0, "CN=", 0, 3)) {
      return new OwnerClaim(value.indexOf('/') > 0 ? Kind.NOTES_NAME : Kind.DIRECTORY_NAME, value);
    }
    int slash = value.indexOf('/');
    int backslash = value.indexOf('\\');
    // In a canonical name backslashes only escape slashes: acme.example/Users/a\/b.
    if (backslash > 0 && (slash < 0 || backslash < slash)) {
      return new OwnerClaim(Kind.LOGIN, value);
    }
    if (slash > 0) {
      boolean dotted = value.indexOf('.') > 0 && value.indexOf('.') < value.indexOf('/');
      return new OwnerClaim(dotted ? Kind.DIRECTORY_NAME : Kind.NOTES_NAME, value);
    }
    return new OwnerClaim(value.indexOf(' ') > 0 ? Kind.DISPLAY_NAME : Kind.LOGIN, value);
  }

  /** The form in which two claims of one kind are compared. */
  public String comparable() {
    return switch (kind) {
      case NOTES_NAME -> PersonName.notes(shown);
      case DIRECTORY_NAME -> PersonName.directory(shown);
      case LOGIN -> PersonName.login(shown);
      case ADDRESS, DISPLAY_NAME -> IdText.fold(shown);
    };
  }

  /** The hash that two claims of one kind share if they compare equal. */
  public long hash() {
    return IdText.hash(kind == Kind.ADDRESS || isOnlyFolded() ? shown : comparable());
  }

  /** Whether {@link #comparable} does no more than fold, which hashing does without a copy. */
  private boolean isOnlyFolded() {
    boolean only =
        switch (kind) {
          case ADDRESS, DISPLAY_NAME -> true;
          case LOGIN -> shown.indexOf('\\') < 0;
          case DIRECTORY_NAME -> shown.indexOf('\\') < 0 && shown.indexOf('=') < 0;
          case NOTES_NAME -> false;
        };
    return only && IdText.isAscii(shown);
  }
}
