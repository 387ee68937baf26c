package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.EasDeviceId;
import devicehub.device.IdText;
import devicehub.device.Identifier;
import devicehub.device.Imei;
import devicehub.device.Lifecycle;
import devicehub.device.OwnerClaim;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a mail server's device list: which client syncs which mailbox under which id. The
 * record's id is the mailbox and the device id, as its own server names them.
 */
public final class MailNormaliser implements Normaliser {
  private final FeedSpec feed;
  private final BoundFields fields;
  private final HardwareReader hardware;

  public MailNormaliser(FeedSpec feed, BoundFields fields, HardwareReader hardware) {
    this.feed = feed;
    this.fields = fields;
    this.hardware = hardware;
  }

  @Override
  public Normalised normalise(Row row) {
    RowReading reading = new RowReading(feed, fields, row);
    @Nullable ExchangeIdentity identity =
        ExchangeIdentity.parse(reading.text(Field.IDENTITY)).orElse(null);
    String deviceId = reading.text(Field.EAS_ID);
    String deviceType = reading.text(Field.DEVICE_TYPE);
    String clientType = reading.text(Field.CLIENT_TYPE);
    String mailbox = reading.first(Field.MAILBOX);
    Optional<Lifecycle> lifecycle = reading.lifecycle();
    if (lifecycle.isEmpty()) {
      return new Normalised.Ignored(row.line(), "no mail partnership");
    }
    if (lifecycle.get() == Lifecycle.RETIRED) {
      return new Normalised.Ignored(row.line(), "wiped or removed: nobody reads mail on it");
    }
    List<OwnerClaim> owners = new ArrayList<>(reading.owners());
    if (identity != null) {
      deviceId = deviceId.isEmpty() ? identity.deviceId() : deviceId;
      deviceType = deviceType.isEmpty() ? identity.deviceType() : deviceType;
      clientType = clientType.isEmpty() ? identity.clientType() : clientType;
      owners.add(OwnerClaim.of(identity.user()));
      mailbox = mailbox.isEmpty() ? identity.user() : mailbox;
      if (identity.user().indexOf('?') >= 0) {
        reading.remark(
            fields.columnName(Field.IDENTITY)
                + " '"
                + RowReading.shortened(identity.user())
                + "' was written in ASCII: each '?' stands for a letter that is lost");
      }
    }
    if (!mailbox.isEmpty()) {
      OwnerClaim claim = OwnerClaim.of(mailbox);
      mailbox = claim.kind() == OwnerClaim.Kind.ADDRESS ? claim.shown() : mailbox;
      owners.remove(claim);
      owners.add(0, claim);
    }
    if (MailClientReader.isProbe(deviceType, deviceId, mailbox)) {
      return new Normalised.Ignored(row.line(), "health probe");
    }
    if (deviceId.indexOf('\n') >= 0) {
      return rejected(row, Field.EAS_ID, "holds several devices in one cell");
    }
    String model = reading.text(Field.MODEL);
    if (deviceId.isEmpty() && fields.has(Field.EAS_ID)) {
      boolean given = !fields.first(row, Field.EAS_ID).isEmpty();
      return rejected(row, Field.EAS_ID, given ? "holds a type name, not a value" : "is empty");
    }
    if (mailbox.isEmpty() && deviceId.isEmpty() && reading.text(Field.ID).isEmpty()) {
      return rejected(row, Field.MAILBOX, "is empty, and nothing else names the record");
    }
    if (!deviceId.isEmpty()) {
      identify(reading, deviceId);
    }
    reading.identify(Field.IMEI, Imei::of);
    String id = reading.text(Field.ID);
    String userAgent = reading.text(Field.USER_AGENT);
    return new Normalised.Accepted(
        new DeviceRecord(
            new RecordKey(feed.name(), id(id, mailbox, deviceId, deviceType, model)),
            Side.MAIL,
            deviceId,
            mailbox,
            MailClientReader.read(clientType, deviceType, model, userAgent, deviceId),
            reading.identifiers(),
            List.copyOf(owners),
            hardware.read(reading.hardware(deviceType, model, userAgent)),
            lifecycle.get(),
            reading.time(Field.LAST_SEEN),
            reading.time(Field.ENROLLED_AT),
            reading.remarks()),
        deviceId.isEmpty() && id.isEmpty());
  }

  private void identify(RowReading reading, String deviceId) {
    String column = fields.columnName(Field.EAS_ID);
    reading.identify(column, deviceId, EasDeviceId::of);
    List<Identifier> read = reading.identifiers();
    if (!read.isEmpty() && read.get(0) instanceof EasDeviceId eas) {
      eas.carried().ifPresent(reading::identify);
    }
  }

  /** Exports without any device id still tell a mailbox's devices apart by type and model. */
  private static String id(
      String own, String mailbox, String deviceId, String deviceType, String model) {
    if (!own.isEmpty()) {
      return own;
    }
    String box = mailbox.indexOf('@') > 0 ? IdText.fold(mailbox) : mailbox;
    return box + "/" + (deviceId.isEmpty() ? (deviceType + " " + model).strip() : deviceId);
  }

  private Normalised rejected(Row row, Field field, String why) {
    return new Normalised.Rejected(
        row.line(), fields.columnName(field) + " " + why, RejectedText.of(row));
  }
}
