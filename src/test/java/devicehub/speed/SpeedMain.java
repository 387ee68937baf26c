package devicehub.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hub beside DuckDB and beside the floor, on the same files and in the same minute: each a
 * process of its own from its start to its end, in turn, several times; the medians are shown. The
 * hub runs twice: as Java starts it by itself, and with the options and the archive of its classes
 * that {@link ClassArchive} makes.
 *
 * <pre>
 *   speed [--people 980000] [--runs 3] [--heap 900m]
 * </pre>
 */
public final class SpeedMain {
  private SpeedMain() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    int people = Integer.parseInt(options.getOrDefault("--people", "980000"));
    int runs = Integer.parseInt(options.getOrDefault("--runs", "3"));
    String heap = options.getOrDefault("--heap", "900m");
    SpeedFiles files = SpeedFiles.prepare(Path.of("target/speed"), people);
    ClassArchive.main(new String[0]);
    Path log = files.folder().resolve("speed.log");
    Files.deleteIfExists(log);
    Path duck = files.folder().resolve("duck.csv");
    String classes = System.getProperty("java.class.path");
    List<Child> floors = new ArrayList<>();
    List<Child> ducks = new ArrayList<>();
    List<Child> hubs = new ArrayList<>();
    List<Child> tuned = new ArrayList<>();
    Path data = files.drop();
    for (int run = 0; run < runs; run++) {
      String folder = files.folder().toString();
      floors.add(
          Child.run(
              log,
              "devicehub.speed.Floor",
              List.of("-Xmx" + heap, "-XX:+UseG1GC", "-cp", classes),
              List.of(folder, folder + "/floor.csv")));
      ducks.add(
          Child.run(
              log,
              "devicehub.speed.DuckLadder",
              List.of("-cp", classes),
              List.of(folder, duck.toString(), "2")));
      List<String> memory = List.of("-Xmx" + heap, "-XX:+UseG1GC", "-jar");
      data = run == 0 ? data : files.drop();
      hubs.add(Child.run(log, "target/devicehub.jar", memory, files.once(data)));
      data = files.drop();
      List<String> java = new ArrayList<>(List.of("@target/java.options"));
      java.addAll(memory);
      tuned.add(Child.run(log, "target/devicehub.jar", java, files.once(data)));
    }
    Child base = median(ducks);
    System.out.println("                 seconds  x DuckDB   processor s  x DuckDB   peak MB");
    print("floor", median(floors), base);
    print("DuckDB", base, base);
    print("hub", median(hubs), base);
    print("with options", median(tuned), base);
    compare(data.resolve("reports/merged.csv"), duck);
  }

  private static Child median(List<Child> runs) {
    List<Child> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingDouble(Child::seconds));
    return sorted.get(sorted.size() / 2);
  }

  private static void print(String name, Child child, Child base) {
    System.out.printf(
        Locale.ROOT,
        "%-14s %9.1f %9.2f %13.1f %9.2f %9d%n",
        name,
        child.seconds(),
        child.seconds() / base.seconds(),
        child.processorSeconds(),
        child.processorSeconds() / base.processorSeconds(),
        child.peakKibibytes() / 1024);
  }

  /**
   * Both files tell pairs as enrolment, mail record and rule; each pair is looked up in the other.
   */
  private static void compare(Path hub, Path duck) throws IOException {
    Map<String, String> theirs = pairs(duck);
    int same = 0;
    int otherwise = 0;
    Map<String, String> ours = pairs(hub);
    List<String> examples = new ArrayList<>();
    for (Map.Entry<String, String> pair : ours.entrySet()) {
      if (pair.getValue().equals(theirs.get(pair.getKey()))) {
        same++;
      } else {
        otherwise++;
        if (examples.size() < 5) {
          examples.add(
              "hub "
                  + pair.getKey()
                  + " "
                  + pair.getValue()
                  + ", DuckDB "
                  + theirs.get(pair.getKey()));
        }
      }
    }
    long onlyTheirs = theirs.keySet().stream().filter(mail -> !ours.containsKey(mail)).count();
    theirs.keySet().stream()
        .filter(mail -> !ours.containsKey(mail))
        .limit(5)
        .forEach(mail -> examples.add("DuckDB only " + mail + " " + theirs.get(mail)));
    System.out.printf(
        Locale.ROOT,
        "%,d merged pairs alike; %,d otherwise or only the hub's; %,d only DuckDB's%n",
        same,
        otherwise,
        onlyTheirs);
    examples.forEach(System.out::println);
  }

  /** By mail record: the enrolment and the rule. */
  private static Map<String, String> pairs(Path file) throws IOException {
    Map<String, String> pairs = new HashMap<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        pairs.put(cells[3], cells[1] + " " + cells[7]);
      }
    }
    return pairs;
  }
}
