package devicehub.fleet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes fleets from the command line.
 *
 * <pre>
 * --sample config/samples                                   the shipped sample
 * --seed 7 --people 900000 --shape intune --out DIR         CSV of any size
 * --seed 7 --people 2000 --shape maas360 --out DIR          MaaS360 pages and Traveler too, held in memory
 * --as-of 2026-01-23T12:00:00Z  --mix realistic|every-trick|exchange-only
 * </pre>
 */
public final class FleetMain {
  private static final Set<String> KNOWN =
      Set.of("sample", "seed", "people", "shape", "out", "as-of", "mix");

  private FleetMain() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = options(List.of(arguments));
    String sample = options.get("sample");
    if (sample != null) {
      SampleFiles.write(Path.of(sample));
      return;
    }
    FleetPlan plan =
        new FleetPlan(
            Long.parseLong(options.getOrDefault("seed", "1")),
            Integer.parseInt(options.getOrDefault("people", "1000")),
            Instant.parse(options.getOrDefault("as-of", "2026-01-23T12:00:00Z")),
            mix(options.getOrDefault("mix", "realistic")));
    Path folder = Files.createDirectories(Path.of(options.getOrDefault("out", ".")));
    switch (options.getOrDefault("shape", "intune")) {
      case "intune" -> writeLarge(plan, folder);
      case "maas360" -> writeSmall(plan, folder);
      default -> throw new IllegalArgumentException("--shape is intune or maas360");
    }
  }

  private static Map<String, String> options(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
        throw new IllegalArgumentException("unknown option " + name);
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      options.put(name.substring(2), arguments.get(i + 1));
    }
    return options;
  }

  private static Mix mix(String name) {
    return switch (name) {
      case "realistic" -> Mix.realistic();
      case "every-trick" -> Mix.everyTrick();
      case "exchange-only" -> Mix.exchangeOnly();
      default ->
          throw new IllegalArgumentException("--mix is realistic, every-trick or exchange-only");
    };
  }

  private static void writeLarge(FleetPlan plan, Path folder) throws IOException {
    FleetWriter writer = new FleetWriter(plan);
    try (OutputStream out = file(folder, "DevicesWithInventory.csv")) {
      writer.intuneCsv(out);
    }
    try (OutputStream out = file(folder, "MobileDevices.csv")) {
      writer.exchangeCsv(ExportStyle.plain(), out);
    }
    try (OutputStream out = file(folder, "people.csv")) {
      writer.directoryCsv(out);
    }
    try (OutputStream out = file(folder, "truth.csv")) {
      writer.truthCsv(Shape.INTUNE, out);
    }
  }

  private static OutputStream file(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
  }

  private static void writeSmall(FleetPlan plan, Path folder) throws IOException {
    Fleet fleet = Fleet.of(plan);
    List<String> pages = fleet.maas360Pages(250);
    for (int i = 0; i < pages.size(); i++) {
      Files.writeString(folder.resolve("devices-page-" + (i + 1) + ".json"), pages.get(i));
    }
    Files.writeString(folder.resolve("MobileDevices.csv"), fleet.exchangeCsv(ExportStyle.plain()));
    Files.writeString(folder.resolve("devices.json"), fleet.travelerJson());
    Files.writeString(folder.resolve("people.csv"), fleet.directoryCsv());
    Files.writeString(folder.resolve("truth.csv"), fleet.truthCsv(Shape.MAAS360));
  }
}
