package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail client that the MDM itself reports of a phone is on it, however long it was quiet. */
class ReportedClientTest extends Fates {
  private static final String QUIET = "JUQGGDFCDD29R3H003TJA63E10";
  private static final String OTHER = "D8SB2C8IAS0IARBKS64RHFTRCO";

  private static Records phone(String name) {
    return enrolled(name).of("jane@x.example").is("Apple", "iPhone14,5");
  }

  private static Records client(String name, String id) {
    return mail(name).of("jane@x.example").is("", "iPhone14C5").eas(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-18", "2025-11-01"})
  void anEqualPhoneDoesNotTakeItsPlace(String lastSync) {
    given(phone("e").eas(QUIET), client("m", QUIET).seen(lastSync), client("stranger", OTHER));
    assertThat(fates())
        .containsExactly(
            Map.entry("m", "e by exact-id"), Map.entry("stranger", "OWNER_HAS_NO_ENROLLMENT"));
  }

  @Test
  void theOtherOfTwoEqualPhonesIsTheOneLeftOver() {
    given(
        phone("known").eas(QUIET).os("14"),
        phone("left").os("15"),
        client("m", QUIET).seen("2025-11-01").os("15"),
        client("other", OTHER).os("14"));
    assertThat(fates())
        .as("its version would favour the one that is taken")
        .containsExactly(
            Map.entry("m", "known by exact-id"), Map.entry("other", "left by owner-hardware"));
  }

  @Test
  void whatAnEarlierEnrolmentReportedLeavesRoom() {
    given(
        phone("old").serial("F17LTTCGFFG8").eas(QUIET).enrolledOn("2024-01-01"),
        phone("new").serial("F17LTTCGFFG8").enrolledOn("2025-12-01"),
        client("m", QUIET).seen("2025-11-01"),
        client("now", OTHER));
    assertThat(fates())
        .containsEntry("m", "new by exact-id")
        .containsEntry("now", "new by owner-hardware");
  }

  @Test
  void anIdOfAnotherKindIsNoReportOfTheMailClient() {
    given(phone("e").serial(QUIET), client("m", QUIET).seen("2025-11-01"), client("now", OTHER));
    assertThat(fates())
        .containsEntry("m", "e by exact-id")
        .containsEntry("now", "e by owner-hardware");
  }

  /** Older phones made their id of the serial number, and make another one since an update. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "z"})
  void whatIsLeftOfAnEarlierSystemIsMergedAsWellInAnyOrder(String nameOfTheLeft) {
    given(
        phone("e").serial("F17LTTCGFFG8").eas(OTHER),
        client(nameOfTheLeft, "ApplF17LTTCGFFG8").seen("2025-11-01"),
        client("m", OTHER));
    assertThat(fates())
        .containsEntry(nameOfTheLeft, "e by exact-id")
        .containsEntry("m", "e by exact-id");
  }

  @Test
  void withoutTheIdOfTheClientALeftOneGivesItsPlace() {
    given(
        phone("e").serial("F17LTTCGFFG8"),
        client("left", "ApplF17LTTCGFFG8").seen("2025-11-01"),
        client("m", OTHER));
    assertThat(fates())
        .containsEntry("left", "e by exact-id")
        .containsEntry("m", "e by owner-hardware");
  }
}
