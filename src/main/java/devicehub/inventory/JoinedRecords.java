package devicehub.inventory;

import devicehub.device.DeviceRecord;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The records of several feeds, one feed behind the other, without a copy of their lists. */
final class JoinedRecords extends AbstractList<DeviceRecord> implements RandomAccess {
  private final List<List<DeviceRecord>> feeds;
  private final int[] ends;

  private JoinedRecords(List<List<DeviceRecord>> feeds) {
    this.feeds = feeds;
    this.ends = new int[feeds.size()];
    int end = 0;
    for (int feed = 0; feed < ends.length; feed++) {
      end += feeds.get(feed).size();
      ends[feed] = end;
    }
  }

  /** The one list itself where there is just one. */
  static List<DeviceRecord> of(List<List<DeviceRecord>> feeds) {
    return feeds.size() == 1 ? feeds.get(0) : new JoinedRecords(List.copyOf(feeds));
  }

  @Override
  public DeviceRecord get(int index) {
    int feed = 0;
    while (index >= ends[feed]) {
      feed++;
    }
    return feeds.get(feed).get(feed == 0 ? index : index - ends[feed - 1]);
  }

  @Override
  public int size() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }
}
