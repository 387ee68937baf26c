package devicehub.device;

import java.util.Arrays;

/**
 * The model lists: which maker, codes and names belong to which device.
 *
 * <p>A row is one code of one maker under one name, known by its number. Keys (letters and digits
 * only, lower case, the maker's name cut off) lead to the rows they may mean:
 *
 * <pre>
 * byCode         sms921b      {SM-S921B of Samsung}
 *                x20          {X20 of Cubot, X20 of Doogee, …}
 * byName         galaxys24    {SM-S921B, SM-S921U, …}
 * byWideName     ipadpro      {iPad6,3, iPad7,1, …}  names that say more than the key does
 * byAppleNumber  mkry2        {iPhone8,1}            order numbers and A-numbers
 * </pre>
 *
 * <p>Rows come from the short lists, which are taken apart, and from the long one, which is
 * searched where it lies. Loaded once, when first asked; safe for use by several threads.
 */
final class ModelTable {
  static final int[] NONE = {};

  private final ModelTableLists lists;
  private final ModelTableFile file;
  private final int first;

  private ModelTable(ModelTableLists lists, ModelTableFile file) {
    this.lists = lists;
    this.file = file;
    this.first = lists.size();
  }

  /** The table made of the lists on the class path. */
  static ModelTable shared() {
    return Shared.TABLE;
  }

  static ModelTable load() {
    return new ModelTable(ModelTableLists.load(), ModelTableFile.load());
  }

  Manufacturer maker(int row) {
    return row < first ? lists.maker(row) : file.maker(row - first);
  }

  /** The code as the list writes it: {@code SM-S921B}, {@code iPhone14,2}. */
  String code(int row) {
    return row < first ? lists.code(row) : file.code(row - first);
  }

  /** The name the list gives the code: {@code Galaxy S24}. */
  String name(int row) {
    return row < first ? lists.name(row) : file.name(row - first);
  }

  int[] byCode(String key) {
    return both(lists.byCode(key), file.byCode(key));
  }

  int[] byName(String key) {
    return both(lists.byName(key), file.byName(key));
  }

  int[] byWideName(String key) {
    return both(lists.byWideName(key), file.byWideName(key));
  }

  int[] byAppleNumber(String key) {
    return lists.byAppleNumber(key);
  }

  private int[] both(int[] listed, int[] filed) {
    if (filed.length == 0) {
      return listed;
    }
    int[] rows = Arrays.copyOf(listed, listed.length + filed.length);
    for (int i = 0; i < filed.length; i++) {
      rows[listed.length + i] = first + filed[i];
    }
    return rows;
  }

  private static final class Shared {
    static final ModelTable TABLE = load();
  }
}
