package devicehub.speed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One large CSV file through the real hub: dropped, kept, read, in force, one cycle, all reports. A
 * process of its own with as much heap as is said; the second run is a restart with the same file.
 *
 * <pre>
 *   intake [--rows 1000000] [--heap 512m] [--kind intune|exchange|directory]
 * </pre>
 */
public final class IntakeMain {
  private static final String[] MODELS = {
    "Apple,iPhone15C4,iOS,17.7.2", "samsung,SM-S921B,Android,14", "Google,Pixel 8,Android,15"
  };

  private IntakeMain() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    int rows = Integer.parseInt(options.getOrDefault("--rows", "1000000"));
    String heap = options.getOrDefault("--heap", "512m");
    String kind = options.getOrDefault("--kind", "intune");
    Path folder = Path.of("target/intake");
    delete(folder);
    folders(folder, kind);
    Path file = Files.createDirectories(folder.resolve("data/inbox/" + kind)).resolve("large.csv");
    write(file, kind, rows);
    long megabytes = Files.size(file) >> 20;
    for (String run : List.of("first", "restart")) {
      Child hub = run(folder, heap);
      System.out.printf(
          Locale.ROOT,
          "%-8s %,d rows, %d MB, -Xmx%s: %.1f s, %,.0f rows/s, %.1f s of CPU, peak %d MB%n",
          run,
          rows,
          megabytes,
          heap,
          hub.seconds(),
          rows / hub.seconds(),
          hub.processorSeconds(),
          hub.peakKibibytes() / 1024);
    }
  }

  private static Child run(Path folder, String heap) throws IOException, InterruptedException {
    return Child.run(
        folder.resolve("hub.log"),
        "target/devicehub.jar",
        List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-jar"),
        List.of(
            "once",
            "--config",
            folder + "/config",
            "--routes",
            folder + "/routes",
            "--data",
            folder + "/data"));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** An enrolment feed stands beside one of mail, silent: what mail records lack there waits. */
  private static void folders(Path folder, String kind) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Path routes = Files.createDirectories(folder.resolve("routes"));
    Files.copy(Path.of("config/rules.yaml"), config.resolve("rules.yaml"));
    Files.writeString(
        config.resolve("feeds.yaml"),
        kind
            + ": {kind: "
            + kind
            + "}\n"
            + (kind.equals("exchange") ? "mdm: {kind: intune}\n" : ""));
    Files.writeString(config.resolve("hub.properties"), "samples=false\n");
    String exchange = Files.readString(Path.of("routes/exchange.camel.yaml"));
    Files.writeString(routes.resolve(kind + ".camel.yaml"), exchange.replace("exchange", kind));
    for (String route : List.of("cycle", "match")) {
      Files.copy(Path.of("routes/" + route + ".camel.yaml"), routes.resolve(route + ".camel.yaml"));
    }
  }

  private static void write(Path file, String kind, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          switch (kind) {
            case "intune" ->
                "Device ID,Device name,Serial number,IMEI,EAS activation ID,Primary user email"
                    + " address,Manufacturer,Model,OS,OS version,Last check-in,Managed by\n";
            case "exchange" ->
                "PrimarySMTPAddress,DeviceID,DeviceType,DeviceModel,DeviceOS,LastSuccessSync\n";
            default -> "mail,displayName,sAMAccountName,proxyAddresses\n";
          });
      for (int row = 0; row < rows; row++) {
        out.write(row(kind, row));
        out.write('\n');
      }
    }
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
  }

  private static String row(String kind, int row) {
    String user = "user" + row + "@acme.example";
    String[] model = MODELS[row % MODELS.length].split(",");
    String eas = "%026X".formatted(row * 2_654_435_761L);
    return switch (kind) {
      case "intune" ->
          "%08x-1111-2222-3333-%012x,%s's device,F%09X,,%s,%s,%s,%s,%s,%s,2026-01-22 10:51:02,Intune"
              .formatted(row, row, user, row, eas, user, model[0], model[1], model[2], model[3]);
      case "exchange" ->
          "%s,%s,%s,%s,%s %s,2026-01-22 10:51:02"
              .formatted(
                  user,
                  eas,
                  model[2].equals("iOS") ? "iPhone" : "Android",
                  model[1],
                  model[2],
                  model[3]);
      default -> "%s,User %d,user%d,smtp:u%d@acme.example".formatted(user, row, row, row);
    };
  }
}
