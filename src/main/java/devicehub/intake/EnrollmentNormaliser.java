package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.EasDeviceId;
import devicehub.device.Imei;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.ManagementId;
import devicehub.device.RecordKey;
import devicehub.device.SerialNumber;
import devicehub.device.Side;
import devicehub.device.Udid;
import java.util.Optional;

/** Reads a row of an MDM's device list: which ids the device has, whose it is, what it is. */
public final class EnrollmentNormaliser implements Normaliser {
  private final FeedSpec feed;
  private final BoundFields fields;
  private final HardwareReader hardware;

  public EnrollmentNormaliser(FeedSpec feed, BoundFields fields, HardwareReader hardware) {
    this.feed = feed;
    this.fields = fields;
    this.hardware = hardware;
  }

  @Override
  public Normalised normalise(Row row) {
    RowReading reading = new RowReading(feed, fields, row);
    String id = reading.text(Field.ID);
    if (id.isEmpty()) {
      return new Normalised.Rejected(
          row.line(), fields.columnName(Field.ID) + " is empty", RejectedText.of(row));
    }
    Optional<Lifecycle> lifecycle = reading.lifecycle();
    if (lifecycle.isEmpty()) {
      return new Normalised.Ignored(row.line(), "not an enrolment");
    }
    reading.identify(Field.SERIAL, SerialNumber::of);
    reading.identify(Field.EAS_ID, EasDeviceId::of);
    reading.identify(Field.IMEI, Imei::of);
    reading.identify(Field.MDM_ID, ManagementId::of);
    reading.identify(Field.UDID, Udid::of);
    return new Normalised.Accepted(
        new DeviceRecord(
            new RecordKey(feed.name(), id),
            Side.ENROLLMENT,
            id,
            "",
            MailClient.UNKNOWN,
            reading.identifiers(),
            reading.owners(),
            hardware.read(reading.hardware()),
            lifecycle.get(),
            reading.time(Field.LAST_SEEN),
            reading.time(Field.ENROLLED_AT),
            reading.remarks()));
  }
}
