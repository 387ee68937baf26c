package devicehub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.fleet.PlainLadder.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class TruthTest {
  private static final Instant AS_OF = Instant.parse("2026-01-23T12:00:00Z");

  @TestFactory
  Stream<DynamicTest> everyTrickIsDecidedByWhatItsRecordsShow() {
    return Arrays.stream(Trick.values())
        .map(
            trick ->
                DynamicTest.dynamicTest(
                    trick.name(),
                    () -> assertThat(contradictions(Mix.only(trick), 400)).isEmpty()));
  }

  @Test
  void tricksDoNotDisturbEachOther() {
    assertThat(contradictions(Mix.realistic(), 20_000)).isEmpty();
  }

  /** A line per mail record whose truth is not what the plain rules make of its visible fields. */
  private static List<String> contradictions(Mix mix, int people) {
    Fleet fleet = Fleet.of(new FleetPlan(99, people, AS_OF, mix));
    PlainLadder ladder = new PlainLadder(fleet, AS_OF.getEpochSecond());
    List<String> lines = new ArrayList<>();
    for (Household household : fleet.households()) {
      for (MailRow row : household.mail) {
        Verdict verdict = ladder.of(row);
        if (!agrees(row, verdict)) {
          lines.add(household.trick + " " + row.recordId() + " " + verdict);
        }
      }
    }
    return lines;
  }

  private static boolean agrees(MailRow row, Verdict verdict) {
    if (row.outcome != verdict.outcome() || row.decidable != verdict.by()) {
      return false;
    }
    return switch (row.outcome) {
      case MERGED -> row.candidates.get(0) == verdict.enrollment();
      case EXCEPTION ->
          row.reasons.contains(verdict.reason())
              && verdict.candidates().containsAll(row.candidates);
      default -> true;
    };
  }
}
