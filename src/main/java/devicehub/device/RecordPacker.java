package devicehub.device;

import devicehub.cores.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Packs records one behind the other, as they come, into what a list of them is made of. */
public final class RecordPacker {
  private static final Object PACKING = new Object();

  private RecordChunks chunks = new RecordChunks();
  private int[] places = new int[16];
  private int size;
  private List<RecordTraits> traits = new ArrayList<>();
  private final Map<Hardware, List<Integer>> byHardware = new IdentityHashMap<>();

  public int size() {
    return size;
  }

  public DeviceRecord get(int index) {
    int place = places[index];
    return PackedRecords.record(chunks.arrays()[PackedRecords.chunk(place)], place, traits);
  }

  public void add(DeviceRecord record) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
    }
    places[size++] = put(record);
  }

  /** Puts another record in the place of one; the room of that one is lost. */
  public void set(int index, DeviceRecord record) {
    places[index] = put(record);
  }

  private int put(DeviceRecord record) {
    return chunks.put(record.bytes(), record.at(), record.end(), number(record.traits()));
  }

  /** Traits are told apart by the hardware object: who reads many rows has one for all alike. */
  private int number(RecordTraits of) {
    List<Integer> alike = byHardware.computeIfAbsent(of.hardware(), hardware -> new ArrayList<>(2));
    for (int i = 0; i < alike.size(); i++) {
      RecordTraits known = traits.get(alike.get(i));
      if (known.client() == of.client()
          && known.lifecycle() == of.lifecycle()
          && known.side() == of.side()
          && known.feed().equals(of.feed())
          && known.remarks().equals(of.remarks())) {
        return alike.get(i);
      }
    }
    traits.add(of);
    if (of.remarks().isEmpty()) {
      alike.add(traits.size() - 1);
    }
    return traits.size() - 1;
  }

  /** The records as they came. */
  public List<DeviceRecord> records() {
    return packed();
  }

  private PackedRecords packed() {
    return new PackedRecords(chunks.arrays(), Arrays.copyOf(places, size), traits);
  }

  /**
   * Puts the records in the order of {@link DeviceRecord#compareKey}, and packs them anew in that
   * order: what walks them later then goes straight through memory. Meanwhile they take their room
   * twice, so that no two feeds are packed at once; the cores are shared by the one.
   */
  public void sortByKey() {
    PackedRecords came = packed();
    int[] sorted = KeyOrder.of(came);
    if (!Arrays.equals(sorted, came.places())) {
      synchronized (PACKING) {
        pack(came, sorted);
      }
    }
  }

  private void pack(PackedRecords came, int[] order) {
    chunks = new RecordChunks();
    for (Share share : Shares.of(size, (from, to) -> Share.of(came, order, from, to))) {
      int shift = chunks.append(share.chunks());
      for (int i = share.from(); i < share.to(); i++) {
        places[i] = order[i] + shift;
      }
    }
  }

  /** Some of the records in their new order, packed by one core. */
  private record Share(RecordChunks chunks, int from, int to) {
    /** Puts the new places where the old ones were. */
    static Share of(PackedRecords came, int[] places, int from, int to) {
      RecordChunks chunks = new RecordChunks();
      for (int i = from; i < to; i++) {
        places[i] = chunks.put(came, places[i]);
      }
      return new Share(chunks, from, to);
    }
  }
}
