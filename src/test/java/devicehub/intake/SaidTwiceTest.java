package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.DeviceRecord;
import devicehub.device.EasDeviceId;
import devicehub.device.Hardware;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.OwnerClaim;
import devicehub.device.RecordKey;
import devicehub.device.SerialNumber;
import devicehub.device.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two rows of one record and one moment, neither of which is the newer. */
class SaidTwiceTest {
  private static final HardwareReader HARDWARE = new HardwareReader();

  private static DeviceRecord row(String owner, String model, String eas, Lifecycle lifecycle) {
    Hardware hardware = HARDWARE.read(new HardwareText("Apple", model, "", "", "iOS 17.2", "", ""));
    return new DeviceRecord(
        new RecordKey("mdm", "e7"),
        Side.ENROLLMENT,
        "e7",
        "",
        MailClient.UNKNOWN,
        List.of(SerialNumber.of("F17LTTCGFFG8").orElseThrow(), EasDeviceId.of(eas).orElseThrow()),
        List.of(OwnerClaim.of(owner)),
        hardware,
        lifecycle,
        1_000,
        DeviceRecord.NEVER,
        List.of());
  }

  private final DeviceRecord janes =
      row("jane@x.example", "iPhone14,2", "JUQGGDFCDD29R3H003TJA63E10", Lifecycle.ACTIVE);
  private final DeviceRecord ricks =
      row("rick@x.example", "iPhone15,4", "12VSNH98DT6F3C0D2RODSILDH8", Lifecycle.RETIRED);

  @Test
  void bothAreHeardWhicheverCameFirst() {
    DeviceRecord both = SaidTwice.both(janes, ricks);
    assertThat(both).isEqualTo(SaidTwice.both(ricks, janes));
    assertThat(SaidTwice.both(both, janes)).isEqualTo(both);
    assertThat(both.owners())
        .extracting(OwnerClaim::shown)
        .containsExactly("jane@x.example", "rick@x.example");
    assertThat(both.identifiers()).hasSize(3);
    assertThat(both.hardware().manufacturer().name()).isEqualTo("Apple");
    assertThat(both.hardware().model().known()).isFalse();
    assertThat(both.lifecycle()).isEqualTo(Lifecycle.RETIRED);
    assertThat(both.remarks()).containsExactly(SaidTwice.REMARK);
    assertThat(SaidTwice.isLater(janes, ricks)).isNotEqualTo(SaidTwice.isLater(ricks, janes));
  }
}
