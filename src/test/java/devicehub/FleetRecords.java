package devicehub;

import devicehub.config.Config;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.fleet.ExportStyle;
import devicehub.fleet.Fleet;
import devicehub.fleet.FleetPlan;
import devicehub.fleet.Mix;
import devicehub.fleet.Shape;
import devicehub.intake.HardwareReader;
import devicehub.intake.RowIntake;
import devicehub.matching.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An invented fleet as the hub takes it in: exported as CSV, read by the shipped presets. */
public record FleetRecords(
    List<DeviceRecord> enrollments, List<DeviceRecord> mails, List<Person> people, String truth) {
  private static final Instant AS_OF = Instant.parse("2026-01-23T12:00:00Z");
  private static final String FEEDS =
      """
      intune:
        kind: intune
      exchange:
        kind: exchange
        culture: en-US
      people:
        kind: directory
      """;

  public static FleetRecords of(long seed, int people, Mix mix) {
    Fleet fleet = Fleet.of(new FleetPlan(seed, people, AS_OF, mix));
    Config config = config();
    Map<String, Feed> feeds = new FeedWiring(config.settings()).feeds(config.feeds());
    return new FleetRecords(
        read(feeds.get("intune"), fleet.intuneCsv()).records(),
        read(feeds.get("exchange"), fleet.exchangeCsv(ExportStyle.plain())).records(),
        read(feeds.get("people"), fleet.directoryCsv()).people(),
        fleet.truthCsv(Shape.INTUNE));
  }

  public static RuleBook shippedRules() {
    return config().ruleBook();
  }

  private static Config config() {
    try {
      Path folder = Files.createTempDirectory("fleet");
      try {
        Files.writeString(folder.resolve("feeds.yaml"), FEEDS);
        Files.writeString(folder.resolve("hub.properties"), "samples=false\n");
        Files.copy(Path.of("config/rules.yaml"), folder.resolve("rules.yaml"));
        return Config.load(folder, Map.of("data", folder.toString()));
      } finally {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static RowIntake read(Feed feed, String csv) {
    RowIntake intake = new RowIntake(feed.spec(), new HardwareReader()).from(feed.name());
    try {
      feed.reader()
          .read(
              feed.name(), new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), intake);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return intake;
  }
}
