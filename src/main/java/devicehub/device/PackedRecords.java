package devicehub.device;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list of records whose bytes lie one behind the other in a few large arrays: as objects of their
 * own, a million would keep the garbage collector busy and the caches empty. A record is made when
 * it is asked for, and lasts as long as whoever asked wants it.
 *
 * <pre>
 *   place    chunk 3, 52 × 4 bytes into it        by position in the list
 *   chunk    …|record|record|record|…             256 KiB, or one record that is larger
 *   traits   iPhone 13 by its own mail app, active, of feed exchange     by number
 * </pre>
 */
final class PackedRecords extends AbstractList<DeviceRecord> implements RandomAccess {
  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Records begin at every fourth byte only, so that an int can tell a place in 16 GiB. */
  static final int STEP = 4;

  private static final int STEP_BITS = 2;
  private static final int OFFSET_BITS = 16;

  /**
   * Less than half a region of the garbage collector G1, which are 1 MiB where the heap is small:
   * for what is larger it sets about marking all of the heap each time.
   */
  static final int CHUNK = (STEP << OFFSET_BITS) - 64;

  private final byte[][] chunks;
  private final int[] places;
  private final List<RecordTraits> traits;

  /**
   * @param traits by number
   */
  PackedRecords(byte[][] chunks, int[] places, List<RecordTraits> traits) {
    this.chunks = chunks;
    this.places = places;
    this.traits = traits;
  }

  static int place(int chunk, int offset) {
    return chunk << OFFSET_BITS | offset >>> STEP_BITS;
  }

  @Override
  public DeviceRecord get(int index) {
    return at(places[index]);
  }

  DeviceRecord at(int place) {
    return record(chunks[chunk(place)], place, traits);
  }

  static DeviceRecord record(byte[] chunk, int place, List<RecordTraits> traits) {
    int at = offset(place);
    int number = (int) INTS.get(chunk, at + DeviceRecord.TRAITS);
    return new DeviceRecord(traits.get(number), chunk, at);
  }

  static int chunk(int place) {
    return place >>> OFFSET_BITS;
  }

  static int offset(int place) {
    return (place & (1 << OFFSET_BITS) - 1) << STEP_BITS;
  }

  @Override
  public int size() {
    return places.length;
  }

  byte[] bytes(int place) {
    return chunks[chunk(place)];
  }

  /** Eight letters of a narrow id, from the given one on. */
  long letters(int place, int from) {
    return PackedTexts.letters(bytes(place), offset(place) + DeviceRecord.TEXTS, from);
  }

  int[] places() {
    return places;
  }
}
