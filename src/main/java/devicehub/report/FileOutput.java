package devicehub.report;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file being written, in pieces of its buffer, into which parts of other files can be copied. */
final class FileOutput extends OutputStream {
  private static final int SIZE = 1 << 18;

  /** What is shorter goes sooner through the buffer than by a call of its own. */
  private static final int LONG = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(SIZE);

  FileOutput(FileChannel channel) {
    this.channel = channel;
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
      writeOut(ByteBuffer.wrap(bytes, from, length));
    } else {
      buffer.put(bytes, from, length);
    }
  }

  /**
   * Copies a part of a file; a long one is copied by the system alone.
   *
   * @throws EOFException if the file ends before it
   */
  void copy(FileChannel file, long from, long to) throws IOException {
    if (to - from >= LONG || to - from > buffer.remaining()) {
      flush();
    }
    for (long at = from; at < to; ) {
      long copied = to - from < LONG ? read(file, at, to) : file.transferTo(at, to - at, channel);
      if (copied <= 0) {
        throw new EOFException("the file to copy from ends at byte " + at);
      }
      at += copied;
    }
  }

  private int read(FileChannel file, long at, long to) throws IOException {
    buffer.limit(buffer.position() + (int) (to - at));
    try {
      return file.read(buffer, at);
    } finally {
      buffer.limit(buffer.capacity());
    }
  }

  @Override
  public void flush() throws IOException {
    writeOut(buffer.flip());
    buffer.clear();
  }

  private void writeOut(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
