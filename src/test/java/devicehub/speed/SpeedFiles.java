package devicehub.speed;

import devicehub.fleet.FleetMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all who are measured are given: one fleet as two CSV files, written once and used again.
 *
 * <pre>
 *   target/speed/980000/DevicesWithInventory.csv   Intune's enrolments
 *                      /MobileDevices.csv          Exchange's partnerships
 *                      /e_words.csv …              what DuckDB is told of the hardware
 *                      /hub/config, /hub/routes    the hub's two feeds
 * </pre>
 */
record SpeedFiles(Path folder) {
  static final String ENROLLMENTS = "DevicesWithInventory.csv";
  static final String MAILS = "MobileDevices.csv";

  static SpeedFiles prepare(Path target, int people) throws Exception {
    Path folder = target.resolve(Integer.toString(people));
    SpeedFiles files = new SpeedFiles(folder);
    if (!Files.exists(folder.resolve("prepared"))) {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve("truth.csv"))) {
        FleetMain.main(
            new String[] {
              "--seed", "7", "--people", "" + people, "--mix", "settled", "--out", folder.toString()
            });
      }
      WordTables.write(folder);
      files.writeHub();
      Files.createFile(folder.resolve("prepared"));
    }
    return files;
  }

  private void writeHub() throws IOException {
    Path config = Files.createDirectories(folder.resolve("hub/config"));
    Path routes = Files.createDirectories(folder.resolve("hub/routes"));
    Files.copy(Path.of("config/rules.yaml"), config.resolve("rules.yaml"));
    Files.writeString(
        config.resolve("feeds.yaml"),
        "intune: {kind: intune}\nexchange: {kind: exchange, culture: en-US}\n");
    Files.writeString(
        config.resolve("hub.properties"),
        "samples=false\nmatch.period=2m\nrules.file=rules.yaml\nreports.dir=${data}/reports\n");
    String cycle = Files.readString(Path.of("routes/cycle.camel.yaml"));
    String exchange = Files.readString(Path.of("routes/exchange.camel.yaml"));
    Files.writeString(
        routes.resolve("cycle.camel.yaml"),
        cycle.replaceAll("(?s)\\n +- bean:\\s+ref: dispatch.*", "\n"));
    Files.writeString(routes.resolve("exchange.camel.yaml"), exchange);
    Files.writeString(routes.resolve("intune.camel.yaml"), exchange.replace("exchange", "intune"));
  }

  /** What the hub is told, to take in and decide what was dropped into a data folder. */
  List<String> once(Path data) {
    return List.of(
        "once",
        "--config",
        folder.resolve("hub/config").toString(),
        "--routes",
        folder.resolve("hub/routes").toString(),
        "--data",
        data.toString());
  }

  /** A fresh data folder of the hub with both files dropped into its inbox. */
  Path drop() throws IOException {
    Path data = folder.resolve("data");
    if (Files.exists(data)) {
      try (Stream<Path> all = Files.walk(data)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (String[] drop :
        List.of(new String[] {"intune", ENROLLMENTS}, new String[] {"exchange", MAILS})) {
      Path inbox = Files.createDirectories(data.resolve("inbox").resolve(drop[0]));
      Path dropped = Files.copy(folder.resolve(drop[1]), inbox.resolve(drop[1]));
      Files.setLastModifiedTime(dropped, java.nio.file.attribute.FileTime.fromMillis(0));
    }
    return data;
  }
}
