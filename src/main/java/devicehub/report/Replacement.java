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
 * The bytes that a file shall have. What of them the file has already, as far as its user says
 * where in it they go on, is copied by the system in as few and as long stretches as there are; and
 * if they are those of the whole file, nothing is written.
 *
 * <pre>
 *   merged.csv           head  row row  old    row row row
 *   to be                head  row row  other  row row row
 *   .merged.csv.part     └── copied ──┘ other  └─ copied ─┘
 * </pre>
 */
final class Replacement implements Closeable {
  private static final int CHUNK = 1 << 18;

  /** What is shorter goes sooner through the buffer than by a call of its own. */
  private static final int LONG = 1 << 16;

  private final Path file;
  private final Path part;
  private final FileAttribute<?>[] attributes;
  private final @Nullable FileChannel old;
  private final long oldSize;
  private final ByteBuffer theirs = ByteBuffer.allocate(CHUNK);
  private final ByteBuffer outgoing = ByteBuffer.allocate(CHUNK);

  /** The stretch of the old file that comes next in the new one, so far. */
  private long from;

  private long to;

  /** Whether the next bytes may be those of the old file behind that stretch. */
  private boolean goesOn;

  private @Nullable FileChannel written;

  /**
   * Replaces nothing yet.
   *
   * @param part where the bytes go unless they are those of the file; it must not be there
   * @param attributes with which that one is made
   */
  Replacement(Path file, Path part, FileAttribute<?>... attributes) throws IOException {
    this.file = file;
    this.part = part;
    this.attributes = attributes;
    this.old = Files.isRegularFile(file) ? FileChannel.open(file) : null;
    this.oldSize = old == null ? 0 : old.size();
    this.goesOn = old != null;
  }

  /** Takes the next bytes. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining() && goesOn) {
      int count = Math.min(bytes.remaining(), CHUNK);
      goesOn = isNext(bytes.slice(bytes.position(), count));
      if (goesOn) {
        to += count;
        bytes.position(bytes.position() + count);
      }
    }
    if (bytes.hasRemaining()) {
      settle();
      put(bytes);
    }
  }

  private boolean isNext(ByteBuffer bytes) throws IOException {
    if (to + bytes.remaining() > oldSize) {
      return false;
    }
    read(theirs.clear().limit(bytes.remaining()), to);
    return theirs.flip().equals(bytes);
  }

  /**
   * Takes a stretch of the old file. Bytes that come next may be those behind it.
   *
   * @throws EOFException if the file ends before
   * @throws NoSuchFileException if there is none
   */
  void copy(long first, long behind) throws IOException {
    if (behind > oldSize) {
      old();
      throw new EOFException("%s ends at byte %d".formatted(file, oldSize));
    }
    if (first != to) {
      settle();
      from = first;
    }
    to = behind;
    goesOn = true;
  }

  /** Moves the stretch of the old file. */
  private void settle() throws IOException {
    if (to - from >= LONG) {
      transfer(part());
    } else if (from < to) {
      room((int) (to - from));
      int end = outgoing.position() + (int) (to - from);
      read(outgoing.limit(end), from);
      outgoing.limit(CHUNK);
    }
    from = to;
  }

  private void transfer(FileChannel channel) throws IOException {
    flush();
    while (from < to) {
      long copied = old().transferTo(from, to - from, channel);
      if (copied <= 0) {
        throw new EOFException("%s ends at byte %d".formatted(file, from));
      }
      from += copied;
    }
  }

  private void put(ByteBuffer bytes) throws IOException {
    if (bytes.remaining() < LONG) {
      room(bytes.remaining());
      outgoing.put(bytes);
    } else {
      flush();
      write(bytes, part());
    }
  }

  private void room(int bytes) throws IOException {
    if (outgoing.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    write(outgoing.flip(), part());
    outgoing.clear();
  }

  private static void write(ByteBuffer bytes, FileChannel channel) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Fills what remains of a buffer with bytes of the old file. */
  private void read(ByteBuffer bytes, long first) throws IOException {
    for (long at = first; bytes.hasRemaining(); ) {
      int count = old().read(bytes, at);
      if (count < 0) {
        throw new EOFException("%s ends at byte %d".formatted(file, at));
      }
      at += count;
    }
  }

  private FileChannel part() throws IOException {
    if (written == null) {
      written =
          FileChannel.open(
              part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    }
    return written;
  }

  private FileChannel old() throws NoSuchFileException {
    if (old == null) {
      throw new NoSuchFileException(file.toString());
    }
    return old;
  }

  /** All bytes came: whether they are others than the file has, and stand beside it. */
  boolean differs() throws IOException {
    boolean isFile = old != null && from == 0 && to == oldSize;
    if (isFile && written == null && outgoing.position() == 0) {
      return false;
    }
    settle();
    flush();
    return true;
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
