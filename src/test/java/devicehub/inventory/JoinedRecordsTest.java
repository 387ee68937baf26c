package devicehub.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds one behind the other are one list. */
final class JoinedRecordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "3", "2,1", "0,2", "1,0,0,4", "2,3,1"})
  void holdsEveryRecordOfEveryFeedInTheirOrder(String sizes) {
    List<List<DeviceRecord>> feeds = new ArrayList<>();
    List<DeviceRecord> all = new ArrayList<>();
    for (String size : sizes.isEmpty() ? new String[0] : sizes.split(",", -1)) {
      List<DeviceRecord> feed = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(size); i++) {
        feed.add(record("feed" + feeds.size(), "device " + i));
      }
      feeds.add(feed);
      all.addAll(feed);
    }

    assertThat(JoinedRecords.of(feeds)).isEqualTo(all);
  }

  private static DeviceRecord record(String feed, String id) {
    return new DeviceRecord(
        new RecordKey(feed, id),
        Side.MAIL,
        id,
        "",
        MailClient.UNKNOWN,
        List.of(),
        List.of(),
        Hardware.UNKNOWN,
        Lifecycle.ACTIVE,
        DeviceRecord.NEVER,
        DeviceRecord.NEVER,
        List.of());
  }
}
