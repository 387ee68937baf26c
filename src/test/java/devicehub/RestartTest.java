package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.config.Config;
import devicehub.intake.HardwareReader;
import devicehub.inventory.Arrival;
import devicehub.inventory.HoldGuard;
import devicehub.inventory.InMemorySnapshotLog;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.store.DiskRawStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start knows which records are missing, and since when, though it reads next to nothing. */
class RestartTest {
  private static final Instant MONDAY = Instant.parse("2026-03-09T08:00:00Z");

  @TempDir Path folder;
  private final InMemorySnapshotLog log = new InMemorySnapshotLog();
  private final List<String> opened = new ArrayList<>();
  private RawStore raw;
  private Map<String, Feed> feeds;
  private Inventory live = new Inventory();
  private Instant now = MONDAY;

  @BeforeEach
  void aMailFeed() throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(config.resolve("feeds.yaml"), "mailboxes: {kind: exchange}\n");
    Files.copy(Path.of("config/rules.yaml"), config.resolve("rules.yaml"));
    Files.writeString(config.resolve("hub.properties"), "samples=false\n");
    Config read = Config.load(config, Map.of("data", folder.resolve("data").toString()));
    feeds = new FeedWiring(read.settings()).feeds(read.feeds());
    DiskRawStore disk =
        new DiskRawStore(Files.createDirectories(folder.resolve("data")).toAbsolutePath());
    raw =
        new RawStore() {
          @Override
          public Arrival receive(String name, InputStream content) throws IOException {
            return disk.receive(name, content);
          }

          @Override
          public List<String> keptBefore(Instant moment) throws IOException {
            return disk.keptBefore(moment);
          }

          @Override
          public boolean delete(String sha256, Instant keptBefore) throws IOException {
            return disk.delete(sha256, keptBefore);
          }

          @Override
          public InputStream open(RawPart part) throws IOException {
            opened.add(part.name());
            return disk.open(part);
          }
        };
  }

  private Inventory restarted() {
    Inventory restored = new Inventory();
    intake(restored).restore();
    return restored;
  }

  private FeedIntake intake(Inventory inventory) {
    HoldGuard.Limits usual = HoldGuard.Limits.USUAL;
    HoldGuard guard =
        new HoldGuard(new HoldGuard.Limits(10, 100, 9, 999, 9, 99, 99, 0, usual.older()));
    return new FeedIntake(feeds, guard, raw, log, inventory, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** One phone a letter; the hour makes each snapshot another one, as times of last use would. */
  private void take(FeedIntake intake, String phones, int hour) throws IOException {
    take(intake, feeds.get("mailboxes"), phones, hour);
  }

  private void take(FeedIntake intake, Feed feed, String phones, int hour) throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "DisplayName,PrimarySMTPAddress,DeviceID,DeviceType,DeviceFriendlyName\n");
    for (char phone : phones.toCharArray()) {
      csv.append(
          "%c Poe,%c.poe@acme.example,%c6Q93UFOQ7H0K39JPMFPTEMJQ3,iPhone,hour %d\n"
              .formatted(phone, phone, phone, hour));
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    try (Arrival arrival = arrival(hour, bytes)) {
      intake.take(feed, arrival);
    }
  }

  private Arrival arrival(int hour, byte[] csv) throws IOException {
    return raw.receive("hour-" + hour + ".csv", new ByteArrayInputStream(csv));
  }

  private static String some(Random random) {
    StringBuilder phones = new StringBuilder();
    for (char phone = 'A'; phone <= 'L'; phone++) {
      phones.append(random.nextInt(3) == 0 ? "" : phone);
    }
    return phones.isEmpty() ? "A" : phones.toString();
  }

  /** What a start did before steps were written down: every snapshot of the last grace, in turn. */
  private Inventory replayed() throws IOException {
    Inventory replayed = new Inventory();
    Feed feed = feeds.get("mailboxes");
    Snapshot newest = log.inForce().get(0);
    for (Snapshot each : log.accepted("mailboxes", newest.takenAt().minus(feed.grace()))) {
      Inventory.Holding holding = Draft.of(feed, each, raw, new HardwareReader()).holding();
      if (each.kind() == Snapshot.Kind.DELTA) {
        replayed.amend("mailboxes", holding);
      } else {
        replayed.replace("mailboxes", holding, each.takenAt(), feed.grace());
      }
    }
    return replayed;
  }

  @RepeatedTest(20)
  void aStartComesToTheSameAsTheRunningHubAndAsAReplayOfAll(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition());
    int hour = 0;
    for (int i = 0; i < 15; i++) {
      hour += 1 + random.nextInt(20);
      now = MONDAY.plus(Duration.ofHours(hour));
      if (random.nextInt(4) == 0) {
        live = restarted();
      }
      FeedIntake running = intake(live);
      running.restore();
      boolean delta = i > 0 && random.nextInt(3) == 0;
      Feed feed = feeds.get("mailboxes");
      take(running, delta ? feed.as(Snapshot.Kind.DELTA) : feed, some(random), hour);

      assertThat(restarted().holdings()).isEqualTo(live.holdings()).isNotEmpty();
      assertThat(replayed().holdings()).isEqualTo(live.holdings());
    }
  }

  @Test
  void aStartReadsTheNewestSnapshotAndNoOther() throws IOException {
    List<String> phones = List.of("ABCDEFGHIJ", "ABCDEFGHI", "ABCDEFGH", "ABCDEFGHJ");
    for (int hour = 0; hour < phones.size(); hour++) {
      now = MONDAY.plus(Duration.ofHours(hour));
      FeedIntake running = intake(live);
      running.restore();
      take(running, phones.get(hour), hour);
    }
    opened.clear();

    assertThat(restarted().holdings()).isEqualTo(live.holdings());
    assertThat(opened).containsExactly("hour-3.csv");
    assertThat(live.holdings().get("mailboxes").records())
        .filteredOn(record -> !record.remarks().isEmpty())
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.mailbox()).isEqualTo("I.poe@acme.example");
              assertThat(gone.remarks().get(0)).endsWith("missing since 2026-03-09T10:00:00Z.");
            });
  }

  @Test
  void aPhoneThatOnlyANumberNamesIsMissedAlike() throws IOException {
    String header = "PrimarySMTPAddress,DeviceType,DeviceModel,LastSuccessSync\n";
    String phone = "ann.poe@acme.example,iPhone,iPhone14C5,2026-03-0";
    List<String> exports =
        List.of(header + phone + "8 07:00\n" + phone + "9 07:00\n", header + phone + "9 07:30\n");
    for (int hour = 0; hour < exports.size(); hour++) {
      now = MONDAY.plus(Duration.ofHours(hour));
      FeedIntake running = intake(live);
      running.restore();
      byte[] bytes = exports.get(hour).getBytes(StandardCharsets.UTF_8);
      try (Arrival arrival = arrival(hour, bytes)) {
        running.take(feeds.get("mailboxes"), arrival);
      }
    }
    assertThat(live.holdings().get("mailboxes").records())
        .extracting(record -> record.key().id())
        .containsExactly(
            "ann.poe@acme.example/iPhone iPhone14C5", "ann.poe@acme.example/iPhone iPhone14C5 (2)");
    assertThat(restarted().holdings()).isEqualTo(live.holdings());
  }

  @Test
  void aStepThatNobodyToldIsReadOnceAndToldThen() throws IOException {
    FeedIntake first = intake(live);
    take(first, "ABCDEFGHIJ", 0);
    now = MONDAY.plus(Duration.ofHours(1));
    // Another process lets a snapshot take force: nothing is told of the step to it.
    Inventory elsewhere = new Inventory();
    take(intake(elsewhere), "ABCDEFGHI", 1);
    opened.clear();

    Inventory once = restarted();
    assertThat(opened).contains("hour-0.csv");
    opened.clear();
    assertThat(restarted().holdings()).isEqualTo(once.holdings());
    assertThat(opened).containsExactly("hour-1.csv");
    assertThat(once.holdings().get("mailboxes").records()).hasSize(10);
  }
}
