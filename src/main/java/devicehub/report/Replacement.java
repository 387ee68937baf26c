package devicehub.report;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a file shall have. As long as they are those that it has, nothing is written; from
 * the first other one on they go into a file beside it.
 *
 * <pre>
 *   merged.csv          enrollment_feed,…  row  row  row  row
 *   to be                enrollment_feed,…  row  row  other
 *   .merged.csv.part     enrollment_feed,…  row  row  other      copied up to there, by the system
 * </pre>
 */
final class Replacement implements Closeable {
  private static final int CHUNK = 1 << 18;

  private final Path file;
  private final Path part;
  private final FileAttribute<?>[] attributes;
  private final @Nullable FileChannel old;
  private final long oldSize;
  private final ByteBuffer theirs = ByteBuffer.allocate(CHUNK);

  /** How many bytes came that the file has just so. */
  private long same;

  private @Nullable FileChannel written;

  /**
   * Replaces nothing yet.
   *
   * @param part where other bytes go; it must not be there
   * @param attributes with which that one is made
   */
  Replacement(Path file, Path part, FileAttribute<?>... attributes) throws IOException {
    this.file = file;
    this.part = part;
    this.attributes = attributes;
    this.old = Files.isRegularFile(file) ? FileChannel.open(file) : null;
    this.oldSize = old == null ? 0 : old.size();
  }

  /** Takes the next bytes. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining() && isNext(bytes)) {
      int count = theirs.limit();
      bytes.position(bytes.position() + count);
      same += count;
    }
    if (bytes.hasRemaining()) {
      FileChannel channel = part();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** Whether the file goes on with the next bytes, as many as can be looked at. */
  private boolean isNext(ByteBuffer bytes) throws IOException {
    if (written != null || old == null) {
      return false;
    }
    int count = Math.min(bytes.remaining(), CHUNK);
    if (same + count > oldSize) {
      return false;
    }
    read(theirs.clear().limit(count), same);
    return theirs.flip().equals(bytes.slice(bytes.position(), count));
  }

  /**
   * Fills what remains of a buffer with bytes of the file to be replaced.
   *
   * @throws EOFException if it ends before
   */
  void read(ByteBuffer bytes, long from) throws IOException {
    for (long at = from; bytes.hasRemaining(); ) {
      int count = old().read(bytes, at);
      if (count < 0) {
        throw new EOFException(file + " ends at byte " + at);
      }
      at += count;
    }
  }

  /** Whether nothing came yet that the file has not just so. */
  boolean stands() {
    return written == null;
  }

  /**
   * Takes a part of the file to be replaced; where it is to stand where it stands, nothing moves.
   *
   * @throws EOFException if the file ends before it
   */
  void copy(long from, long to) throws IOException {
    if (written == null && from == same && to <= oldSize) {
      same = to;
    } else {
      transfer(from, to, part());
    }
  }

  /** Where the other bytes go, with what came before them. */
  private FileChannel part() throws IOException {
    if (written == null) {
      written =
          FileChannel.open(
              part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
      transfer(0, same, written);
    }
    return written;
  }

  private void transfer(long from, long to, FileChannel channel) throws IOException {
    for (long at = from; at < to; ) {
      long copied = old().transferTo(at, to - at, channel);
      if (copied <= 0) {
        throw new EOFException(file + " ends at byte " + at);
      }
      at += copied;
    }
  }

  private FileChannel old() throws NoSuchFileException {
    if (old == null) {
      throw new NoSuchFileException(file.toString());
    }
    return old;
  }

  /** All bytes came: whether they are others than the file has, and stand beside it. */
  boolean differs() throws IOException {
    if (written == null && (old == null || same < oldSize)) {
      part();
    }
    return written != null;
  }

  /** Brings what stands beside to the disk. */
  void force() throws IOException {
    part().force(true);
  }

  @Override
  public void close() throws IOException {
    try (FileChannel first = old;
        FileChannel second = written) {
      // Both, whichever fails.
    }
  }
}
