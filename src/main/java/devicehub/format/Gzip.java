package devicehub.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip stream that is refused when it is cut short, wrong, or grows beyond all measure. */
final class Gzip extends FilterInputStream {
  /** Device lists shrink ten- to twentyfold; bombs a thousandfold. */
  private static final int RATIO = 100;

  /** Below this size the ratio says nothing. */
  private static final long SMALL = 1 << 20;

  private final Counted compressed;
  private final long limit;
  private long expanded;

  private Gzip(Counted compressed, long limit) throws IOException {
    super(new GZIPInputStream(compressed, 1 << 14));
    this.compressed = compressed;
    this.limit = limit;
  }

  /** The input, expanded if it is compressed. */
  static InputStream expanded(InputStream raw, long limit) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    if (magic.length < 2 || (magic[0] & 0xFF) != 0x1F || (magic[1] & 0xFF) != 0x8B) {
      return in;
    }
    try {
      return new Gzip(new Counted(in), limit);
    } catch (EOFException | ZipException e) {
      throw broken(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int count;
    try {
      count = super.read(to, from, length);
    } catch (EOFException | ZipException e) {
      throw broken(e);
    }
    expanded += Math.max(count, 0);
    boolean bomb = expanded > SMALL && expanded / RATIO > compressed.count;
    if (expanded > limit || bomb) {
      throw new BadInput(0, "expands to more than it may: " + expanded + " bytes and more");
    }
    return count;
  }

  private static BadInput broken(IOException e) {
    return new BadInput(
        0,
        "is compressed and cut short or broken"
            + (e.getMessage() == null ? "" : ": " + e.getMessage()));
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
