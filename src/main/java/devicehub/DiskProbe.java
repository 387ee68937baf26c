package devicehub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether a folder can still be written to: it is tried, since a disk may be full, read-only or
 * failing. Asked often, it tries every other second.
 *
 * <pre>
 *   /var/lib/devicehub has 312 KB left; the hub takes nothing in until there is room
 *   /var/lib/devicehub cannot be written: Read-only file system
 * </pre>
 */
final class DiskProbe {
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** A snapshot, its cycle and the queue's journal may still fit; little more does. */
  private static final long LEAST_BYTES = 2 << 20;

  private static final int PROBE_BYTES = 4_096;

  private final Path folder;
  private long triedAt = System.nanoTime() - AGAIN_NANOS;
  private Optional<String> trouble = Optional.empty();

  DiskProbe(Path folder) {
    this.folder = folder;
  }

  /** What is wrong with the disk, in one line for an admin; empty if nothing is. */
  synchronized Optional<String> trouble() {
    long now = System.nanoTime();
    if (now - triedAt >= AGAIN_NANOS) {
      trouble = tried();
      triedAt = now;
    }
    return trouble;
  }

  private Optional<String> tried() {
    try {
      if (!Files.isDirectory(folder)) {
        return Optional.empty(); // made by its first writer, who says so if that fails
      }
      long left = Files.getFileStore(folder).getUsableSpace();
      if (left < LEAST_BYTES) {
        return Optional.of(folder + " has " + left / 1024 + " KB left; the hub waits for room");
      }
      write();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(folder + " cannot be written: " + ownWords(e));
    }
  }

  private void write() throws IOException {
    Path probe = Files.createTempFile(folder, ".", ".probe");
    try (FileChannel file = FileChannel.open(probe, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(PROBE_BYTES));
      file.force(false);
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  /** The system's words without the name of the probe. */
  private static String ownWords(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.substring(message.lastIndexOf(": ") < 0 ? 0 : message.lastIndexOf(": ") + 2);
  }
}
