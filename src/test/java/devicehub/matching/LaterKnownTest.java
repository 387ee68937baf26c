package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Outcome;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.RecordKey;
import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A phone's serial number often comes to its MDM after a person decided about the enrolment. */
class LaterKnownTest {
  private static final String SERIAL = "F17LTTCGFFG8";
  private static final String EAS = "JUQGGDFCDD29R3H003TJA63E10";

  private final Inventory inventory = new Inventory();
  private final RecordedLog log = new RecordedLog();
  private final MatchCycle cycle =
      new MatchCycle(
          inventory,
          log,
          new Matcher(MatcherTest.STANDARD),
          new CycleGuard(CycleGuard.Limits.USUAL),
          Clock.fixed(Instant.parse("2026-01-23T12:00:00Z"), ZoneOffset.UTC),
          () -> Awaited.NOTHING);

  private static Records phone(String name) {
    return enrolled(name).of("jane@x.example").is("Apple", "iPhone14,2").eas(EAS);
  }

  private Outcome given(Records enrollment) {
    put("mdm", enrollment);
    put("exchange", mail("m").of("jane@x.example").is("", "iPhone14C2").eas(EAS));
    return cycle.run();
  }

  private void put(String feed, Records record) {
    inventory.replace(
        feed,
        new Inventory.Holding(List.of(record.done()), List.of(), List.of(), Counts.NONE),
        Instant.EPOCH,
        Duration.ZERO);
  }

  private void separated(Records enrollment) {
    log.decide(
        new ReviewerDecision(
                0,
                Kind.SEPARATE,
                enrollment.done().key(),
                Optional.of(new RecordKey("exchange", "m")),
                "Sam",
                "asked",
                Instant.EPOCH)
            .remembering(enrollment.done()));
  }

  @Test
  void aSeparationHoldsForADeviceWhoseSerialNumberCameLater() {
    separated(phone("old"));
    assertThat(given(phone("old")).merges()).isEmpty();
    assertThat(log.decisions().get(0).hardware()).isEmpty();
    given(phone("old").serial(SERIAL));
    assertThat(log.decisions().get(0).hardware()).hasSize(1);
    assertThat(given(phone("new").serial(SERIAL)).merges()).isEmpty();
    assertThat(given(phone("new").serial("DNPHG6NVDT9V")).merges()).hasSize(1);
  }

  @Test
  void whatElseIsKnownIsAddedAndAnotherDevicesIdsAreNot() {
    separated(phone("old").serial(SERIAL));
    given(phone("old").serial(SERIAL).imei("351623070066166"));
    assertThat(log.decisions().get(0).hardware()).hasSize(2);
    given(phone("old").imei("351623070066166"));
    assertThat(log.decisions().get(0).hardware()).as("not told any more").hasSize(2);
    given(phone("old").serial("DNPHG6NVDT9V"));
    assertThat(log.decisions().get(0).hardware()).hasSize(2);
    given(phone("new").imei("351623070066166"));
    assertThat(cycle.run().merges()).isEmpty();
  }

  @Test
  void whoLearntNothingWritesNothing() {
    separated(phone("old"));
    given(phone("old").serial(SERIAL));
    List<ReviewerDecision> known = log.decisions();
    assertThat(cycle.run().summary().changed()).isFalse();
    assertThat(LaterKnown.of(known, List.of(phone("old").serial(SERIAL).done()))).isEmpty();
  }
}
