package devicehub.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The short model lists, taken apart: Apple's devices, and those newer than the long list.
 *
 * <pre>
 * apple.tsv           iPhone8,1 ⇥ iPhone 6s ⇥ A1633 A1688 … ⇥ MKRY2 …
 * android-newer.tsv   Samsung
 *                     ⇥ Galaxy S24 ⇥ SM-S921B ⇥ SM-S921U …
 * </pre>
 */
final class ModelTableLists {
  private static final Manufacturer APPLE = Manufacturer.of("Apple");

  private final List<Manufacturer> makers = new ArrayList<>();
  private final List<String> codeTexts = new ArrayList<>();
  private final List<String> nameTexts = new ArrayList<>();
  private final Map<String, int[]> codes = new HashMap<>();
  private final Map<String, int[]> names = new HashMap<>();
  private final Map<String, int[]> wide = new HashMap<>();
  private final Map<String, int[]> numbers = new HashMap<>();

  private ModelTableLists() {}

  static ModelTableLists load() {
    ModelTableLists lists = new ModelTableLists();
    lists.apple("apple.tsv");
    lists.apple("apple-newer.tsv");
    lists.android("android-newer.tsv");
    return lists;
  }

  int size() {
    return codeTexts.size();
  }

  Manufacturer maker(int row) {
    return makers.get(row);
  }

  String code(int row) {
    return codeTexts.get(row);
  }

  String name(int row) {
    return nameTexts.get(row);
  }

  int[] byCode(String key) {
    return codes.getOrDefault(key, ModelTable.NONE);
  }

  int[] byName(String key) {
    return names.getOrDefault(key, ModelTable.NONE);
  }

  int[] byWideName(String key) {
    return wide.getOrDefault(key, ModelTable.NONE);
  }

  int[] byAppleNumber(String key) {
    return numbers.getOrDefault(key, ModelTable.NONE);
  }

  private void apple(String file) {
    for (String line : lines(file)) {
      String[] fields = line.split("\t", -1);
      int row = row(APPLE, fields[0], fields[0], fields[1]);
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
      for (int field = 2; field < fields.length; field++) {
        String key = DeviceModelName.of(fields[field]).under(maker).key();
        int row = row(maker, key, fields[field], fields[1]);
        add(names, name.key(), row);
        add(wide, name.coarserKey().equals(name.key()) ? "" : name.coarserKey(), row);
        add(wide, DeviceModelAndroid.samsungBase(key), row);
      }
    }
  }

  private int row(Manufacturer maker, String key, String code, String name) {
    makers.add(maker);
    codeTexts.add(code);
    nameTexts.add(name);
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
    return new String(ModelTableFile.read(file), StandardCharsets.UTF_8).lines().toList();
  }
}
