package devicehub.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the model lists from the class path.
 *
 * <pre>
 * apple.tsv      iPhone8,1 ⇥ iPhone 6s ⇥ A1633 A1688 … ⇥ MKRY2 …
 * android.tsv    Samsung
 *                ⇥ Galaxy S21 5G ⇥ SM-G9910 ⇥ SM-G991B …
 * </pre>
 */
final class ModelTableLoader {
  private static final String FOLDER = "/devicehub/models/";

  private final List<Manufacturer> makers = new ArrayList<>(40_000);
  private final List<String> codeTexts = new ArrayList<>(40_000);
  private final List<String> nameTexts = new ArrayList<>(40_000);
  private final Map<String, int[]> codes = new HashMap<>(65_536);
  private final Map<String, int[]> names = new HashMap<>(65_536);
  private final Map<String, int[]> wide = new HashMap<>(8_192);
  private final Map<String, int[]> numbers = new HashMap<>(8_192);
  private final Manufacturer apple = Manufacturer.of("Apple");

  private ModelTableLoader() {}

  /**
   * Loads every list.
   *
   * @throws UncheckedIOException if a list cannot be read
   * @throws IllegalStateException if a list is missing from the class path
   */
  static ModelTable load() {
    ModelTableLoader loader = new ModelTableLoader();
    loader.apple("apple.tsv");
    loader.apple("apple-newer.tsv");
    loader.android("android.tsv");
    loader.android("android-newer.tsv");
    loader.samsungBases();
    return new ModelTable(
        loader.makers,
        loader.codeTexts,
        loader.nameTexts,
        loader.codes,
        loader.names,
        loader.wide,
        loader.numbers);
  }

  private void apple(String file) {
    for (String line : lines(file)) {
      String[] fields = line.split("\t", -1);
      int row = row(apple, fields[0], fields[0], fields[1]);
      DeviceModelAppleName name = DeviceModelAppleName.of(DeviceModelText.words(fields[1]));
      add(names, name.key(), row);
      for (String coarser : name.coarserKeys()) {
        add(wide, coarser, row);
      }
      for (int field = 2; field < fields.length; field++) {
        for (String number : fields[field].split(" ")) {
          add(numbers, DeviceModelText.key(number), row);
        }
      }
    }
  }

  private void android(String file) {
    Manufacturer maker = Manufacturer.UNKNOWN;
    for (String line : lines(file)) {
      if (line.charAt(0) != '\t') {
        maker = Manufacturer.of(line);
        continue;
      }
      String[] fields = line.split("\t");
      DeviceModelName name = DeviceModelName.of(fields[1]).under(maker);
      String coarser = name.coarserKey();
      for (int field = 2; field < fields.length; field++) {
        String code = fields[field];
        String key = DeviceModelName.of(code).under(maker).key();
        if (key.isEmpty()) {
          continue;
        }
        int row = row(maker, key, code, fields[1]);
        add(names, name.key(), row);
        if (!coarser.equals(name.key())) {
          add(wide, coarser, row);
        }
      }
    }
  }

  /** Files Samsung's codes under what they share in all countries, if they share a name too. */
  private void samsungBases() {
    Map<String, int[]> bases = new HashMap<>();
    codes.forEach(
        (key, rows) -> {
          String base = DeviceModelLookup.samsungBase(key);
          add(bases, base, rows[0]);
        });
    bases.forEach(
        (base, rows) -> {
          String name = nameTexts.get(rows[0]);
          boolean oneName = Arrays.stream(rows).allMatch(row -> nameTexts.get(row).equals(name));
          if (oneName) {
            wide.put(base, rows);
          }
        });
  }

  /** The row of a maker's code, made if the code is new. */
  private int row(Manufacturer maker, String key, String code, String name) {
    for (int row : codes.getOrDefault(key, ModelTable.NONE)) {
      if (makers.get(row).equals(maker)) {
        return row;
      }
    }
    makers.add(maker);
    codeTexts.add(code);
    nameTexts.add(name.equals(code) ? code : name);
    int row = codeTexts.size() - 1;
    add(codes, key, row);
    return row;
  }

  private static void add(Map<String, int[]> index, String key, int row) {
    if (!key.isEmpty()) {
      index.merge(key, new int[] {row}, DeviceModelRows::union);
    }
  }

  private static List<String> lines(String file) {
    try (InputStream in = ModelTableLoader.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("Model list missing from the class path: " + FOLDER + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Model list cannot be read: " + FOLDER + file, e);
    }
  }
}
