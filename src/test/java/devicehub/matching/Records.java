package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.EasDeviceId;
import devicehub.device.Identifier;
import devicehub.device.Imei;
import devicehub.device.Lifecycle;
import devicehub.device.OwnerClaim;
import devicehub.device.RecordKey;
import devicehub.device.SerialNumber;
import devicehub.device.Side;
import devicehub.intake.HardwareReader;
import devicehub.intake.HardwareText;
import devicehub.intake.MailClientReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says records in a line: {@code enrolled("e1").of("jane@x").is("Apple", "iPhone14,2").done()}. */
final class Records {
  private static final HardwareReader HARDWARE = new HardwareReader();

  private final Side side;
  private final String name;
  private final List<Identifier> ids = new ArrayList<>();
  private final List<OwnerClaim> owners = new ArrayList<>();
  private String deviceId = "";
  private String mailbox = "";
  private String maker = "";
  private String model = "";
  private String type = "";
  private String os = "";
  private String feed;
  private Lifecycle lifecycle = Lifecycle.ACTIVE;
  private long seen = Instant.parse("2026-01-20T08:00:00Z").toEpochMilli();
  private long enrolled = DeviceRecord.NEVER;

  private Records(Side side, String feed, String name) {
    this.side = side;
    this.feed = feed;
    this.name = name;
  }

  static Records enrolled(String name) {
    return new Records(Side.ENROLLMENT, "mdm", name);
  }

  static Records mail(String name) {
    return new Records(Side.MAIL, "exchange", name);
  }

  Records of(String... claims) {
    for (String claim : claims) {
      owners.add(OwnerClaim.of(claim));
    }
    mailbox = side == Side.MAIL ? claims[0] : "";
    return this;
  }

  Records is(String aMaker, String aModel) {
    maker = aMaker;
    model = aModel;
    return this;
  }

  Records type(String aType) {
    type = aType;
    return this;
  }

  Records os(String text) {
    os = text;
    return this;
  }

  Records serial(String serial) {
    return id(SerialNumber.of(serial));
  }

  Records imei(String imei) {
    return id(Imei.of(imei));
  }

  Records eas(String id) {
    deviceId = id;
    Optional<EasDeviceId> eas = EasDeviceId.of(id);
    eas.flatMap(EasDeviceId::carried).ifPresent(ids::add);
    return id(eas);
  }

  private Records id(Optional<? extends Identifier> id) {
    id.ifPresent(ids::add);
    return this;
  }

  Records feed(String aFeed) {
    feed = aFeed;
    return this;
  }

  Records seen(String day) {
    seen = Instant.parse(day + "T08:00:00Z").toEpochMilli();
    return this;
  }

  /** A source that says when, in a way nobody can read with certainty. */
  Records seenWhoKnowsWhen() {
    seen = DeviceRecord.UNDECIDED;
    return this;
  }

  Records neverSeen() {
    seen = DeviceRecord.NEVER;
    return this;
  }

  Records enrolledOn(String day) {
    enrolled = Instant.parse(day + "T08:00:00Z").toEpochMilli();
    return this;
  }

  Records retired() {
    lifecycle = Lifecycle.RETIRED;
    return this;
  }

  DeviceRecord done() {
    return new DeviceRecord(
        new RecordKey(feed, name),
        side,
        deviceId.isEmpty() ? name : deviceId,
        mailbox,
        MailClientReader.read("", type, model, "", deviceId),
        List.copyOf(ids),
        List.copyOf(owners),
        HARDWARE.read(new HardwareText(maker, model, "", type, os, "", "")),
        lifecycle,
        seen,
        enrolled,
        List.of());
  }
}
