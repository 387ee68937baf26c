package devicehub.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Kept content, fetched chunk by chunk; no transaction stays open while it is read. Its end is
 * reached only if all of it is what was kept.
 */
final class ChunkStream extends InputStream {
  private final String sha256;
  private final IntFunction<Optional<byte[]>> chunks;
  private final MessageDigest digest = Sha256.digest();
  private InputStream chunk = InputStream.nullInputStream();
  private int next;
  private boolean ended;

  ChunkStream(String sha256, IntFunction<Optional<byte[]>> chunks) {
    this.sha256 = sha256;
    this.chunks = chunks;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = chunk.read(buffer, offset, length);
    while (read < 0 && !ended) {
      fetch();
      read = chunk.read(buffer, offset, length);
    }
    return read;
  }

  private void fetch() throws IOException {
    Optional<byte[]> fetched = chunks.apply(next++);
    if (fetched.isPresent()) {
      digest.update(fetched.get());
      chunk = new ByteArrayInputStream(fetched.get());
      return;
    }
    ended = true;
    if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
      throw new IOException("the raw input " + sha256 + " is not what was kept under this hash");
    }
  }
}
