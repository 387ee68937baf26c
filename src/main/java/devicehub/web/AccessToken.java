package devicehub.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secret that whoever calls the hub must show. It is made at the first start and kept in a file
 * that only its owner may read.
 *
 * <pre>
 *   data/token   6pZ0…43 characters…Qw
 * </pre>
 */
public final class AccessToken {
  private static final int RANDOM_BYTES = 32;
  private static final int LEAST_LENGTH = 32;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final String text;

  private AccessToken(String text) {
    this.text = text;
  }

  /**
   * The token in a file, made there if there is none.
   *
   * @param open whether the hub is open to the network; who opens it must have chosen a token
   *     before
   * @throws IOException if there is no token that can be trusted, saying what to do
   */
  public static AccessToken in(Path file, boolean open) throws IOException {
    if (!Files.exists(file)) {
      if (open) {
        throw new IOException(
            "http.host opens the hub to the network, and there is no token in "
                + file
                + "; put one there first (32 random characters or more, chmod 600)");
      }
      make(file);
    }
    if (isPosix(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException("others than its owner may use the token " + file + " (chmod 600)");
    }
    String text = Files.readString(file).strip();
    if (!text.matches("[A-Za-z0-9._~-]{" + LEAST_LENGTH + ",}")) {
      throw new IOException(
          "%s must hold %d letters, digits or any of ._~- at least; delete it to have one made"
              .formatted(file, LEAST_LENGTH));
    }
    return new AccessToken(text);
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " can hold no token");
    }
    Files.createDirectories(folder);
    FileAttribute<?>[] ownersOnly =
        isPosix(folder)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
            : new FileAttribute<?>[0];
    Path part = Files.createTempFile(folder, ".token", "", ownersOnly);
    Files.writeString(part, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Whether somebody shows this token. Takes as long for a near miss as for any other. */
  boolean matches(@Nullable String shown) {
    return shown != null && same(text, shown);
  }

  /**
   * What a browser keeps in its place. Cookies go to every port of a host, so whoever reads one
   * there shall not have the token by it.
   */
  String cookie() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sha256("devicehub cookie\n" + text));
  }

  boolean matchesCookie(String shown) {
    return same(cookie(), shown);
  }

  /** The token itself, for the console of whoever started the hub, and nowhere else. */
  public String reveal() {
    return text;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(sha256(one), sha256(other));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
