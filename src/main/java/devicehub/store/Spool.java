package devicehub.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Content that is being received, in a file of its own until all of it is there.
 *
 * <pre>
 *   data/raw/7714…31.part
 * </pre>
 */
final class Spool implements AutoCloseable {
  private static final String PART = ".part";
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final FutureTask<Void> sync;
  private String sha256 = "";
  private long bytes;

  private Spool(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    this.sync =
        new FutureTask<>(
            () -> {
              channel.force(true);
              return null;
            });
  }

  /** Reads content to its end; its bytes may not be on the disk yet. */
  static Spool receive(Path folder, InputStream content) throws IOException {
    Spool spool = new Spool(Files.createTempFile(folder, "", PART));
    try {
      spool.copy(content);
      return spool;
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private void copy(InputStream content) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      digest.update(buffer, 0, read);
      ByteBuffer some = ByteBuffer.wrap(buffer, 0, read);
      while (some.hasRemaining()) {
        channel.write(some);
      }
      bytes += read;
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  Path file() {
    return file;
  }

  String sha256() {
    return sha256;
  }

  long bytes() {
    return bytes;
  }

  /** Lets a thread of its own write the bytes onto the disk, which may take it a second. */
  void beginSync() {
    Thread thread = new Thread(sync, "raw:sync");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns once the bytes are on the disk.
   *
   * @throws IOException if they could not be written
   */
  void sync() throws IOException {
    sync.run(); // nothing, where it was begun
    try {
      sync.get();
      channel.close();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(file + " could not be written to the disk", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + file + " was written to the disk");
    }
  }

  /** Deletes what a killed hub was receiving. */
  static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
      for (Path part : parts) {
        Files.delete(part);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Deletes the file, unless it was moved to where it is kept. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
