package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.Identifier;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.OwnerClaim;
import devicehub.device.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to one side's records from one cycle to the next: they go, come back, come anew, get
 * a new id, or take over a part of what another record says, of either side.
 */
final class Churn {
  private static final long DAY = 86_400_000L;

  private final Random random;
  private final List<DeviceRecord> there;
  private final List<DeviceRecord> away = new ArrayList<>();
  private int named;

  Churn(long seed, List<DeviceRecord> records) {
    random = new Random(seed);
    there = new ArrayList<>(records);
  }

  List<DeviceRecord> records() {
    return there;
  }

  /** Lets something happen to so many records; {@code donors} are those they may take after. */
  void happen(int times, List<DeviceRecord> donors) {
    for (int i = 0; i < times && !there.isEmpty(); i++) {
      int at = random.nextInt(there.size());
      DeviceRecord record = there.get(at);
      DeviceRecord donor = donors.get(random.nextInt(donors.size()));
      switch (random.nextInt(7)) {
        case 0 -> away.add(there.remove(at));
        case 1 -> {
          if (!away.isEmpty()) {
            there.add(away.remove(random.nextInt(away.size())));
          }
        }
        case 2 -> there.add(changed(record, donor, record.key().id() + "+" + ++named));
        case 3 -> there.set(at, changed(record, donor, record.key().id() + "*" + ++named));
        default -> there.set(at, changed(record, donor, record.key().id()));
      }
    }
  }

  private DeviceRecord changed(DeviceRecord record, DeviceRecord donor, String id) {
    List<Identifier> ids = record.identifiers();
    List<OwnerClaim> owners = record.owners();
    String mailbox = record.mailbox();
    MailClient client = record.client();
    Hardware hardware = record.hardware();
    Lifecycle lifecycle = record.lifecycle();
    long seen = record.lastSeenMillis();
    long enrolled = record.enrolledMillis();
    List<String> remarks = record.remarks();
    switch (random.nextInt(10)) {
      case 0 -> ids = donor.identifiers();
      case 1 -> {
        ids = new ArrayList<>(ids);
        ids.addAll(donor.identifiers());
      }
      case 2 -> owners = donor.owners();
      case 3 -> owners = random.nextBoolean() ? List.of() : donor.owners();
      case 4 -> {
        owners = donor.owners();
        mailbox = donor.mailbox().isEmpty() ? mailbox : donor.mailbox();
      }
      case 5 -> {
        hardware = donor.hardware();
        client = donor.client();
      }
      case 6 -> lifecycle = Lifecycle.values()[random.nextInt(Lifecycle.values().length)];
      case 7 -> seen = moved(seen);
      case 8 -> enrolled = moved(enrolled);
      default -> remarks = List.of("It came in week " + random.nextInt(9) + ".");
    }
    return new DeviceRecord(
        new RecordKey(record.key().feed(), id),
        record.side(),
        record.deviceId(),
        mailbox,
        client,
        List.copyOf(ids),
        List.copyOf(owners),
        hardware,
        lifecycle,
        seen,
        enrolled,
        remarks);
  }

  private long moved(long time) {
    return time == DeviceRecord.NEVER || random.nextInt(8) == 0
        ? DeviceRecord.NEVER
        : time + (random.nextInt(80) - 40) * DAY;
  }
}
