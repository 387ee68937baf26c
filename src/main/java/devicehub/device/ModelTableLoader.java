package devicehub.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    List<String> prefixes = List.of();
    for (String line : lines(file)) {
      if (line.charAt(0) != '\t') {
        maker = Manufacturer.of(line);
        prefixes = DeviceModelName.prefixesOf(maker);
        continue;
      }
      List<String> fields = cut(line, '\t', new ArrayList<>(8));
      String title = fields.get(1);
      String name = DeviceModelName.keyUnder(prefixes, title);
      String coarser =
          DeviceModelName.mayBeCoarser(name)
              ? DeviceModelName.of(title).under(maker).coarserKey()
              : name;
      for (String code : fields.subList(2, fields.size())) {
        int row = row(maker, DeviceModelName.keyUnder(prefixes, code), code, title);
        add(names, name, row);
        if (!coarser.equals(name)) {
          add(wide, coarser, row);
        }
      }
    }
  }

  /** Files Samsung's codes under what they share in all countries, if they share a name too. */
  private void samsungBases() {
    Map<String, int[]> bases = new HashMap<>();
    for (Map.Entry<String, int[]> code : codes.entrySet()) {
      add(bases, DeviceModelLookup.samsungBase(code.getKey()), code.getValue()[0]);
    }
    for (Map.Entry<String, int[]> base : bases.entrySet()) {
      if (oneName(base.getValue())) {
        wide.put(base.getKey(), base.getValue());
      }
    }
  }

  private boolean oneName(int[] rows) {
    String name = nameTexts.get(rows[0]);
    for (int row : rows) {
      if (!nameTexts.get(row).equals(name)) {
        return false;
      }
    }
    return true;
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
    if (key.isEmpty()) {
      return;
    }
    int[] one = {row};
    int[] before = index.putIfAbsent(key, one);
    if (before != null) {
      index.put(key, DeviceModelRows.union(before, one));
    }
  }

  private static List<String> lines(String file) {
    String text;
    try (InputStream in = ModelTableLoader.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("Model list missing from the class path: " + FOLDER + file);
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Model list cannot be read: " + FOLDER + file, e);
    }
    return cut(text, '\n', new ArrayList<>(32_768));
  }

  /** The pieces of a text between separators, into a list; the empty last one is left out. */
  private static List<String> cut(String text, char separator, List<String> pieces) {
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      pieces.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }
}
