package devicehub.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
      make(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    } else {
      Files.createDirectories(folder);
    }
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
