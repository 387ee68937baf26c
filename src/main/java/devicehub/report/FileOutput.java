package devicehub.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * What a file shall hold, in pieces of its buffer, into which parts of the old one can be copied.
 */
final class FileOutput extends OutputStream {
  private static final int SIZE = 1 << 18;

  /** What is shorter goes sooner through the buffer than by a call of its own. */
  private static final int LONG = 1 << 16;

  private final Replacement file;
  private final ByteBuffer buffer = ByteBuffer.allocate(SIZE);

  FileOutput(Replacement file) {
    this.file = file;
  }

  @Override
  public void write(int b) throws IOException {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (length > buffer.remaining() || length >= LONG) {
      flush();
    }
    if (length >= LONG) {
      file.write(ByteBuffer.wrap(bytes, from, length));
    } else {
      buffer.put(bytes, from, length);
    }
  }

  /**
   * Copies a part of the old file.
   *
   * @throws java.io.EOFException if it ends before it
   */
  void copy(long from, long to) throws IOException {
    long count = to - from;
    if (file.stands() || count >= LONG || count > buffer.remaining()) {
      flush();
    }
    if (file.stands() || count >= LONG) {
      file.copy(from, to);
    } else {
      buffer.limit(buffer.position() + (int) count);
      file.read(buffer, from);
      buffer.limit(buffer.capacity());
    }
  }

  @Override
  public void flush() throws IOException {
    file.write(buffer.flip());
    buffer.clear();
  }
}
