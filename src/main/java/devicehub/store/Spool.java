package devicehub.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Content that is being received, in a file of its own until all of it is there.
 *
 * <pre>
 *   data/raw/7714…31.part
 * </pre>
 */
record Spool(Path file, String sha256, long bytes) implements AutoCloseable {
  private static final String PART = ".part";
  private static final int BUFFER_BYTES = 1 << 16;

  /** Reads content to its end, and onto the disk. */
  static Spool receive(Path folder, InputStream content) throws IOException {
    Path part = Files.createTempFile(folder, "", PART);
    try {
      MessageDigest digest = Sha256.digest();
      long bytes = copy(content, part, digest);
      return new Spool(part, HexFormat.of().formatHex(digest.digest()), bytes);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private static long copy(InputStream content, Path part, MessageDigest digest)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }
      file.force(true);
      return file.size();
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
    Files.deleteIfExists(file);
  }
}
