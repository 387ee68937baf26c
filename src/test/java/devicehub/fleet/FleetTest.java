package devicehub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

final class FleetTest {
  private static final FleetPlan PLAN =
      new FleetPlan(7, 500, Instant.parse("2026-01-23T12:00:00Z"), Mix.everyTrick());

  @Test
  void localeAndTimeZoneChangeNothing() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<String> here = everything();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(everything()).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<String> everything() {
    Fleet fleet = Fleet.of(PLAN);
    return List.of(
        fleet.maas360Pages(100).toString(),
        fleet.graphPages(100).toString(),
        fleet.exchangeCsv(ExportStyle.plain()),
        fleet.exchangeCsv(ExportStyle.windowsGerman()),
        fleet.intuneCsv(),
        fleet.travelerJson(),
        fleet.directoryCsv(),
        fleet.truthCsv(Shape.MAAS360));
  }

  @Test
  void anotherSeedIsAnotherFleet() {
    FleetPlan other = new FleetPlan(8, PLAN.people(), PLAN.asOf(), PLAN.mix());
    assertThat(Fleet.of(other).exchangeCsv(ExportStyle.plain()))
        .isNotEqualTo(Fleet.of(PLAN).exchangeCsv(ExportStyle.plain()));
  }

  @Test
  void writingWithoutHoldingGivesTheSameRows() throws Exception {
    Fleet fleet = Fleet.of(PLAN);
    FleetWriter writer = new FleetWriter(PLAN);
    ByteArrayOutputStream intune = new ByteArrayOutputStream();
    writer.intuneCsv(intune);
    assertThat(intune.toString(StandardCharsets.UTF_8)).isEqualTo(fleet.intuneCsv());
    ByteArrayOutputStream exchange = new ByteArrayOutputStream();
    writer.exchangeCsv(ExportStyle.plain(), exchange);
    assertThat(lines(exchange.toString(StandardCharsets.UTF_8)))
        .isNotEqualTo(lines(fleet.exchangeCsv(ExportStyle.plain())))
        .containsExactlyInAnyOrderElementsOf(lines(fleet.exchangeCsv(ExportStyle.plain())));
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n"));
  }

  @Test
  void everyRecordHasOneTruth() {
    List<String> ids =
        lines(Fleet.of(PLAN).truthCsv(Shape.MAAS360)).stream()
            .map(line -> line.split(",")[0] + " " + line.split(",")[1])
            .toList();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(500);
  }

  @Test
  void intuneForgetsWhatIsRetired() {
    Fleet fleet = Fleet.of(PLAN);
    assertThat(fleet.graphDevices())
        .hasSize(lines(fleet.intuneCsv()).size() - 1)
        .hasSizeLessThan(fleet.maas360Devices().size());
    assertThat(lines(fleet.truthCsv(Shape.INTUNE)).stream().filter(l -> l.startsWith("intune")))
        .hasSize(fleet.graphDevices().size());
  }
}
