package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.config.Config;
import devicehub.inventory.Counts;
import devicehub.inventory.InMemorySnapshotLog;
import devicehub.inventory.Inventory;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.State;
import devicehub.matching.Awaited;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose silence proves nothing, with the feeds of the sample company. */
class ExpectationsTest {
  private static final Instant NOW = Instant.parse("2026-01-23T12:00:00Z");

  private final InMemorySnapshotLog log = new InMemorySnapshotLog();
  private final Inventory inventory = new Inventory();

  private void came(String feed, State state, Duration ago) {
    log.add(
        new Snapshot(
            0, feed, Snapshot.Kind.FULL, state, List.of(), NOW.minus(ago), Counts.NONE, ""));
  }

  private Awaited awaited(String... asked) {
    Config config = Config.load(Path.of("config"), Map.of("data", "target"));
    Map<String, Feed> feeds =
        new FeedWiring(config.settings()).feeds(config.samplesAt("http://127.0.0.1").feeds());
    return new Expectations(
            feeds.values(), Set.of(asked), log, inventory, Clock.fixed(NOW, ZoneOffset.UTC))
        .awaited();
  }

  @Test
  void aFolderNobodyFilledIsAwaitedWhileNothingIsEnrolled() {
    assertThat(awaited()).isEqualTo(new Awaited(List.of("maas360"), List.of()));
    came("exchange", State.IN_FORCE, Duration.ZERO);
    assertThat(awaited().enrollments()).as("mail does not help").containsExactly("maas360");
  }

  @Test
  void aServerIsAwaitedUntilItAnswers() {
    assertThat(awaited("maas360", "people", "traveler"))
        .isEqualTo(new Awaited(List.of("maas360"), List.of("people")));
    came("maas360", State.IN_FORCE, Duration.ZERO);
    assertThat(awaited("maas360", "people", "traveler"))
        .isEqualTo(new Awaited(List.of(), List.of("people")));
    came("people", State.IN_FORCE, Duration.ZERO);
    assertThat(awaited("maas360", "people", "traveler")).isEqualTo(Awaited.NOTHING);
  }

  @Test
  void whatFailedOrIsHeldAtFirstIsAwaited() {
    came("maas360", State.IN_FORCE, Duration.ZERO);
    came("people", State.HELD, Duration.ZERO);
    assertThat(awaited().directories()).containsExactly("people");
    came("people", State.FAILED, Duration.ZERO);
    assertThat(awaited().directories()).containsExactly("people");
    came("people", State.IN_FORCE, Duration.ZERO);
    assertThat(awaited()).isEqualTo(Awaited.NOTHING);
  }

  @Test
  void aLaterFailureLeavesTheEarlierAnswerUntilThatIsStale() {
    came("maas360", State.SUPERSEDED, Duration.ofHours(25));
    came("maas360", State.FAILED, Duration.ZERO);
    assertThat(awaited("maas360")).isEqualTo(Awaited.NOTHING);
  }

  @Test
  void aFeedWhoseAnswerCannotBeReadAnyMoreIsAwaited() {
    came("maas360", State.IN_FORCE, Duration.ZERO);
    inventory.leaveOut("maas360", "no column for 'id'");
    assertThat(awaited("maas360").enrollments()).containsExactly("maas360");
  }

  @Test
  void aFeedThatFellSilentIsAwaitedAfterItsTime() {
    came("maas360", State.IN_FORCE, Duration.ofHours(27));
    came("exchange", State.IN_FORCE, Duration.ofDays(9));
    assertThat(awaited("maas360")).isEqualTo(new Awaited(List.of("maas360"), List.of()));
  }
}
