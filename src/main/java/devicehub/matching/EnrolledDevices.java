package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.device.Lifecycle;
import devicehub.device.Likeness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Enrolments that are one physical device, brought together: same serial, IMEI or UDID. The newest
 * active enrolment leads; the others are superseded, and their ids still count where the owner is
 * the same.
 *
 * <pre>
 *   record  0 maas360:ApplF17… retired   ┐ device 0, led by record 3
 *   record  3 intune:705c…     active    ┘
 * </pre>
 */
final class EnrolledDevices {
  private final List<DeviceRecord> records;
  private final int[] leaders;
  private final BitSet retired = new BitSet();

  /**
   * @param byId the records by their ids, an entry for each in order
   */
  EnrolledDevices(List<DeviceRecord> records, KeyIndex byId, SharedIds shared) {
    this.records = records;
    this.leaders = new int[records.size()];
    for (int i = 0; i < leaders.length; i++) {
      leaders[i] = i;
    }
    int entry = 0;
    for (int i = 0; i < records.size(); i++) {
      DeviceRecord record = records.get(i);
      for (int id = 0; id < record.idCount(); id++, entry++) {
        boolean met = byId.next(entry) >= 0 && record.isHardwareId(id);
        if (met && !shared.isShared(record.idHash(id))) {
          joinFirst(byId, entry, record.idHash(id), i);
        }
      }
    }
    for (int i = 0; i < leaders.length; i++) {
      leaders[i] = leader(i);
      retired.set(i, records.get(i).lifecycle() == Lifecycle.RETIRED);
    }
  }

  /** Joins a record to the nearest before it that shares the id and does not contradict. */
  private void joinFirst(KeyIndex byId, int entry, long hash, int record) {
    for (int at = byId.next(entry); at >= 0; at = byId.next(at)) {
      int other = byId.value(at);
      if (hasHardwareId(records.get(other), hash)
          && !contradict(records.get(record), records.get(other))) {
        union(leader(record), leader(other));
        return;
      }
    }
  }

  static boolean hasHardwareId(DeviceRecord record, long hash) {
    for (int id = 0; id < record.idCount(); id++) {
      if (record.idHash(id) == hash && record.isHardwareId(id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The hardware ids that two enrolments have in common, in words; empty where others join them.
   */
  String joinedBy(int one, int other) {
    DeviceRecord a = records.get(one);
    List<String> ids = new ArrayList<>();
    for (int id = 0; id < a.idCount(); id++) {
      if (a.isHardwareId(id) && hasHardwareId(records.get(other), a.idHash(id))) {
        ids.add(a.identifier(id).kind() + " " + a.identifier(id).shown());
      }
    }
    return ids.isEmpty() ? "" : " by the " + String.join(" and ", ids);
  }

  private static boolean contradict(DeviceRecord a, DeviceRecord b) {
    return a.hardware().comparePlatform(b.hardware()) == Likeness.DIFFERENT
        || a.hardware().compareManufacturer(b.hardware()) == Likeness.DIFFERENT
        || a.hardware().compareFormFactor(b.hardware()) == Likeness.DIFFERENT
        || a.hardware().compareModel(b.hardware()) == Likeness.DIFFERENT;
  }

  private void union(int a, int b) {
    if (a != b) {
      boolean aLeads = leadsOver(records.get(a), records.get(b));
      leaders[aLeads ? b : a] = aLeads ? a : b;
    }
  }

  /** Active before inactive before retired; then the later enrolment, the later report, the key. */
  static boolean leadsOver(DeviceRecord a, DeviceRecord b) {
    int order = a.lifecycle().compareTo(b.lifecycle());
    if (order == 0) {
      order = Long.compare(b.enrolledMillis(), a.enrolledMillis());
    }
    if (order == 0) {
      order = Long.compare(b.lastSeenMillis(), a.lastSeenMillis());
    }
    return order == 0 ? a.compareKey(b) < 0 : order < 0;
  }

  /** The record that leads the record's device; itself, for most. */
  int leader(int record) {
    int leader = record;
    while (leaders[leader] != leader) {
      leaders[leader] = leaders[leaders[leader]];
      leader = leaders[leader];
    }
    return leader;
  }

  boolean leads(int record) {
    return leaders[record] == record;
  }

  /** Whether the device is still enrolled by any of its records. */
  boolean enrolled(int leader) {
    return !retired.get(leader);
  }
}
