package devicehub.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.IdText;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A snapshot that changes too much at once waits for a person, and says in numbers why. */
final class HoldGuardTest {
  private static final Instant MONDAY = Instant.parse("2026-03-09T08:00:00Z");
  private static final HoldGuard GUARD = new HoldGuard(HoldGuard.Limits.USUAL);

  /** Records {@code from} to {@code to}, all with an owner, seen one minute after another. */
  private static Profile records(int from, int to, Instant at) {
    return profile(to - from, 0, to - from, seen(from, to, at));
  }

  private static Map<String, Long> seen(int from, int to, Instant at) {
    Map<String, Long> seen = new HashMap<>();
    for (int i = from; i < to; i++) {
      seen.put("device " + i, at.minus(Duration.ofMinutes(i - from)).toEpochMilli());
    }
    return seen;
  }

  private static Profile profile(long rows, long rejected, long owned, Map<String, Long> seen) {
    Sightings sightings = new Sightings(0);
    seen.forEach((id, millis) -> sightings.add(IdText.hash(id), millis));
    return new Profile(rows, rejected, rows - rejected, Map.of("owner", owned), sightings);
  }

  private static Optional<String> judge(Profile fresh, Profile inForce) {
    return GUARD.judge(fresh, Optional.of(inForce), List.of(inForce.records()));
  }

  @ParameterizedTest(name = "of {0} records {1} came, {2} of them new: held? {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203   | 0    | 0    | it holds no record; an empty answer is no evidence that devices are gone
          203   | 61   | 0    | it holds 61 records, 142 fewer than the 203 usual lately; 25 may go at once
          203   | 177  | 0    | it holds 177 records, 26 fewer than the 203 usual lately; 25 may go at once
          203   | 178  | 0    |
          1000  | 900  | 0    |
          1000  | 899  | 0    | it holds 899 records, 101 fewer than the 1000 usual lately; 100 may go at once
          30    | 6    | 0    |
          1000  | 2000 | 1000 |
          1000  | 2001 | 1001 | it holds 2001 records, 1001 more than the 1000 usual lately; 1000 may come at once
          100   | 600  | 500  |
          100   | 601  | 501  | it holds 601 records, 501 more than the 100 usual lately; 500 may come at once
          203   | 203  | 102  | it shares 101 records with the 203 in force: another file or another company's?
          203   | 203  | 101  |
          203   | 203  | 203  | it shares 0 records with the 203 in force: another file or another company's?
          9     | 9    | 9    |
          """)
  void theNumberOfRecordsAndHowManyAreTheSame(int before, int now, int fresh, String reason) {
    int first = before - (now - fresh);
    assertThat(judge(records(first, first + now, MONDAY), records(0, before, MONDAY)))
        .isEqualTo(Optional.ofNullable(reason));
  }

  @ParameterizedTest(name = "{1} of {0} rows rejected: held? {2}")
  @CsvSource({
    "212, 43, '43 of its 212 rows are rejected, more than 20 %'",
    "212, 42, ",
    "9, 8, ",
  })
  void tooManyRowsRejectedHoldEvenAFeedsFirstSnapshot(long rows, long rejected, String reason) {
    Profile first = profile(rows, rejected, rows - rejected, Map.of());

    assertThat(GUARD.judge(first, Optional.empty(), List.of()))
        .isEqualTo(Optional.ofNullable(reason));
    assertThat(GUARD.judgeDelta(first)).isEqualTo(Optional.ofNullable(reason));
  }

  @ParameterizedTest(name = "{0} of 200 without an owner, before {1}: held? {2}")
  @CsvSource({
    "200, 0, '200 of its 200 records have no owner, where 0 of 200 had none before'",
    "11, 2, '11 of its 200 records have no owner, where 2 of 200 had none before'",
    "10, 2, ",
    "11, 3, ",
    "200, 200, ",
  })
  void aColumnThatNearlyAllHadAndManyLackNow(long lacking, long lackedBefore, String reason) {
    Map<String, Long> seen = seen(0, 200, MONDAY);
    Profile before = profile(200, 0, 200 - lackedBefore, seen);

    assertThat(judge(profile(200, 0, 200 - lacking, seen), before))
        .isEqualTo(Optional.ofNullable(reason));
  }

  @Test
  void anExportOlderThanTheOneInForceIsHeld() {
    Profile tuesday = records(0, 50, MONDAY.plus(Duration.ofDays(1)));

    assertThat(judge(records(0, 50, MONDAY), tuesday))
        .contains(
            "it is older than the one in force: last seen 2026-03-09T08:00:00Z at the latest, not"
                + " 2026-03-10T08:00:00Z");
    assertThat(judge(records(0, 50, MONDAY.plus(Duration.ofHours(23))), tuesday)).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1} ahead: held? {2}")
  @CsvSource({"51, 100, true", "50, 100, false", "10, 10, true", "9, 9, false"})
  void anExportAheadOfItsTimeIsHeld(int ahead, int all, boolean held) {
    List<DeviceRecord> fresh = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      fresh.add(seenAt(i, i < ahead ? DeviceRecord.AHEAD : DeviceRecord.UNDECIDED));
    }

    assertThat(GUARD.judgeTime(fresh))
        .isEqualTo(
            held
                ? Optional.of(
                    ahead
                        + " of its "
                        + all
                        + " records were last seen later than now: are culture, zone and the"
                        + " clocks right?")
                : Optional.empty());
  }

  private static DeviceRecord seenAt(int number, long seen) {
    return new DeviceRecord(
        new RecordKey("exchange", "device " + number),
        Side.MAIL,
        "",
        "",
        MailClient.UNKNOWN,
        List.of(),
        List.of(),
        Hardware.UNKNOWN,
        Lifecycle.ACTIVE,
        seen,
        DeviceRecord.NEVER,
        List.of());
  }

  @Test
  void whereEveryRowIsRejectedTheReasonSaysSo() {
    assertThat(judge(profile(200, 200, 0, Map.of()), records(0, 200, MONDAY)))
        .contains("it holds no record, for 200 of its 200 rows are rejected");
  }

  @Test
  void aDeviceThatLeftMayTakeTheNewestTimeAlong() {
    Map<String, Long> before = seen(0, 50, MONDAY);
    before.put("device 0", MONDAY.plus(Duration.ofDays(1)).toEpochMilli());
    Map<String, Long> now = seen(0, 50, MONDAY);
    now.remove("device 0");

    assertThat(judge(profile(49, 0, 49, now), profile(50, 0, 50, before))).isEmpty();
  }

  @Test
  void aFeedThatTellsNoTimesIsNeverOlder() {
    Map<String, Long> untold = new HashMap<>();
    seen(0, 50, MONDAY).keySet().forEach(id -> untold.put(id, DeviceRecord.NEVER));

    assertThat(judge(profile(50, 0, 50, untold), records(0, 50, MONDAY))).isEmpty();
  }

  @Test
  void oneShortSnapshotDoesNotMakeTheNextShortOneUsual() {
    Profile inForce = records(0, 178, MONDAY);

    assertThat(GUARD.judge(records(0, 160, MONDAY), Optional.of(inForce), lately(178, 203)))
        .hasValueSatisfying(why -> assertThat(why).contains("43 fewer than the 203"));
  }

  private static List<Long> lately(long newest, long others) {
    return List.of(newest, others, others, others, others);
  }

  /** New devices join an unchanged fleet, up to as many again. */
  @RepeatedTest(50)
  void addingRecordsToAGoodSnapshotNeverHoldsIt(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int before = 1 + random.nextInt(2000);
    int now = before + random.nextInt(before + 1);

    assertThat(judge(records(0, now, MONDAY), records(0, before, MONDAY))).isEmpty();
  }

  /** Thirty days on which one device in two hundred goes and another comes. */
  @RepeatedTest(5)
  void usualChurnIsNeverHeld(RepetitionInfo run) {
    int size = 200 * run.getCurrentRepetition();
    Profile inForce = records(0, size, MONDAY);
    for (int day = 1; day <= 30; day++) {
      int gone = day * size / 200;
      Profile next = records(gone, gone + size, MONDAY.plus(Duration.ofDays(day)));
      assertThat(judge(next, inForce)).as("day %d", day).isEmpty();
      inForce = next;
    }
  }
}
