package devicehub.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts of a feed that leaves records out, one letter a record. */
final class InventoryTest {
  private static final Instant MONDAY = Instant.parse("2026-03-09T08:00:00Z");
  private static final Duration GRACE = Duration.ofHours(48);

  private static DeviceRecord record(char name) {
    return record(name, DeviceRecord.NEVER);
  }

  private static DeviceRecord record(char name, long lastSeen) {
    return new DeviceRecord(
        new RecordKey("exchange", String.valueOf(name)),
        Side.MAIL,
        String.valueOf(name),
        "jane.doe@acme.example",
        MailClient.UNKNOWN,
        List.of(),
        List.of(),
        Hardware.UNKNOWN,
        Lifecycle.ACTIVE,
        lastSeen,
        DeviceRecord.NEVER,
        List.of());
  }

  private static Inventory.Holding holding(String names) {
    List<DeviceRecord> records = names.chars().mapToObj(name -> record((char) name)).toList();
    return new Inventory.Holding(
        records, List.of(), List.of(), new Counts(records.size(), records.size(), 0, 0, 0, 0));
  }

  private static void take(Inventory inventory, String names, int hour, Duration grace) {
    inventory.replace("exchange", holding(names), MONDAY.plus(Duration.ofHours(hour)), grace);
  }

  private static String counting(Inventory inventory) {
    return inventory.records(Side.MAIL).stream()
        .map(record -> record.key().id())
        .sorted()
        .collect(Collectors.joining());
  }

  @Test
  void aDeltaFindsItsRecordInWhicheverCaseTheServerPrintsIt() {
    Inventory inventory = new Inventory();
    take(inventory, "AB", 0, GRACE);
    inventory.amend("exchange", holding("bc"));
    assertThat(counting(inventory)).isEqualTo("Abc");
    take(inventory, "aBC", 1, GRACE);
    assertThat(counting(inventory)).isEqualTo("BCa");
  }

  /** Whatever order deltas come in, each record is as it was last seen; what has no time counts. */
  @ParameterizedTest
  @CsvSource({"1000,2000,2000", "2000,1000,2000", "2000,2000,2000", "2000,-1,-1", "-1,1000,1000"})
  void anOlderDeltaIsNoNews(long known, long coming, long counts) {
    Inventory inventory = new Inventory();
    inventory.amend("exchange", holding(record('A', time(known))));
    inventory.amend("exchange", holding(record('A', time(coming))));
    assertThat(inventory.records(Side.MAIL))
        .extracting(DeviceRecord::lastSeenMillis)
        .containsExactly(time(counts));
  }

  private static long time(long millis) {
    return millis < 0 ? DeviceRecord.NEVER : millis;
  }

  private static Inventory.Holding holding(DeviceRecord record) {
    return new Inventory.Holding(List.of(record), List.of(), List.of(), Counts.NONE);
  }

  @Test
  void whatADeltaBroughtIsMissedOnlyFromThenOn() {
    Inventory inventory = new Inventory();
    take(inventory, "AB", 0, GRACE);
    take(inventory, "A", 24, GRACE);
    inventory.amend("exchange", holding("BC"));
    take(inventory, "A", 48, GRACE);
    take(inventory, "A", 96, GRACE);
    assertThat(counting(inventory)).isEqualTo("ABC");
    take(inventory, "A", 97, GRACE);
    assertThat(counting(inventory)).isEqualTo("A");
  }

  /** A million records are read again with every answer, often to say that nothing changed. */
  @Test
  void recordsThatAreAllAsTheyWereAreNotKeptTwice() {
    Inventory inventory = new Inventory();
    take(inventory, "ABD", 0, Duration.ZERO);
    List<DeviceRecord> before = inventory.records(Side.MAIL);

    take(inventory, "ABD", 1, Duration.ZERO);
    assertThat(inventory.records(Side.MAIL).get(0)).isSameAs(before.get(0));

    take(inventory, "BCD", 2, Duration.ZERO);
    assertThat(counting(inventory)).isEqualTo("BCD");
  }

  @ParameterizedTest(name = "snapshots {0}, by hour: {1} count")
  @CsvSource({
    "0 AB,                       AB",
    "0 AB / 24 A,                AB",
    "0 AB / 24 A / 72 A,         AB",
    "0 AB / 24 A / 73 A,         A",
    "0 AB / 24 A / 48 AB / 73 A, AB",
    "0 AB / 99 A,                AB",
    "0 AB / 24 A / 30 C / 73 C,  AC",
    "0 AB / 24 A / 30 C / 79 C,  C",
  })
  void aRecordCountsUntilSnapshotsLeftItOutForLongerThanTheGrace(String snapshots, String names) {
    Inventory inventory = new Inventory();
    for (String snapshot : snapshots.split(" / ")) {
      String[] parts = snapshot.split(" ");
      take(inventory, parts[1], Integer.parseInt(parts[0]), GRACE);
    }
    assertThat(counting(inventory)).isEqualTo(names);
  }

  @Test
  void aMissingRecordSaysSinceWhenAndTheSnapshotStaysAsItCame() {
    Inventory inventory = new Inventory();
    take(inventory, "AB", 0, GRACE);
    take(inventory, "A", 24, GRACE);

    assertThat(inventory.records(Side.MAIL).get(1).remarks())
        .containsExactly(
            "It is not in the feed's last full answer, missing since 2026-03-10T08:00:00Z.");
    assertThat(inventory.asItCame("exchange")).contains(holding("A"));
    assertThat(inventory.lapses("exchange", MONDAY.plus(Duration.ofHours(72)), GRACE)).isFalse();
    assertThat(inventory.lapses("exchange", MONDAY.plus(Duration.ofHours(73)), GRACE)).isTrue();
  }

  @Test
  void withoutGraceWhatIsMissingIsGone() {
    Inventory inventory = new Inventory();
    take(inventory, "AB", 0, Duration.ZERO);
    take(inventory, "A", 24, Duration.ZERO);

    assertThat(counting(inventory)).isEqualTo("A");
  }

  /** What a start does: only the snapshots of the last grace, and the one before them. */
  @RepeatedTest(100)
  void theSnapshotsOfTheLastGraceTellTheSameAsAll(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    SnapshotLog log = new InMemorySnapshotLog();
    Inventory all = new Inventory();
    List<String> contents = new ArrayList<>();
    int hour = 0;
    for (int i = 0; i < 12; i++) {
      hour += 1 + random.nextInt(30);
      TreeSet<Character> names = new TreeSet<>();
      random.ints(5, 'A', 'H').forEach(name -> names.add((char) name));
      contents.add(names.stream().map(String::valueOf).collect(Collectors.joining()));
      take(all, contents.get(i), hour, GRACE);
      log.add(inForce(MONDAY.plus(Duration.ofHours(hour))));
    }
    Inventory restored = new Inventory();
    Instant since = log.inForce().get(0).takenAt().minus(GRACE);
    for (Snapshot snapshot : log.accepted("exchange", since)) {
      Inventory.Holding content = holding(contents.get((int) snapshot.id() - 1));
      restored.replace("exchange", content, snapshot.takenAt(), GRACE);
    }
    assertThat(restored.holdings()).isEqualTo(all.holdings());
  }

  private static Snapshot inForce(Instant takenAt) {
    return new Snapshot(
        0,
        "exchange",
        Snapshot.Kind.FULL,
        Snapshot.State.IN_FORCE,
        List.of(),
        takenAt,
        Counts.NONE,
        "");
  }
}
