package devicehub.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** The hash by which raw input is kept, in lower-case hex. */
final class Sha256 {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static boolean isOne(String text) {
    return HEX.matcher(text).matches();
  }

  /** The hash, if it is one: whatever else it is must not become part of a path. */
  static String checked(String hash) {
    if (!isOne(hash)) {
      throw new IllegalArgumentException("not the hex of a SHA-256: " + hash);
    }
    return hash;
  }
}
