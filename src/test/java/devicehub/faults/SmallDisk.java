package devicehub.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A small disk of its own, which can be filled up, emptied and made read-only: an ext4 file system
 * in a file, or a tmpfs where loop devices are missing. Only root can have one.
 */
final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final Path image;

  private SmallDisk(Path folder, Path image) {
    this.folder = folder;
    this.image = image;
  }

  /**
   * Makes a disk.
   *
   * @throws IOException if this machine or this user cannot, saying what was tried
   */
  static SmallDisk mount(Path folder, int mebibytes) throws IOException {
    Files.createDirectories(folder);
    Path image = folder.resolveSibling(folder.getFileName() + ".img");
    String point = folder.toString();
    try {
      try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
        file.setLength((long) mebibytes << 20);
      }
      run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
      run("mount", "-o", "loop", image.toString(), point);
    } catch (IOException e) {
      run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", point);
    }
    return new SmallDisk(folder, image);
  }

  /** A folder on the disk. */
  Path folder() {
    return folder.resolve("hub");
  }

  /** Leaves so many bytes, more or less. */
  void fill(long left) throws IOException {
    Path ballast = folder.resolve("ballast");
    byte[] block = new byte[4_096];
    try (FileChannel file =
        FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(folder).getUsableSpace() > left) {
        file.write(ByteBuffer.wrap(block));
      }
      file.force(true);
    } catch (IOException full) {
      // which is what was wanted
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(folder.resolve("ballast"));
  }

  void readOnly(boolean on) throws IOException {
    run("mount", "-o", on ? "remount,ro" : "remount,rw", folder.toString());
  }

  private static void run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " failed; only root may mount");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
    Files.deleteIfExists(image);
  }
}
