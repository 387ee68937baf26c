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
 *   counts   2 identifiers, 1 claim, four bytes each
 *   hashes   of the identifiers and the claims, eight bytes each
 *   kinds    EasDeviceId, SerialNumber; ADDRESS
 *   places   letters from the 47th byte on, id 31 long, device id 18+13, mailbox 0+17,
 *            identifiers 18+13 22+9, claim 0+17
 *   letters  jane@acme.example/ApplD8DTH6RCI
 * </pre>
 *
 * <p>What every walk over all records asks for, the hashes, lies where no number must be read to
 * find it.
 *
 * <p>{@link TextPacker} writes what this one reads. Everything here is told the array and where in
 * it the texts begin, since many records share one.
 */
final class PackedTexts {
  static final int ID = 0;
  static final int DEVICE_ID = 1;
  static final int MAILBOX = 2;
  static final int FIXED = 3;

  /** Where the hashes begin. */
  static final int HASHES = 2 * Integer.BYTES;

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

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

  static int ids(byte[] packed, int at) {
    return (int) PackedRecords.INTS.get(packed, at);
  }

  static int owners(byte[] packed, int at) {
    return (int) PackedRecords.INTS.get(packed, at + Integer.BYTES);
  }

  private static int hashed(byte[] packed, int at) {
    return ids(packed, at) + owners(packed, at);
  }

  private static int kinds(byte[] packed, int at) {
    return at + HASHES + hashed(packed, at) * Long.BYTES;
  }

  /** Where it is told where the letters begin. */
  private static int places(byte[] packed, int at) {
    return at + HASHES + hashed(packed, at) * (Long.BYTES + 1);
  }

  private static int lettersAt(byte[] packed, int at) {
    return at + (number(packed, places(packed, at)) >>> 1);
  }

  static boolean isWide(byte[] packed, int at) {
    return (packed[places(packed, at)] & 1) != 0;
  }

  private static int idLength(byte[] packed, int at) {
    return number(packed, after(packed, places(packed, at)));
  }

  private PackedTexts() {}

  static boolean isHardwareId(byte[] packed, int at, int id) {
    return packed[kinds(packed, at) + id] < 3;
  }

  static boolean isSerialNumber(byte[] packed, int at, int id) {
    return packed[kinds(packed, at) + id] == 0;
  }

  static String idKind(byte[] packed, int at, int id) {
    return KINDS.get(packed[kinds(packed, at) + id]);
  }

  static Identifier id(byte[] packed, int at, int id) {
    return identifier(packed[kinds(packed, at) + id], text(packed, at, FIXED + id));
  }

  static OwnerClaim owner(byte[] packed, int at, int owner) {
    return new OwnerClaim(
        ownerKind(packed, at, owner), text(packed, at, FIXED + ids(packed, at) + owner));
  }

  static OwnerClaim.Kind ownerKind(byte[] packed, int at, int owner) {
    return OwnerClaim.KINDS.get(packed[kinds(packed, at) + ids(packed, at) + owner]);
  }

  /** The hash of an identifier; those of the owners follow behind. */
  static long hash(byte[] packed, int at, int hashed) {
    return (long) LONGS.get(packed, at + HASHES + hashed * Long.BYTES);
  }

  static String text(byte[] packed, int at, int text) {
    int letters = lettersAt(packed, at);
    int start = start(packed, at, text);
    int length = length(packed, at, text);
    return isWide(packed, at)
        ? wide(packed, letters + 2 * start, length)
        : new String(packed, letters + start, length, ISO_8859_1);
  }

  /** Copies a text's letters; -1 if some letter takes two bytes, or there is no room. */
  static int copy(byte[] packed, int at, int text, byte[] to, int from) {
    int length = length(packed, at, text);
    if (isWide(packed, at) || length > to.length - from) {
      return -1;
    }
    System.arraycopy(packed, lettersAt(packed, at) + start(packed, at, text), to, from, length);
    return length;
  }

  private static int start(byte[] packed, int at, int text) {
    return text == ID ? 0 : number(packed, place(packed, at, text));
  }

  private static int length(byte[] packed, int at, int text) {
    return text == ID
        ? idLength(packed, at)
        : number(packed, after(packed, place(packed, at, text)));
  }

  /** Where a text's place is told, which the id needs none for: it stands in front. */
  private static int place(byte[] packed, int at, int text) {
    int place = after(packed, after(packed, places(packed, at)));
    for (int i = DEVICE_ID; i < text; i++) {
      place = after(packed, after(packed, place));
    }
    return place;
  }

  /** Where the texts end in the array. */
  static int end(byte[] packed, int at) {
    int texts = FIXED + hashed(packed, at);
    int letters = idLength(packed, at);
    int place = place(packed, at, DEVICE_ID);
    for (int text = DEVICE_ID; text < texts; text++) {
      int length = after(packed, place);
      letters = Math.max(letters, number(packed, place) + number(packed, length));
      place = after(packed, length);
    }
    return lettersAt(packed, at) + (isWide(packed, at) ? 2 * letters : letters);
  }

  /** The {@linkplain IdText#hash hash} of a text, made without a string for ASCII. */
  static long textHash(byte[] packed, int at, int text) {
    int from = lettersAt(packed, at) + start(packed, at, text);
    int to = from + length(packed, at, text);
    if (isWide(packed, at) || !isAscii(packed, from, to)) {
      return IdText.hash(text(packed, at, text));
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
  static boolean isSameId(byte[] a, int atA, byte[] b, int atB) {
    return compareIds(a, atA, b, atB) == 0
        || IdText.fold(text(a, atA, ID)).equals(IdText.fold(text(b, atB, ID)));
  }

  /** Eight letters of a narrow id, from the given one on, as a number that sorts as they do. */
  static long letters(byte[] packed, int at, int from) {
    int start = lettersAt(packed, at) + from;
    int left = idLength(packed, at) - from;
    if (left <= 0) {
      return 0;
    }
    int beyond = Math.max(0, Long.BYTES - left) * Byte.SIZE;
    // The array may end with the letters; what is read before them is then shifted out.
    int ahead = Math.max(0, start + Long.BYTES - packed.length);
    long letters = (long) BIG_ENDIAN.get(packed, start - ahead) << ahead * Byte.SIZE;
    return letters & -1L << beyond;
  }

  /** Compares two records' ids as strings compare, without making them where letters are narrow. */
  static int compareIds(byte[] a, int atA, byte[] b, int atB) {
    if (isWide(a, atA) || isWide(b, atB)) {
      return text(a, atA, ID).compareTo(text(b, atB, ID));
    }
    int fromA = lettersAt(a, atA);
    int fromB = lettersAt(b, atB);
    return Arrays.compareUnsigned(
        a, fromA, fromA + idLength(a, atA), b, fromB, fromB + idLength(b, atB));
  }
}
