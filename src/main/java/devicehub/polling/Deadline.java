package devicehub.polling;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** Ends the reading of a body that drips on past its time, or grows past its size. */
final class Deadline extends FilterInputStream {
  private final long endNanos;
  private final long maxBytes;
  private long bytes;

  Deadline(InputStream in, long endNanos, long maxBytes) {
    super(in);
    this.endNanos = endNanos;
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    check(1);
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    check(0);
    int read = super.read(buffer, from, length);
    check(Math.max(0, read));
    return read;
  }

  /** Leaves the body to whoever opened it: closing would first read all that is left of it. */
  @Override
  public void close() {}

  private void check(int more) throws IOException {
    bytes += more;
    if (bytes > maxBytes) {
      throw new IOException("the answer is larger than " + maxBytes + " bytes");
    }
    if (System.nanoTime() - endNanos > 0) {
      throw new SocketTimeoutException("the answer did not end within its time");
    }
  }
}
