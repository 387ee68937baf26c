package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.cores.BusyCores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are sorted, hashed and compared without a string each, as if there were one. */
final class DeviceRecordKeyTest {
  private static final String[] PIECES = {
    "jane@acme.example/",
    "jane@acme.example",
    "Appl",
    "SEC",
    "\0",
    "0",
    "z",
    "Z",
    "é",
    "\uFF21",
    "漢"
  };

  private static DeviceRecord record(String feed, String id) {
    return new DeviceRecord(
        new RecordKey(feed, id),
        Side.MAIL,
        id,
        id,
        MailClient.NATIVE,
        List.of(),
        List.of(),
        Hardware.UNKNOWN,
        Lifecycle.ACTIVE,
        DeviceRecord.NEVER,
        DeviceRecord.NEVER,
        List.of());
  }

  @RepeatedTest(40)
  void sortedAsStringsAre(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int pieces = repetition.getCurrentRepetition() % 2 == 0 ? PIECES.length : 8;
    int feeds = 1 + repetition.getCurrentRepetition() % 3 / 2;
    RecordPacker packer = new RecordPacker();
    List<RecordKey> keys = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      StringBuilder id = new StringBuilder();
      for (int left = random.nextInt(5); left >= 0; left--) {
        id.append(PIECES[random.nextInt(pieces)]);
      }
      packer.add(record("feed" + random.nextInt(feeds), id.toString()));
      keys.add(packer.get(i).key());
    }
    Collections.sort(keys);

    packer.sortByKey();

    assertThat(packer.records()).extracting(DeviceRecord::key).isEqualTo(keys);
  }

  /** So many that all cores share them, and the same where no other core has time. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sortedByAllCoresAsByOne(boolean alone) {
    Random random = new Random(1);
    RecordPacker packer = new RecordPacker();
    List<RecordKey> keys = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      String id = PIECES[random.nextInt(PIECES.length)] + random.nextInt(100_000);
      packer.add(record("exchange", id));
      keys.add(new RecordKey("exchange", id));
    }
    Collections.sort(keys);

    if (alone) {
      try (BusyCores busy = new BusyCores()) {
        packer.sortByKey();
      }
    } else {
      packer.sortByKey();
    }

    assertThat(packer.records().stream().map(DeviceRecord::key).toList().equals(keys)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ApplDNPJ12",
        " appldnpj12\t",
        "jané@acme.example",
        "\uFF21ppl",
        "漢字",
        "",
        " ",
        "a\u00A0"
      })
  void hashedAsTextIs(String id) {
    assertThat(record("exchange", id).keyHash()).isEqualTo(IdText.hash(id));
    assertThat(record("exchange", id).mailboxHash()).isEqualTo(IdText.hash(id));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"APPLDNPJ12", "appldnpj12", " ApplDNPJ12", "\uFF21pplDNPJ12"})
  void theSameIdHoweverItIsWritten(String id) {
    assertThat(record("exchange", "ApplDNPJ12").hasSameId(record("traveler", id))).isTrue();
    assertThat(record("exchange", "ApplDNPJ13").hasSameId(record("traveler", id))).isFalse();
  }
}
