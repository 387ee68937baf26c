package devicehub.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * What a file shall hold, in pieces of its buffer, into which parts of the old one can be copied.
 */
final class FileOutput extends OutputStream {
  private static final int SIZE = 1 << 18;

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
    if (length > buffer.remaining()) {
      flush();
    }
    if (length > buffer.remaining()) {
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
    flush();
    file.copy(from, to);
  }

  @Override
  public void flush() throws IOException {
    file.write(buffer.flip());
    buffer.clear();
  }
}
