package devicehub.device;

import java.util.Arrays;

/** The arrays into which records are packed one behind the other; begun anew when one is full. */
final class RecordChunks {
  private byte[][] chunks = new byte[4][];
  private int count;
  private int used = PackedRecords.CHUNK;

  /** The arrays, of which those at the end may be missing. */
  byte[][] arrays() {
    return chunks;
  }

  /**
   * Adds a copy of a record.
   *
   * @param traits the number of its traits
   * @return its place
   */
  int put(byte[] bytes, int from, int to, int traits) {
    int length = to - from;
    if (length > PackedRecords.CHUNK - used) {
      begin(new byte[Math.max(length, PackedRecords.CHUNK)]);
      used = 0;
    }
    byte[] chunk = chunks[count - 1];
    int at = used;
    System.arraycopy(bytes, from, chunk, at, length);
    PackedRecords.INTS.set(chunk, at + DeviceRecord.TRAITS, traits);
    used = at + (length + PackedRecords.STEP - 1) / PackedRecords.STEP * PackedRecords.STEP;
    return PackedRecords.place(count - 1, at);
  }

  /** Adds a copy of a packed record, whose traits keep their number. */
  int put(PackedRecords from, int place) {
    byte[] bytes = from.bytes(place);
    int at = PackedRecords.offset(place);
    int traits = (int) PackedRecords.INTS.get(bytes, at + DeviceRecord.TRAITS);
    return put(bytes, at, PackedTexts.end(bytes, at + DeviceRecord.TEXTS), traits);
  }

  /**
   * Takes over the arrays of others, which are full from then on.
   *
   * @return by how much the places in them are higher now
   */
  int append(RecordChunks others) {
    int shift = PackedRecords.place(count, 0);
    for (int i = 0; i < others.count; i++) {
      begin(others.chunks[i]);
    }
    used = PackedRecords.CHUNK;
    return shift;
  }

  private void begin(byte[] chunk) {
    if (count == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * count);
    }
    chunks[count++] = chunk;
  }
}
