package devicehub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShapesTest {
  private static final FleetPlan PLAN =
      new FleetPlan(7, 300, Instant.parse("2026-01-23T12:00:00Z"), Mix.everyTrick());
  private static final Fleet FLEET = Fleet.of(PLAN);

  @Test
  void maas360WritesNumbersSometimesAsNumbersAndSometimesAsText() {
    List<String> devices = FLEET.maas360Devices();
    assertThat(devices)
        .anyMatch(device -> device.matches(".*\"imeiEsn\":35[0-9]{13},.*"))
        .anyMatch(device -> device.matches(".*\"imeiEsn\":\"35[0-9]{13}\",.*"))
        .anyMatch(device -> device.contains("\"manufacturer\":\"\""))
        .anyMatch(device -> device.contains("\"manufacturer\":\"apple\""))
        .anyMatch(device -> device.contains("\"model\":\"iPhone14,"))
        .anyMatch(device -> device.contains("\"deviceStatus\":\"InActive\""))
        .anyMatch(device -> device.contains("\"maas360ManagedStatus\":\"Not Enrolled\""));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "26.2, true", "18.6.2, false", "0123, false", "12., false", "'', false"})
  void aZeroInFrontKeepsTextText(String text, boolean number) {
    assertThat(Maas360Json.number(text)).isEqualTo(number);
  }

  @Test
  void windowsPowerShellInGermanyWritesAnotherFile() {
    String file = FLEET.exchangeCsv(ExportStyle.windowsGerman());
    assertThat(file)
        .startsWith(
            "\uFEFF#TYPE Selected.System.Management.Automation.PSCustomObject\r\n"
                + "\"DisplayName\";\"PrimarySMTPAddress\";\"Identity\";")
        .containsPattern("\"[0-3][0-9]\\.[01][0-9]\\.202[0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]\"")
        .contains("ExchangeActiveSyncDevices/iPhone?")
        .doesNotContain("§");
  }

  @Test
  void travelerEscapesSlashesAndWritesEverythingAsText() {
    assertThat(FLEET.travelerJson())
        .contains("\"username\":\"CN=", "\\/OU=", "\"device_type\":\"Apple-iPhone")
        .containsPattern("\"last_sync_time\":\"[0-9]{13}\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1/1/1970 12:00:00 AM, 01.01.1970 00:00:00, 1970-01-01T00:00:00",
    "1769159629, 1/23/2026 9:13:49 AM, 23.01.2026 09:13:49, 2026-01-23T09:13:49",
    "1769170000, 1/23/2026 12:06:40 PM, 23.01.2026 12:06:40, 2026-01-23T12:06:40",
  })
  void datesAreWrittenInUtc(long second, String american, String german, String iso) {
    assertThat(Dates.american(new StringBuilder(), second)).hasToString(american);
    assertThat(Dates.german(new StringBuilder(), second)).hasToString(german);
    assertThat(Dates.iso(new StringBuilder(), second)).hasToString(iso);
  }
}
