package devicehub.fleet;

import devicehub.fleet.server.SampleServers;
import devicehub.fleet.server.Stock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Writes fleets from the command line.
 *
 * <pre>
 * --sample config/samples                                   the shipped sample
 * --serve config/samples --port 8085                        sample servers on a folder's devices, until killed
 * --seed 7 --people 900000 --shape intune --out DIR         CSV of any size
 * --seed 7 --people 2000 --shape maas360 --out DIR          MaaS360 pages and Traveler too, held in memory
 * --as-of 2026-01-23T12:00:00Z  --mix realistic|settled|every-trick|exchange-only
 * </pre>
 */
public final class FleetMain {
  private static final Set<String> KNOWN =
      Set.of("sample", "serve", "port", "seed", "people", "shape", "out", "as-of", "mix");

  private FleetMain() {}

  public static void main(String[] arguments) throws Exception {
    try {
      run(arguments);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(String[] arguments) throws Exception {
    Map<String, String> options = options(List.of(arguments));
    String sample = options.get("sample");
    if (sample != null) {
      SampleFiles.write(Path.of(sample));
      return;
    }
    String served = options.get("serve");
    if (served != null) {
      int port = Integer.parseInt(options.getOrDefault("port", "0"));
      SampleServers servers = SampleServers.start(port, Stock.read(Path.of(served)));
      System.out.println(servers.address());
      new CountDownLatch(1).await();
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
      case "settled" -> Mix.settled();
      case "every-trick" -> Mix.everyTrick();
      case "exchange-only" -> Mix.exchangeOnly();
      default ->
          throw new IllegalArgumentException(
              "--mix is realistic, settled, every-trick or exchange-only");
    };
  }

  /** Every file is made from the plan alone, so they are written side by side. */
  private static void writeLarge(FleetPlan plan, Path folder) {
    FleetWriter writer = new FleetWriter(plan);
    Map<String, Content> files =
        Map.of(
            "DevicesWithInventory.csv",
            writer::intuneCsv,
            "MobileDevices.csv",
            out -> writer.exchangeCsv(ExportStyle.plain(), out),
            "people.csv",
            writer::directoryCsv,
            "truth.csv",
            out -> writer.truthCsv(Shape.INTUNE, out));
    files.entrySet().parallelStream()
        .forEach(file -> write(folder.resolve(file.getKey()), file.getValue()));
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private static void write(Path path, Content content) {
    try (OutputStream out = Files.newOutputStream(path)) {
      content.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  private static void writeSmall(FleetPlan plan, Path folder) throws IOException {
    Fleet fleet = Fleet.of(plan);
    List<String> pages = fleet.maas360Pages(250);
    for (int i = 0; i < pages.size(); i++) {
      Files.writeString(folder.resolve("devices-page-" + (i + 1) + ".json"), pages.get(i));
    }
    List<String> graph = fleet.graphPages(100);
    for (int i = 0; i < graph.size(); i++) {
      Files.writeString(folder.resolve("graph-page-" + (i + 1) + ".json"), graph.get(i));
    }
    Files.writeString(folder.resolve("MobileDevices.csv"), fleet.exchangeCsv(ExportStyle.plain()));
    Files.writeString(folder.resolve("devices.json"), fleet.travelerJson());
    Files.writeString(folder.resolve("people.csv"), fleet.directoryCsv());
    Files.writeString(folder.resolve("truth.csv"), fleet.truthCsv(Shape.MAAS360));
  }
}
