package devicehub.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The text of an input, decoded strictly: a byte that is no character ends the reading and is never
 * replaced, since a replaced letter in an id makes another device of it.
 *
 * <pre>
 *   EF BB BF 69 64 …            UTF-8 by its byte order mark
 *   69 00 64 00 0D 00 0A 00     UTF-16LE by its zeros
 *   4D FC 6C 6C 65 72           "bytes FC 6C at offset 1 are no UTF-8"
 * </pre>
 *
 * <p>It hands over everything before the bad byte first, so that whoever reads knows the line.
 */
final class TextInput extends Reader {
  private static final int BUFFER = 1 << 15;

  /** Bytes; more than the longest character has. */
  private static final int BIT = 32;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final InputStream in;
  private final Encoding encoding;
  private final boolean utf8;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
  private final long limit;
  private final String head;
  private long offset;
  private boolean ended;
  private int pending = -1;
  private @Nullable BadInput failure;

  private TextInput(InputStream in, byte[] head, Encoding encoding, long limit) {
    this.in = in;
    this.encoding = encoding;
    this.limit = limit;
    this.utf8 = encoding.charset().equals(UTF_8);
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    bytes.put(head).flip().position(encoding.markLength());
    this.head = encoding.charset().decode(bytes.duplicate()).toString();
  }

  /**
   * Opens an input: expands it if it may come compressed, and finds its encoding.
   *
   * @throws BadInput if it is no text at all but an archive or a workbook
   */
  static TextInput open(InputStream raw, FormatSpec spec) throws IOException {
    InputStream in = spec.gzip() ? Gzip.expanded(raw, spec.limits().bytes()) : raw;
    byte[] head = in.readNBytes(Encoding.SNIFFED);
    Magic.refuseBinary(head);
    Encoding encoding =
        !spec.charset().equals(FormatSpec.AUTO)
            ? Encoding.of(head, Charset.forName(spec.charset()))
            : spec.format().endsWith("xml") ? Encoding.ofXml(head) : Encoding.of(head);
    return new TextInput(in, head, encoding, spec.limits().bytes());
  }

  /** The first few thousand characters, for a look at what this is. */
  String head() {
    return head;
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    if (length < 2) {
      return readOne(to, from, length);
    }
    if (pending >= 0) {
      to[from] = (char) pending;
      pending = -1;
      return 1;
    }
    if (failure != null) {
      throw failure;
    }
    int simple = utf8 ? simple(to, from, length) : 0;
    if (simple > 0) {
      return simple;
    }
    CharBuffer out = CharBuffer.wrap(to, from, length);
    while (true) {
      CoderResult result = decode(out);
      int count = out.position() - from;
      if (result.isError()) {
        failure = undecodable(result.length());
        if (count == 0) {
          throw failure;
        }
        return count;
      }
      if (count > 0) {
        return count;
      }
      if (ended) {
        return -1;
      }
      try {
        fill();
      } catch (BadInput e) {
        failure = e;
        throw e;
      }
    }
  }

  /** Not far at a time in UTF-8: the next stretch may be a plain one again. */
  private CoderResult decode(CharBuffer out) {
    int end = bytes.limit();
    boolean bit = utf8 && bytes.remaining() > BIT;
    bytes.limit(bit ? bytes.position() + BIT : end);
    CoderResult result = decoder.decode(bytes, out, ended && !bit);
    bytes.limit(end);
    return result;
  }

  /**
   * Reads ASCII and letters of two bytes, as far as they go: they need no decoder, which is slow.
   */
  private int simple(char[] to, int from, int length) {
    byte[] array = bytes.array();
    int at = bytes.position();
    int end = bytes.limit();
    int next = from;
    while (next < from + length && at < end) {
      int plain = plain(array, at, Math.min(from + length - next, end - at));
      if (plain > 0) {
        new String(array, at, plain, ISO_8859_1).getChars(0, plain, to, next);
        at += plain;
        next += plain;
      } else if (array[at] >= 0) {
        to[next++] = (char) array[at++];
      } else if (at + 1 < end && isPair(array[at], array[at + 1])) {
        to[next++] = (char) ((array[at] & 0x1F) << 6 | array[at + 1] & 0x3F);
        at += 2;
      } else {
        break;
      }
    }
    bytes.position(at);
    return next - from;
  }

  /** Whether two bytes are one letter in UTF-8; C0 and C1 would write ASCII at length. */
  private static boolean isPair(byte first, byte second) {
    return (first & 0xE0) == 0xC0 && (first & 0x1E) != 0 && (second & 0xC0) == 0x80;
  }

  /** How many of the next bytes are ASCII for certain, eight at a time. */
  private static int plain(byte[] array, int from, int most) {
    int at = from;
    while (at + Long.BYTES <= from + most
        && ((long) LONGS.get(array, at) & 0x8080808080808080L) == 0) {
      at += Long.BYTES;
    }
    return at - from;
  }

  /** Decoders need room for both halves of a pair: the second half waits for the next call. */
  private int readOne(char[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    char[] pair = new char[2];
    int count = read(pair, 0, 2);
    if (count > 0) {
      to[from] = pair[0];
      pending = count == 2 ? pair[1] : -1;
    }
    return Math.min(count, 1);
  }

  private void fill() throws IOException {
    offset += bytes.position();
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
    if (offset + bytes.limit() > limit) {
      throw new BadInput(0, "holds more than " + limit + " bytes");
    }
  }

  private BadInput undecodable(int length) {
    int at = bytes.position();
    // One byte more than the decoder blames: of C3 28 the second is the strange one.
    int shown = Math.min(length + 1, bytes.remaining());
    String hex =
        HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes.array(), at, at + shown);
    return new BadInput(
        0, "bytes " + hex + " at offset " + (offset + at) + " are no " + encoding.described());
  }

  /** Does nothing: whoever opened the input closes it. */
  @Override
  public void close() {}
}
