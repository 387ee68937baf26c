package devicehub.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file with a secret in it, which only its owner may read. */
final class SecretFile {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private SecretFile() {}

  /**
   * What the file holds.
   *
   * @throws BadValueException naming the file, if it cannot be read or others may read it too
   */
  static String read(String name) {
    try {
      Path file = Path.of(name);
      if (isOpen(file)) {
        throw new BadValueException(
            "names the secret file " + name + ", which others than its owner may read (chmod 600)");
      }
      return Files.readString(file);
    } catch (IOException | InvalidPathException e) {
      throw new BadValueException("names the secret file " + name + ", which cannot be read");
    }
  }

  private static boolean isOpen(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException e) {
      // A file system without owner, group and others has nothing to check.
      return false;
    }
  }
}
