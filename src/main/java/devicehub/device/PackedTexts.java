package devicehub.device;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The texts of one record, or person, in one array: as strings and lists of their own, those of a
 * million records would cost gigabytes. A text that an earlier one begins or ends with is not kept
 * twice.
 *
 * <pre>
 *   counts   letters from the 20th byte on, id 31 long, 2 identifiers, 1 claim
 *   kinds    EasDeviceId, SerialNumber; ADDRESS
 *   places   device id 18+13, mailbox 0+17, identifiers 18+13 22+9, claim 0+17
 *   letters  jane@acme.example/ApplD8DTH6RCI
 *   hashes   of the identifiers and the claims, eight bytes each
 * </pre>
 *
 * <p>{@link TextPacker} writes what this one reads.
 */
final class PackedTexts {
  static final int ID = 0;
  static final int DEVICE_ID = 1;
  static final int MAILBOX = 2;
  static final int FIXED = 3;

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static String wide(byte[] packed, int from, int length) {
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) (packed[from + 2 * i] & 0xFF | packed[from + 2 * i + 1] << 8);
    }
    return new String(text);
  }

  private static Identifier identifier(int kind, String shown) {
    return switch (kind) {
      case 0 -> new SerialNumber(shown);
      case 1 -> new Imei(shown);
      case 2 -> new Udid(shown);
      case 3 -> new EasDeviceId(shown);
      default -> new ManagementId(shown);
    };
  }

  private static final List<String> KINDS =
      IntStream.range(0, 5).mapToObj(kind -> identifier(kind, "").kind()).toList();

  private static int number(byte[] packed, int at) {
    int number = packed[at] & 0x7F;
    for (int i = at, shift = 7; packed[i] < 0; shift += 7) {
      number |= (packed[++i] & 0x7F) << shift;
    }
    return number;
  }

  private static int after(byte[] packed, int at) {
    int next = at;
    while (packed[next] < 0) {
      next++;
    }
    return next + 1;
  }

  private static int lettersAt(byte[] packed) {
    return number(packed, 0) >>> 1;
  }

  static boolean isWide(byte[] packed) {
    return (packed[0] & 1) != 0;
  }

  private static int idLength(byte[] packed) {
    return number(packed, after(packed, 0));
  }

  static int ids(byte[] packed) {
    return number(packed, after(packed, after(packed, 0)));
  }

  static int owners(byte[] packed) {
    return number(packed, after(packed, after(packed, after(packed, 0))));
  }

  private static int kinds(byte[] packed) {
    return after(packed, after(packed, after(packed, after(packed, 0))));
  }

  private PackedTexts() {}

  static boolean isHardwareId(byte[] packed, int id) {
    return packed[kinds(packed) + id] < 3;
  }

  static String idKind(byte[] packed, int id) {
    return KINDS.get(packed[kinds(packed) + id]);
  }

  static Identifier id(byte[] packed, int id) {
    return identifier(packed[kinds(packed) + id], text(packed, FIXED + id));
  }

  static OwnerClaim owner(byte[] packed, int owner) {
    return new OwnerClaim(ownerKind(packed, owner), text(packed, FIXED + ids(packed) + owner));
  }

  static OwnerClaim.Kind ownerKind(byte[] packed, int owner) {
    return OwnerClaim.KINDS.get(packed[kinds(packed) + ids(packed) + owner]);
  }

  /** The hash of an identifier; those of the owners follow behind. */
  static long hash(byte[] packed, int hashed) {
    int count = ids(packed) + owners(packed);
    return (long) LONGS.get(packed, packed.length - (count - hashed) * Long.BYTES);
  }

  static String text(byte[] packed, int text) {
    int letters = lettersAt(packed);
    int start = start(packed, text);
    int length = length(packed, text);
    return isWide(packed)
        ? wide(packed, letters + 2 * start, length)
        : new String(packed, letters + start, length, ISO_8859_1);
  }

  private static int start(byte[] packed, int text) {
    return text == ID ? 0 : number(packed, place(packed, text));
  }

  private static int length(byte[] packed, int text) {
    return text == ID ? idLength(packed) : number(packed, after(packed, place(packed, text)));
  }

  /** Where a text's place is told, which the id needs none for: it stands in front. */
  private static int place(byte[] packed, int text) {
    int at = kinds(packed) + ids(packed) + owners(packed);
    for (int i = DEVICE_ID; i < text; i++) {
      at = after(packed, after(packed, at));
    }
    return at;
  }

  /** The {@linkplain IdText#hash hash} of a text, made without a string for ASCII. */
  static long textHash(byte[] packed, int text) {
    int from = lettersAt(packed) + start(packed, text);
    int to = from + length(packed, text);
    if (isWide(packed) || !isAscii(packed, from, to)) {
      return IdText.hash(text(packed, text));
    }
    while (from < to && packed[from] <= ' ') {
      from++;
    }
    while (to > from && packed[to - 1] <= ' ') {
      to--;
    }
    long hash = IdText.START;
    for (int i = from; i < to; i++) {
      byte c = packed[i];
      hash = IdText.step(hash, c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return IdText.mix(hash);
  }

  private static boolean isAscii(byte[] packed, int from, int to) {
    for (int i = from; i < to; i++) {
      if (packed[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether two records' ids are equal as ids are compared. */
  static boolean isSameId(byte[] a, byte[] b) {
    return compareIds(a, b) == 0 || IdText.fold(text(a, ID)).equals(IdText.fold(text(b, ID)));
  }

  /** Eight letters of a narrow id, from the given one on, as a number that sorts as they do. */
  static long letters(byte[] packed, int from) {
    int start = lettersAt(packed);
    int end = start + idLength(packed);
    long letters = 0;
    for (int at = start + from; at < start + from + Long.BYTES; at++) {
      letters = letters << Byte.SIZE | (at < end ? packed[at] & 0xFF : 0);
    }
    return letters;
  }

  /** Compares two records' ids as strings compare, without making them where letters are narrow. */
  static int compareIds(byte[] a, byte[] b) {
    if (isWide(a) || isWide(b)) {
      return text(a, ID).compareTo(text(b, ID));
    }
    int fromA = lettersAt(a);
    int fromB = lettersAt(b);
    return Arrays.compareUnsigned(a, fromA, fromA + idLength(a), b, fromB, fromB + idLength(b));
  }
}
