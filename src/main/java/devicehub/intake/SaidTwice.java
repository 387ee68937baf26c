package devicehub.intake;

import devicehub.device.DeviceModel;
import devicehub.device.DeviceRecord;
import devicehub.device.FormFactor;
import devicehub.device.Hardware;
import devicehub.device.Identifier;
import devicehub.device.Lifecycle;
import devicehub.device.Manufacturer;
import devicehub.device.OsVersion;
import devicehub.device.OwnerClaim;
import devicehub.device.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One record that a feed tells twice at the same moment, each time otherwise. Neither row is the
 * newer, so what they agree on is believed, and of owners and identifiers both are heard: whichever
 * row comes first, nothing is decided by it.
 *
 * <pre>
 *   e7  jane@…  iPhone 13   ┐
 *   e7  rick@…  iPhone 15   ┘  e7 of jane@… and rick@…, Apple, model unknown
 * </pre>
 */
final class SaidTwice {
  static final String REMARK = "The feed tells this record twice at the same moment, differently.";

  private SaidTwice() {}

  /** The later of two records of one moment, by nothing but what they say. */
  static boolean isLater(DeviceRecord one, DeviceRecord other) {
    return content(one).compareTo(content(other)) > 0;
  }

  private static String content(DeviceRecord record) {
    return String.join(
        "\n",
        record.deviceId(),
        record.mailbox(),
        record.client().name(),
        record.identifiers().toString(),
        record.owners().toString(),
        record.hardware().toString(),
        record.lifecycle().name(),
        Long.toString(record.enrolledMillis()),
        record.remarks().toString());
  }

  /** What both tell. */
  static DeviceRecord both(DeviceRecord one, DeviceRecord other) {
    DeviceRecord named = isLater(one, other) ? one : other;
    List<Identifier> ids =
        Stream.concat(one.identifiers().stream(), other.identifiers().stream())
            .sorted(
                Comparator.comparing(Identifier::kind)
                    .thenComparing(Identifier::comparable)
                    .thenComparing(Identifier::shown))
            .distinct()
            .toList();
    List<OwnerClaim> owners =
        Stream.concat(one.owners().stream(), other.owners().stream())
            .sorted(Comparator.comparing(OwnerClaim::kind).thenComparing(OwnerClaim::shown))
            .distinct()
            .toList();
    List<String> remarks =
        new ArrayList<>(
            Stream.concat(one.remarks().stream(), other.remarks().stream())
                .filter(remark -> !remark.equals(REMARK))
                .sorted()
                .distinct()
                .toList());
    remarks.add(REMARK);
    return new DeviceRecord(
        named.key(),
        named.side(),
        named.deviceId(),
        named.mailbox(),
        named.client(),
        ids,
        owners,
        both(one.hardware(), other.hardware()),
        later(one.lifecycle(), other.lifecycle()),
        named.lastSeenMillis(),
        Math.max(one.enrolledMillis(), other.enrolledMillis()),
        remarks);
  }

  private static Lifecycle later(Lifecycle one, Lifecycle other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Hardware both(Hardware one, Hardware other) {
    return new Hardware(
        agreed(one.manufacturer(), other.manufacturer(), Manufacturer.UNKNOWN),
        agreed(one.model(), other.model(), DeviceModel.UNKNOWN),
        agreed(one.platform(), other.platform(), Platform.UNKNOWN),
        agreed(one.formFactor(), other.formFactor(), FormFactor.UNKNOWN),
        agreed(one.osVersion(), other.osVersion(), OsVersion.UNKNOWN));
  }

  private static <T> T agreed(T one, T other, T unknown) {
    return one.equals(other) ? one : unknown;
  }
}
