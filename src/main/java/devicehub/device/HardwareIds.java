package devicehub.device;

import java.util.Set;
import java.util.TreeSet;

/**
 * The ids that a device keeps through a reset and a new enrolment: its serial number, IMEIs and
 * UDID.
 */
public final class HardwareIds {
  private HardwareIds() {}

  /** A record's, in their {@linkplain Identifier#comparable comparable} form. */
  public static Set<String> of(DeviceRecord record) {
    Set<String> found = new TreeSet<>();
    for (int id = 0; id < record.idCount(); id++) {
      if (record.isHardwareId(id)) {
        found.add(record.identifier(id).comparable());
      }
    }
    return found;
  }
}
