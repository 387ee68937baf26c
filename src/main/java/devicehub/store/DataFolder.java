package devicehub.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own folder, held by one process at a time. The operating system lets go of the lock
 * when the process ends, however it ends; the file {@code hub.lock} may stay.
 */
final class DataFolder implements AutoCloseable {
  private final @Nullable FileChannel channel;

  private DataFolder(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** A folder that somebody else may hold. */
  static DataFolder joined() {
    return new DataFolder(null);
  }

  /** Makes the folder where it is missing, for its owner only, and takes hold of it. */
  static DataFolder hold(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, rights(folder, "rwx------"));
      }
      Path lock = folder.resolve("hub.lock");
      make(lock, "rw-------");
      FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StoreException(
            "the data folder %s is in use by another hub; stop that one, or give this one its own"
                .formatted(folder));
      }
      return new DataFolder(channel);
    } catch (IOException e) {
      throw new StoreException("the data folder %s cannot be used".formatted(folder), e);
    }
  }

  /**
   * Makes a file for its owner only where it is missing, for the folder may be others' to look
   * into, and the umask anything.
   */
  static void own(Path file) {
    try {
      make(file, "rw-------");
    } catch (IOException e) {
      throw new StoreException("%s cannot be made".formatted(file), e);
    }
  }

  private static void make(Path file, String rights) throws IOException {
    try {
      if (Files.notExists(file)) {
        Files.createFile(file, rights(file, rights));
      }
    } catch (FileAlreadyExistsException e) {
      // Another was quicker.
    }
  }

  private static FileAttribute<?>[] rights(Path file, String rights) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new StoreException("the data folder's lock cannot be let go", e);
    }
  }
}
