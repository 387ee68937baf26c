package devicehub.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the two indexes of {@code android.tsv}; run it when that list, or the way names are
 * brought to keys, has changed. A test fails while they are out of date.
 */
final class ModelIndexWriter {
  private static final Comparator<String> BY_BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private final TreeMap<String, Set<Integer>> codes = new TreeMap<>(BY_BYTES);
  private final TreeMap<String, Set<Integer>> names = new TreeMap<>(BY_BYTES);

  private ModelIndexWriter() {}

  /** Writes into the folder of the lists, by default the project's own. */
  public static void main(String... folder) throws IOException {
    Path models = Path.of(folder.length > 0 ? folder[0] : "src/main/resources/devicehub/models");
    ModelIndexWriter index = of(Files.readString(models.resolve("android.tsv")));
    Files.writeString(models.resolve("android-codes.tsv"), index.codes());
    Files.writeString(models.resolve("android-names.tsv"), index.names());
  }

  static ModelIndexWriter of(String list) {
    ModelIndexWriter index = new ModelIndexWriter();
    Map<String, Set<Integer>> bases = new HashMap<>();
    Manufacturer maker = Manufacturer.UNKNOWN;
    int position = 0;
    for (String line : list.split("\n")) {
      if (line.startsWith("\t")) {
        index.device(maker, line, position, bases);
      } else {
        maker = Manufacturer.of(line);
      }
      position += line.getBytes(StandardCharsets.UTF_8).length + 1;
    }
    // Codes that differ only by country are siblings, unless they are sold under several names.
    bases.values().removeIf(lines -> lines.size() > 1);
    bases.forEach((base, lines) -> add(index.names, ModelTableFile.COARSER + base, lines));
    return index;
  }

  String codes() {
    return text(codes);
  }

  String names() {
    return text(names);
  }

  private void device(Manufacturer maker, String line, int start, Map<String, Set<Integer>> bases) {
    String[] fields = line.split("\t");
    DeviceModelName name = DeviceModelName.of(fields[1]).under(maker);
    add(names, name.key(), Set.of(start));
    if (!name.coarserKey().equals(name.key())) {
      add(names, ModelTableFile.COARSER + name.coarserKey(), Set.of(start));
    }
    int position = start + 1 + fields[1].getBytes(StandardCharsets.UTF_8).length + 1;
    for (String code : Arrays.asList(fields).subList(2, fields.length)) {
      String key = DeviceModelName.of(code).under(maker).key();
      add(codes, key, Set.of(position));
      String base = DeviceModelAndroid.samsungBase(key);
      if (!base.isEmpty()) {
        bases.computeIfAbsent(base, samsung -> new HashSet<>()).add(start);
      }
      position += code.getBytes(StandardCharsets.UTF_8).length + 1;
    }
  }

  private static void add(Map<String, Set<Integer>> index, String key, Set<Integer> positions) {
    if (!key.isEmpty() && !key.equals(ModelTableFile.COARSER)) {
      index.computeIfAbsent(key, any -> new TreeSet<>()).addAll(positions);
    }
  }

  private static String text(Map<String, Set<Integer>> index) {
    StringBuilder text = new StringBuilder();
    index.forEach(
        (key, positions) -> {
          text.append(key).append('\t');
          for (int position : positions) {
            text.append(Integer.toString(position, ModelTableFile.BASE)).append(' ');
          }
          text.setCharAt(text.length() - 1, '\n');
        });
    return text.toString();
  }
}
