package devicehub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Runs the sample company again and again, each time with its rows in another order, in another
 * time zone and locale, and tells how many different reports come of it: one, if all is well. The
 * times of the runs themselves are left out.
 *
 * <pre>
 *   merged.csv      20 runs, 1 report: 5f1c…
 * </pre>
 */
final class SameReports {
  private static final List<String> FILES =
      List.of("merged.csv", "exceptions.csv", "users.csv", "rejected.csv", "exceptions.json");
  private static final List<String> ZONES = List.of("Pacific/Kiritimati", "America/St_Johns");
  private static final List<Locale> LOCALES =
      List.of(Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("ar-EG-u-nu-arab"));
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  private SameReports() {}

  /** Arguments: how many runs, and a seed for the order of rows. */
  public static void main(String[] arguments) throws IOException {
    int runs = Integer.parseInt(arguments[0]);
    Path folder = Files.createDirectories(Path.of("target/same-reports"));
    Map<String, Set<String>> found =
        of(Files.createTempDirectory(folder, "runs"), runs, Long.parseLong(arguments[1]));
    found.forEach(
        (file, hashes) ->
            System.out.printf(
                "%-16s %d runs, %d report(s): %s%n", file, runs, hashes.size(), hashes));
    System.exit(found.values().stream().allMatch(hashes -> hashes.size() == 1) ? 0 : 1);
  }

  /** The SHA-256 of each report, by its name, in so many runs. */
  static Map<String, Set<String>> of(Path folder, int runs, long seed) throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Map<String, Set<String>> hashes = new TreeMap<>();
    try {
      for (int run = 0; run < runs; run++) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(run % ZONES.size())));
        Locale.setDefault(LOCALES.get(run / ZONES.size() % LOCALES.size()));
        HubRun hub = new HubRun(Files.createDirectory(folder.resolve("run" + run)));
        Random order = new Random(seed + run);
        shuffle(hub.config.resolve("samples/exchange/MobileDevices.csv"), order);
        shuffle(hub.config.resolve("samples/people/people.csv"), order);
        Instant begun = Instant.now().minusSeconds(1);
        if (hub.once() != Exit.OK) {
          throw new IllegalStateException(hub.err);
        }
        for (String file : FILES) {
          String report = withoutTimesSince(begun, hub.text(file));
          hashes.computeIfAbsent(file, name -> new TreeSet<>()).add(sha256(report));
        }
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    return hashes;
  }

  /** All but the header; no cell of the samples holds a line feed. */
  private static void shuffle(Path csv, Random order) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(csv));
    Collections.shuffle(lines.subList(1, lines.size()), order);
    Files.writeString(csv, String.join("\r\n", lines) + "\r\n");
  }

  private static String withoutTimesSince(Instant begun, String report) {
    return TIME.matcher(report)
        .replaceAll(time -> Instant.parse(time.group()).isBefore(begun) ? time.group() : "(then)");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
