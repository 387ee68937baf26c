package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Reason;
import devicehub.decision.Referral;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Packed one behind the other, records are what they were when they were objects of their own. */
final class RecordPackerTest {
  private static final Hardware[] HARDWARE = {
    Hardware.UNKNOWN,
    new Hardware(
        Manufacturer.UNKNOWN,
        DeviceModel.UNKNOWN,
        Platform.IOS,
        FormFactor.SMARTPHONE,
        OsVersion.UNKNOWN)
  };

  /** Mostly small; now and then with a letter of two bytes, or larger than a chunk. */
  private static DeviceRecord record(Random random, int number) {
    String id = (random.nextInt(9) == 0 ? "漢字" : "é") + Integer.toString(number, 36);
    String box = random.nextInt(200) == 0 ? "x".repeat(1 << 18) + number : id + "@acme.example";
    List<Identifier> ids = new ArrayList<>();
    EasDeviceId.of("ApplDNPJ1" + number).ifPresent(ids::add);
    Optional<SerialNumber> serial = SerialNumber.of("DNPJ1" + number);
    serial.ifPresent(ids::add);
    return new DeviceRecord(
        new RecordKey("feed" + random.nextInt(2), id),
        Side.values()[random.nextInt(2)],
        id,
        box,
        MailClient.values()[random.nextInt(3)],
        ids,
        List.of(OwnerClaim.of(id + "@acme.example")),
        HARDWARE[random.nextInt(2)],
        Lifecycle.values()[random.nextInt(2)],
        random.nextInt(3) == 0 ? DeviceRecord.NEVER : random.nextLong(),
        random.nextLong(),
        random.nextInt(5) == 0 ? List.of("remark " + number % 3) : List.of());
  }

  private static List<String> told(DeviceRecord record) {
    return List.of(
        record.key() + " " + record.deviceId() + " " + record.mailbox() + " " + record.owner(),
        record.side() + " " + record.client() + " " + record.lifecycle(),
        record.identifiers() + " " + record.owners() + " " + record.hardware(),
        record.lastSeenMillis() + " " + record.enrolledMillis() + " " + record.remarks(),
        record.idHash(0) + " " + record.ownerHash(0) + " " + record.mailboxHash());
  }

  @RepeatedTest(5)
  void whatIsPackedIsWhatWasGiven(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<DeviceRecord> given = new ArrayList<>();
    RecordPacker packer = new RecordPacker();
    for (int i = 0; i < 1000; i++) {
      DeviceRecord record = record(random, i);
      if (random.nextInt(20) == 0 && i > 0) {
        int other = random.nextInt(given.size());
        given.set(other, record);
        packer.set(other, record);
      } else {
        given.add(record);
        packer.add(record);
      }
    }
    assertThat(packer.records()).isEqualTo(given);
    assertThat(packer.records()).hasSameHashCodeAs(given);
    for (int i = 0; i < given.size(); i++) {
      assertThat(told(packer.get(i))).isEqualTo(told(given.get(i)));
    }

    packer.sortByKey();
    given.sort(DeviceRecord::compareKey);
    assertThat(packer.records()).isEqualTo(given);
  }

  @Test
  void aListStaysAsItWasWhenMoreAreAdded() {
    Random random = new Random(1);
    RecordPacker packer = new RecordPacker();
    List<DeviceRecord> given = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      given.add(record(random, 99 - i));
      packer.add(given.get(i));
    }
    List<DeviceRecord> before = packer.records();
    packer.set(5, record(random, 1000));
    packer.sortByKey();
    packer.add(record(random, 1001));

    assertThat(before).isEqualTo(given);
    assertThat(packer.size()).isEqualTo(101);
  }

  @Test
  void anExceptionDoesNotKeepTheListThatItsRecordIsOf() {
    RecordPacker packer = new RecordPacker();
    for (int i = 0; i < 10; i++) {
      packer.add(record(new Random(i), i));
    }
    DeviceRecord packed = packer.get(7);
    DeviceRecord kept = new Referral(packed, Reason.NO_OWNER, List.of(), List.of(), 0, "").record();

    assertThat(kept.bytes()).isNotSameAs(packed.bytes());
    assertThat(kept).isEqualTo(packed).hasSameHashCodeAs(packed);
    assertThat(told(kept)).isEqualTo(told(packed));
    assertThat(kept.alone()).isSameAs(kept);
  }

  @Test
  void equalIfAllThatIsKnownIs() {
    List<DeviceRecord> all = new ArrayList<>();
    for (int seed = 0; seed < 60; seed++) {
      all.add(record(new Random(seed), seed / 2));
    }
    RecordPacker packer = new RecordPacker();
    all.forEach(packer::add);
    Collections.sort(all, Comparator.comparing(record -> told(record).toString()));
    for (int i = 1; i < all.size(); i++) {
      boolean alike = told(all.get(i)).equals(told(all.get(i - 1)));
      assertThat(all.get(i).equals(all.get(i - 1))).isEqualTo(alike);
      assertThat(packer.records()).contains(all.get(i));
    }
  }
}
