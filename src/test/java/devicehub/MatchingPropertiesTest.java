package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Merge;
import devicehub.decision.Referral;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.directory.Directory;
import devicehub.fleet.Mix;
import devicehub.matching.Matcher;
import devicehub.matching.Matching;
import devicehub.matching.RuleBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any fleet. */
class MatchingPropertiesTest {
  private static final RuleBook RULES = FleetRecords.shippedRules();

  private static Map<String, String> decided(
      List<DeviceRecord> enrollments, List<DeviceRecord> mails, List<Person> people) {
    Matching matching =
        new Matcher(RULES)
            .match(enrollments, mails, Directory.of(people), StandingDecisions.none());
    Map<String, String> decided = new TreeMap<>();
    for (Merge merge : matching.merges()) {
      decided.put(merge.mail().key().toString(), merge.rule() + " " + merge.enrollment().key());
    }
    for (Referral referral : matching.referrals()) {
      decided.put(referral.record().key().toString(), referral.fingerprint());
    }
    return decided;
  }

  private static Map<String, String> decided(FleetRecords fleet) {
    return decided(fleet.enrollments(), fleet.mails(), fleet.people());
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void theOrderOfRecordsChangesNothing(long seed) {
    FleetRecords fleet = FleetRecords.of(seed, 1_000, Mix.everyTrick());
    List<DeviceRecord> enrollments = new ArrayList<>(fleet.enrollments());
    List<DeviceRecord> mails = new ArrayList<>(fleet.mails());
    Collections.shuffle(enrollments, new Random(seed));
    Collections.shuffle(mails, new Random(seed + 1));
    assertThat(decided(enrollments, mails, fleet.people())).isEqualTo(decided(fleet));
  }

  @Test
  void localeAndTimeZoneChangeNothing() {
    Map<String, String> here = decided(FleetRecords.of(23, 500, Mix.everyTrick()));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(decided(FleetRecords.of(23, 500, Mix.everyTrick()))).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {24, 25})
  void anotherPersonsRecordsChangeNobodyElsesDecision(long seed) {
    FleetRecords fleet = FleetRecords.of(seed, 600, Mix.everyTrick());
    Map<String, String> whole = decided(fleet);
    Set<String> dropped = new HashSet<>();
    Random random = new Random(seed);
    for (DeviceRecord record : fleet.mails()) {
      if (random.nextInt(20) == 0) {
        dropped.add(record.owner().toLowerCase(Locale.ROOT));
      }
    }
    // Without some people's mail records, those of people who share no id with them stay decided.
    Set<String> touchedIds = new HashSet<>();
    List<DeviceRecord> left = new ArrayList<>();
    for (DeviceRecord record : fleet.mails()) {
      if (dropped.contains(record.owner().toLowerCase(Locale.ROOT))) {
        record.identifiers().forEach(id -> touchedIds.add(id.comparable()));
      } else {
        left.add(record);
      }
    }
    Map<String, String> without = decided(fleet.enrollments(), left, fleet.people());
    int compared = 0;
    for (DeviceRecord record : left) {
      if (record.identifiers().stream().noneMatch(id -> touchedIds.contains(id.comparable()))) {
        String key = record.key().toString();
        assertThat(without.get(key)).as(key).isEqualTo(whole.get(key));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(400);
  }

  @Test
  void noMailRecordHasTwoDevicesAndNoDeviceTwoLiveRecordsInOnePlace() {
    FleetRecords fleet = FleetRecords.of(26, 2_000, Mix.everyTrick());
    Matching matching =
        new Matcher(RULES)
            .match(
                fleet.enrollments(),
                fleet.mails(),
                Directory.of(fleet.people()),
                StandingDecisions.none());
    Set<String> mails = new HashSet<>();
    Map<String, Integer> places = new HashMap<>();
    for (Merge merge : matching.merges()) {
      assertThat(mails.add(merge.mail().key().toString())).isTrue();
      DeviceRecord mail = merge.mail();
      places.merge(
          merge.enrollment().key() + "|" + mail.mailbox() + "|" + mail.client(), 1, Integer::sum);
    }
    assertThat(places.values()).allMatch(count -> count <= 2);
  }

  @Test
  void aHundredThousandRecordsWithOneKeyAreReferredNotMultiplied() {
    FleetRecords fleet = FleetRecords.of(27, 50, Mix.everyTrick());
    DeviceRecord enrollment = fleet.enrollments().get(0);
    DeviceRecord mail = fleet.mails().get(0);
    List<DeviceRecord> enrollments = new ArrayList<>();
    List<DeviceRecord> mails = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      enrollments.add(numbered(enrollment, i));
      mails.add(numbered(mail, i));
    }
    Matching matching =
        new Matcher(RULES).match(enrollments, mails, Directory.empty(), StandingDecisions.none());
    assertThat(matching.merges()).isEmpty();
    assertThat(matching.referrals()).hasSizeGreaterThanOrEqualTo(100_000);
  }

  private static DeviceRecord numbered(DeviceRecord record, int number) {
    return new DeviceRecord(
        new devicehub.device.RecordKey(record.key().feed(), record.key().id() + number),
        record.side(),
        record.deviceId(),
        record.mailbox(),
        record.client(),
        record.identifiers(),
        record.owners(),
        record.hardware(),
        record.lifecycle(),
        record.lastSeenMillis(),
        record.enrolledMillis(),
        record.remarks());
  }
}
