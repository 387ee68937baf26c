package devicehub.device;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The texts of one record in one array: as strings and lists of their own, those of a million
 * records would cost gigabytes. A text that an earlier one begins or ends with is not kept twice.
 *
 * <pre>
 *   counts   letters from the 20th byte on, id 31 long, 2 identifiers, 1 claim
 *   kinds    EasDeviceId, SerialNumber; ADDRESS
 *   places   device id 18+13, mailbox 0+17, identifiers 18+13 22+9, claim 0+17
 *   letters  jane@acme.example/ApplD8DTH6RCI
 *   hashes   of the identifiers and the claims, eight bytes each
 * </pre>
 */
final class PackedTexts {
  static final int ID = 0;
  static final int DEVICE_ID = 1;
  static final int MAILBOX = 2;
  private static final int FIXED = 3;

  /** The most bytes a number takes. */
  private static final int NUMBER = 5;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final String[] texts;
  private final int[] starts;
  private final StringBuilder letters = new StringBuilder(96);
  private int size;

  private PackedTexts(int count) {
    texts = new String[count];
    starts = new int[count];
  }

  static byte[] pack(
      String id, String deviceId, String mailbox, List<Identifier> ids, List<OwnerClaim> owners) {
    PackedTexts all = new PackedTexts(FIXED + ids.size() + owners.size());
    all.add(id);
    all.add(deviceId);
    all.add(mailbox);
    for (int i = 0; i < ids.size(); i++) {
      all.add(ids.get(i).shown());
    }
    for (int i = 0; i < owners.size(); i++) {
      all.add(owners.get(i).shown());
    }
    return all.packed(ids, owners);
  }

  private void add(String text) {
    texts[size] = text;
    starts[size] = startOf(text);
    if (starts[size] < 0) {
      starts[size] = letters.length();
      letters.append(text);
    }
    size++;
  }

  private int startOf(String text) {
    for (int i = 0; i < size; i++) {
      if (texts[i].startsWith(text)) {
        return starts[i];
      }
      if (texts[i].endsWith(text)) {
        return starts[i] + texts[i].length() - text.length();
      }
    }
    return -1;
  }

  private byte[] packed(List<Identifier> ids, List<OwnerClaim> owners) {
    String all = letters.toString();
    boolean narrow = isNarrow(all);
    byte[] letterBytes = narrow ? all.getBytes(ISO_8859_1) : wide(all);
    byte[] head = new byte[(2 * size + 4) * NUMBER + ids.size() + owners.size()];
    int at = put(head, 0, texts[ID].length());
    at = put(head, at, ids.size());
    at = put(head, at, owners.size());
    for (int i = 0; i < ids.size(); i++) {
      head[at++] = kind(ids.get(i));
    }
    for (int i = 0; i < owners.size(); i++) {
      head[at++] = (byte) owners.get(i).kind().ordinal();
    }
    for (int i = DEVICE_ID; i < size; i++) {
      at = put(head, at, starts[i]);
      at = put(head, at, texts[i].length());
    }
    return packed(head, at, narrow, letterBytes, ids, owners);
  }

  private static byte[] packed(
      byte[] head,
      int headEnd,
      boolean narrow,
      byte[] letters,
      List<Identifier> ids,
      List<OwnerClaim> owners) {
    int start = headEnd < 60 ? 1 : NUMBER;
    int at = start + headEnd;
    int hashed = ids.size() + owners.size();
    byte[] packed = new byte[at + letters.length + hashed * Long.BYTES];
    // Padded to the width that is reserved for it.
    int number = at * 2 + (narrow ? 0 : 1);
    for (int i = 0; i < start; i++) {
      packed[i] = (byte) (number >>> 7 * i & 0x7F | (i < start - 1 ? 0x80 : 0));
    }
    System.arraycopy(head, 0, packed, start, headEnd);
    System.arraycopy(letters, 0, packed, at, letters.length);
    at += letters.length;
    for (int i = 0; i < ids.size(); i++, at += Long.BYTES) {
      LONGS.set(packed, at, ids.get(i).hash());
    }
    for (int i = 0; i < owners.size(); i++, at += Long.BYTES) {
      LONGS.set(packed, at, owners.get(i).hash());
    }
    return packed;
  }

  private static boolean isNarrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** Two bytes a character, whatever it is: half a surrogate pair must come out as it went in. */
  private static byte[] wide(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) text.charAt(i);
      bytes[2 * i + 1] = (byte) (text.charAt(i) >>> 8);
    }
    return bytes;
  }

  private static String wide(byte[] packed, int from, int length) {
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) (packed[from + 2 * i] & 0xFF | packed[from + 2 * i + 1] << 8);
    }
    return new String(text);
  }

  private static byte kind(Identifier id) {
    if (id instanceof SerialNumber) {
      return 0;
    }
    if (id instanceof Imei) {
      return 1;
    }
    if (id instanceof Udid) {
      return 2;
    }
    return (byte) (id instanceof EasDeviceId ? 3 : 4);
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

  /** Seven bits a byte, the lowest first; nearly every number here takes one. */
  private static int put(byte[] to, int at, int number) {
    int rest = number;
    int next = at;
    while (rest > 0x7F) {
      to[next++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[next++] = (byte) rest;
    return next;
  }

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

  private static boolean isWide(byte[] packed) {
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

  static boolean isHardwareId(byte[] packed, int id) {
    return packed[kinds(packed) + id] < 3;
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
    int start = 0;
    int length = idLength(packed);
    if (text != ID) {
      int at = kinds(packed) + ids(packed) + owners(packed);
      for (int i = DEVICE_ID; i < text; i++) {
        at = after(packed, after(packed, at));
      }
      start = number(packed, at);
      length = number(packed, after(packed, at));
    }
    int letters = lettersAt(packed);
    return isWide(packed)
        ? wide(packed, letters + 2 * start, length)
        : new String(packed, letters + start, length, ISO_8859_1);
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
