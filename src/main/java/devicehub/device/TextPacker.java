package devicehub.device;

import static devicehub.device.PackedTexts.DEVICE_ID;
import static devicehub.device.PackedTexts.FIXED;
import static devicehub.device.PackedTexts.ID;
import static devicehub.device.PackedTexts.LONGS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** Packs one record's texts into one array, for {@link PackedTexts} to read. */
final class TextPacker {
  /** The most bytes a number takes. */
  private static final int NUMBER = 5;

  private final String[] texts;
  private final int[] starts;
  private final StringBuilder letters = new StringBuilder(96);
  private int size;

  private TextPacker(int count) {
    texts = new String[count];
    starts = new int[count];
  }

  static byte[] pack(
      String id, String deviceId, String mailbox, List<Identifier> ids, List<OwnerClaim> owners) {
    TextPacker all = new TextPacker(FIXED + ids.size() + owners.size());
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
}
