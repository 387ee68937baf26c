package devicehub.matching;

import devicehub.device.DeviceRecord;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;

/** Some of a side's records, in their order, and where they stand among all. */
final class Part extends AbstractList<DeviceRecord> {
  private final List<DeviceRecord> all;
  private final int[] positions;

  Part(List<DeviceRecord> all, BitSet some) {
    this.all = all;
    this.positions = some.stream().toArray();
  }

  @Override
  public DeviceRecord get(int record) {
    return all.get(positions[record]);
  }

  @Override
  public int size() {
    return positions.length;
  }

  /** Where a record of the part stands among all. */
  int position(int record) {
    return positions[record];
  }
}
