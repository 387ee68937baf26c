package devicehub.matching;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.FleetRecords;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.fleet.Mix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A cycle decided in part is the cycle decided whole, over invented fleets and whatever befalls.
 */
class RevisionPropertiesTest {
  private static final CycleGuard.Limits NEVER_HELD =
      new CycleGuard.Limits(100, 1_000_000, 100, 1_000_000, 100, 1_000_000);
  private static final CycleGuard.Limits OFTEN_HELD = new CycleGuard.Limits(2, 3, 2, 3, 2, 3);

  private static RuleBook rules(int crowd) {
    RuleBook shipped = FleetRecords.shippedRules();
    RuleBook.Settings usual = shipped.settings();
    return new RuleBook(
        shipped.version(),
        shipped.rules(),
        new RuleBook.Settings(usual.staleDays(), usual.sharedIdOwners(), crowd, 3));
  }

  private static List<DeviceRecord> both(Churn one, Churn other) {
    List<DeviceRecord> both = new ArrayList<>(one.records());
    both.addAll(other.records());
    return both;
  }

  @ParameterizedTest
  @CsvSource({"1,20,256", "2,20,3", "3,60,256", "4,60,4", "5,120,256", "6,120,5"})
  void recordsThatChangeAreDecidedAsInTheWhole(long seed, int people, int crowd) {
    FleetRecords fleet = FleetRecords.of(seed, people, Mix.everyTrick());
    Churn enrollments = new Churn(seed, fleet.enrollments());
    Churn mails = new Churn(seed + 100, fleet.mails());
    Random random = new Random(seed);
    Twins twins = new Twins(rules(crowd), NEVER_HELD, 100);
    boolean directory = seed % 2 == 0;
    twins.bring("people", List.of(), directory ? fleet.people() : List.of(), Duration.ZERO);
    for (int cycle = 0; cycle < 60; cycle++) {
      twins.bring("intune", enrollments.records(), List.of(), Duration.ZERO);
      twins.bring(
          "exchange", mails.records(), List.of(), Duration.ofMinutes(random.nextInt(3) * 5L));
      twins.cycle("seed " + seed);
      if (random.nextInt(4) == 0) {
        twins.cycle("seed " + seed + ", given nothing new");
      }
      List<DeviceRecord> donors = both(enrollments, mails);
      enrollments.happen(random.nextInt(3), donors);
      mails.happen(random.nextInt(4), donors);
    }
    assertThat(twins.revised()).isGreaterThan(40);
  }

  @ParameterizedTest
  @CsvSource({"11,60", "12,60", "13,200"})
  void whateverElseBefallsThemToo(long seed, int people) {
    FleetRecords fleet = FleetRecords.of(seed, people, Mix.everyTrick());
    Churn enrollments = new Churn(seed, fleet.enrollments());
    Churn mails = new Churn(seed + 100, fleet.mails());
    List<Person> persons = new ArrayList<>(fleet.people());
    Random random = new Random(seed);
    Twins twins = new Twins(rules(256), seed % 2 == 0 ? OFTEN_HELD : NEVER_HELD, 100);
    for (int cycle = 0; cycle < 80; cycle++) {
      twins.bring("people", List.of(), persons, Duration.ZERO);
      twins.bring("intune", enrollments.records(), List.of(), Duration.ZERO);
      twins.bring("exchange", mails.records(), List.of(), Duration.ZERO);
      twins.cycle("seed " + seed);
      List<DeviceRecord> donors = both(enrollments, mails);
      enrollments.happen(random.nextInt(2), donors);
      mails.happen(random.nextInt(4), donors);
      switch (random.nextInt(12)) {
        case 0 -> persons.remove(random.nextInt(persons.size()));
        case 1 ->
            twins.awaited =
                twins.awaited.isNothing()
                    ? new Awaited(List.of("jamf"), List.of())
                    : Awaited.NOTHING;
        case 2, 3 -> {
          Kind[] kinds = Kind.values();
          twins.decide(
              kinds[random.nextInt(2)],
              any(enrollments, random),
              Optional.of(any(mails, random).key()));
        }
        case 4 -> twins.decide(Kind.EXCLUDE, any(mails, random), Optional.empty());
        case 5 -> twins.decide(Kind.RESTORE, any(mails, random), Optional.empty());
        case 6, 7 -> twins.release();
        default -> {}
      }
    }
    assertThat(twins.revised()).isGreaterThan(15);
  }

  private static DeviceRecord any(Churn churn, Random random) {
    return churn.records().get(random.nextInt(churn.records().size()));
  }

  @ParameterizedTest
  @CsvSource({"21", "22"})
  void ofManyRecordsAFewAreDecided(long seed) {
    FleetRecords fleet = FleetRecords.of(seed, 3_000, Mix.everyTrick());
    Churn enrollments = new Churn(seed, fleet.enrollments());
    Churn mails = new Churn(seed + 100, fleet.mails());
    Twins twins = new Twins(rules(256), NEVER_HELD, 25);
    twins.bring("people", List.of(), fleet.people(), Duration.ZERO);
    for (int cycle = 0; cycle < 8; cycle++) {
      twins.bring("intune", enrollments.records(), List.of(), Duration.ZERO);
      twins.bring("exchange", mails.records(), List.of(), Duration.ZERO);
      twins.cycle("seed " + seed);
      mails.happen(mails.records().size() / 100, fleet.mails());
    }
    assertThat(twins.revised()).isGreaterThan(4);
    assertThat(twins.carried()).isGreaterThan(10_000);
  }
}
