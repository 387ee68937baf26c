package devicehub.device;

import static devicehub.device.PackedRecords.INTS;
import static devicehub.device.PackedTexts.DEVICE_ID;
import static devicehub.device.PackedTexts.FIXED;
import static devicehub.device.PackedTexts.ID;
import static devicehub.device.PackedTexts.LONGS;

import java.util.List;

/** Packs one record's texts into one array, for {@link PackedTexts} to read. */
final class TextPacker {
  /** Stands for a text that is not part of one before it. */
  private static final int OF_ITS_OWN = -1;

  private final List<Identifier> ids;
  private final List<OwnerClaim> owners;
  private final String[] texts;
  private final int[] starts;
  private final boolean[] kept;
  private int letters;

  private TextPacker(
      String id, String deviceId, String mailbox, List<Identifier> ids, List<OwnerClaim> owners) {
    this.ids = ids;
    this.owners = owners;
    texts = new String[FIXED + ids.size() + owners.size()];
    starts = new int[texts.length];
    kept = new boolean[texts.length];
    texts[ID] = id;
    texts[DEVICE_ID] = deviceId;
    texts[PackedTexts.MAILBOX] = mailbox;
    for (int i = 0; i < ids.size(); i++) {
      texts[FIXED + i] = ids.get(i).shown();
    }
    for (int i = 0; i < owners.size(); i++) {
      texts[FIXED + ids.size() + i] = owners.get(i).shown();
    }
    for (int i = 0; i < texts.length; i++) {
      int start = startOf(i);
      kept[i] = start == OF_ITS_OWN;
      starts[i] = kept[i] ? letters : start;
      letters += kept[i] ? texts[i].length() : 0;
    }
  }

  /**
   * @param room how many bytes to leave in front of the texts
   */
  static byte[] pack(
      int room,
      String id,
      String deviceId,
      String mailbox,
      List<Identifier> ids,
      List<OwnerClaim> owners) {
    return new TextPacker(id, deviceId, mailbox, ids, owners).packed(room);
  }

  private int startOf(int text) {
    String sought = texts[text];
    for (int i = 0; i < text; i++) {
      if (texts[i].startsWith(sought)) {
        return starts[i];
      }
      if (texts[i].endsWith(sought)) {
        return starts[i] + texts[i].length() - sought.length();
      }
    }
    return OF_ITS_OWN;
  }

  private byte[] packed(int room) {
    boolean wide = isWide();
    int hashed = ids.size() + owners.size();
    int counted = PackedTexts.HASHES + hashed * (Long.BYTES + 1);
    int behind = size(texts[ID].length());
    for (int i = DEVICE_ID; i < texts.length; i++) {
      behind += size(starts[i]) + size(texts[i].length());
    }
    // Where the letters begin is told in front of them, and that takes room itself.
    int first = 1;
    while (size(told(counted + first + behind, wide)) > first) {
      first++;
    }
    int lettersAt = counted + first + behind;
    byte[] packed = new byte[room + lettersAt + (wide ? 2 * letters : letters)];
    int at = putCounts(packed, room);
    at = putHashes(packed, at);
    at = putKinds(packed, at);
    at = putPlaces(packed, put(packed, at, told(lettersAt, wide)));
    putLetters(packed, at, wide);
    return packed;
  }

  private static int told(int lettersAt, boolean wide) {
    return 2 * lettersAt + (wide ? 1 : 0);
  }

  private int putCounts(byte[] packed, int at) {
    INTS.set(packed, at, ids.size());
    INTS.set(packed, at + Integer.BYTES, owners.size());
    return at + PackedTexts.HASHES;
  }

  private int putKinds(byte[] packed, int from) {
    int at = from;
    for (int i = 0; i < ids.size(); i++) {
      packed[at++] = kind(ids.get(i));
    }
    for (int i = 0; i < owners.size(); i++) {
      packed[at++] = (byte) owners.get(i).kind().ordinal();
    }
    return at;
  }

  private int putPlaces(byte[] packed, int from) {
    int at = put(packed, from, texts[ID].length());
    for (int i = DEVICE_ID; i < texts.length; i++) {
      at = put(packed, at, starts[i]);
      at = put(packed, at, texts[i].length());
    }
    return at;
  }

  private int putHashes(byte[] packed, int from) {
    int at = from;
    for (int i = 0; i < ids.size(); i++, at += Long.BYTES) {
      LONGS.set(packed, at, ids.get(i).hash());
    }
    for (int i = 0; i < owners.size(); i++, at += Long.BYTES) {
      LONGS.set(packed, at, owners.get(i).hash());
    }
    return at;
  }

  /**
   * Two bytes a character, where one is wide: half a surrogate pair must come out as it went in.
   */
  private void putLetters(byte[] packed, int from, boolean wide) {
    int at = from;
    for (int text = 0; text < texts.length; text++) {
      if (kept[text]) {
        at = wide ? putWide(texts[text], packed, at) : putNarrow(texts[text], packed, at);
      }
    }
  }

  /** By the one method that copies a string's letters without a check of each or an array more. */
  @SuppressWarnings("deprecation")
  private static int putNarrow(String text, byte[] to, int at) {
    text.getBytes(0, text.length(), to, at);
    return at + text.length();
  }

  private static int putWide(String text, byte[] to, int from) {
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      to[at++] = (byte) letter;
      to[at++] = (byte) (letter >>> 8);
    }
    return at;
  }

  private boolean isWide() {
    int all = 0;
    for (int text = 0; text < texts.length; text++) {
      for (int i = 0; kept[text] && i < texts[text].length(); i++) {
        all |= texts[text].charAt(i);
      }
    }
    return all > 0xFF;
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

  private static int size(int number) {
    int size = 1;
    for (int rest = number >>> 7; rest > 0; rest >>>= 7) {
      size++;
    }
    return size;
  }
}
