package devicehub.speed;

import devicehub.device.Hardware;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.Likeness;
import devicehub.device.MailClient;
import devicehub.intake.HardwareReader;
import devicehub.intake.HardwareText;
import devicehub.intake.MailClientReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What DuckDB is told before the clock starts, since SQL has no tables of models: which hardware
 * each spelling means, and how two kinds of hardware compare, as the hub's own reader says. Told
 * are all spellings there are, and all pairs that share an owner or an id.
 *
 * <pre>
 *   e_words.csv  maker, model, OS as Intune writes them               → hardware
 *   m_words.csv  type, model, name, OS, agent, client as Exchange does → hardware, client, hidden
 *   likeness.csv two hardwares → maker, form, platform, model, OS: 0 unknown, 1 same, 2 different
 * </pre>
 */
final class WordTables {
  private static final List<String> E_WORDS = List.of("Manufacturer", "Model", "OS version");
  private static final List<String> M_WORDS =
      List.of(
          "DeviceType",
          "DeviceModel",
          "DeviceFriendlyName",
          "DeviceOS",
          "DeviceUserAgent",
          "ClientType");

  private final HardwareReader reader = new HardwareReader();
  private final Map<Hardware, Integer> numbers = new HashMap<>();
  private final List<Hardware> hardware = new ArrayList<>();
  private final Map<List<String>, Integer> enrolled = new HashMap<>();
  private final Map<List<String>, Integer> mailed = new HashMap<>();
  private final KeyIndex byKey = new KeyIndex(1 << 20);
  private final Set<Long> pairs = new HashSet<>();

  static void write(Path folder) throws IOException {
    WordTables tables = new WordTables();
    tables.readEnrollments(folder.resolve(SpeedFiles.ENROLLMENTS));
    tables.readMails(folder.resolve(SpeedFiles.MAILS));
    tables.writeAll(folder);
  }

  private void readEnrollments(Path file) throws IOException {
    List<String> columns = new ArrayList<>(E_WORDS);
    columns.addAll(
        List.of(
            "Primary user email address",
            "Primary user UPN",
            "EAS activation ID",
            "Serial number",
            "IMEI"));
    Columns.read(
        file,
        columns,
        row -> {
          List<String> words = List.of(row[0], row[1], row[2]);
          int number =
              enrolled.computeIfAbsent(
                  words,
                  w ->
                      number(
                          reader.read(new HardwareText(row[0], row[1], "", "", row[2], "", ""))));
          for (int i = 3; i < row.length; i++) {
            if (!row[i].isEmpty()) {
              meet(row[i], number);
              byKey.put(IdText.hash(row[i]), number);
            }
          }
        });
  }

  private void readMails(Path file) throws IOException {
    List<String> columns = new ArrayList<>(M_WORDS);
    columns.addAll(List.of("PrimarySMTPAddress", "DeviceID", "DeviceImei"));
    Columns.read(
        file,
        columns,
        row -> {
          List<String> words = Arrays.asList(row).subList(0, 6);
          int number =
              mailed.computeIfAbsent(
                  List.copyOf(words),
                  w ->
                      number(
                          reader.read(
                              new HardwareText("", row[1], "", row[0], row[3], row[4], row[2]))));
          for (int i = 6; i < row.length; i++) {
            meet(row[i], number);
          }
          meet(row[7].length() > 4 ? row[7].substring(4) : "", number);
          meet(row[7].length() > 3 ? row[7].substring(3) : "", number);
          meet("m:" + row[6], number);
          byKey.put(IdText.hash("m:" + row[6]), number);
        });
  }

  private int number(Hardware read) {
    return numbers.computeIfAbsent(
        read,
        fresh -> {
          hardware.add(fresh);
          return hardware.size() - 1;
        });
  }

  private void meet(String key, int number) {
    long hash = IdText.hash(key);
    int left = 300;
    for (int at = byKey.first(hash); at >= 0 && left > 0; at = byKey.next(at), left--) {
      pairs.add((long) byKey.value(at) << 32 | number);
    }
  }

  private void writeAll(Path folder) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("e_words.csv"))) {
      out.write("maker,model,os,hw\n");
      for (Map.Entry<List<String>, Integer> entry : enrolled.entrySet()) {
        out.write(quoted(entry.getKey()) + "," + entry.getValue() + "\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("m_words.csv"))) {
      out.write("type,model,name,os,agent,client,hw,family,verse_family,hidden\n");
      for (Map.Entry<List<String>, Integer> entry : mailed.entrySet()) {
        List<String> w = entry.getKey();
        MailClient plain = client(w, "");
        MailClient verse = client(w, "Android0123456789abcdef");
        out.write(quoted(w) + "," + entry.getValue() + "," + family(plain) + "," + family(verse));
        out.write("," + (plain.hidesHardware() ? 1 : 0) + "\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("likeness.csv"))) {
      out.write("a,b,maker,form,platform,model,os\n");
      for (long pair : pairs) {
        int a = (int) (pair >>> 32);
        int b = (int) pair;
        out.write(a + "," + b + "," + likeness(hardware.get(a), hardware.get(b)) + "\n");
      }
    }
  }

  private static MailClient client(List<String> w, String id) {
    return MailClientReader.read(w.get(5), w.get(0), w.get(1), w.get(4), id);
  }

  /** A client that does not name itself takes the native one's place. */
  private static int family(MailClient client) {
    return (client == MailClient.UNKNOWN ? MailClient.NATIVE : client).ordinal();
  }

  private static String likeness(Hardware a, Hardware b) {
    Likeness model = a.compareModel(b);
    return code(a.compareManufacturer(b))
        + ","
        + code(a.compareFormFactorOfMail(b))
        + ","
        + code(a.comparePlatform(b))
        + ","
        + code(model)
        + ","
        + code(a.compareOsVersion(b));
  }

  private static int code(Likeness likeness) {
    return switch (likeness) {
      case UNKNOWN -> 0;
      case SAME -> 1;
      case DIFFERENT -> 2;
    };
  }

  private static String quoted(List<String> words) {
    return words.stream()
        .map(word -> "\"" + word.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(","));
  }
}
