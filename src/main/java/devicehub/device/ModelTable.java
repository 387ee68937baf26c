package devicehub.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The model lists in memory: which maker, codes and names belong to which device.
 *
 * <p>A row is one code of one maker, known by its number. The indexes lead from a key (letters and
 * digits only, lower case, the maker's name cut off) to the rows it may mean:
 *
 * <pre>
 * codes    sms921b      {SM-S921B of Samsung}
 *          x20          {X20 of Cubot, X20 of Doogee, …}
 * names    galaxys24    {SM-S921B, SM-S921U, …}
 * wide     ipadpro      {iPad6,3, iPad7,1, …}  names that say more than the key does
 * numbers  mkry2        {iPhone8,1}            Apple's order numbers and A-numbers
 * </pre>
 *
 * <p>Loaded once, when first asked; read-only and shared by all threads afterwards.
 */
final class ModelTable {
  static final int[] NONE = {};

  private final List<Manufacturer> makers;
  private final List<String> codeTexts;
  private final List<String> nameTexts;
  private final Map<String, int[]> codes;
  private final Map<String, int[]> names;
  private final Map<String, int[]> wide;
  private final Map<String, int[]> numbers;

  ModelTable(
      List<Manufacturer> makers,
      List<String> codeTexts,
      List<String> nameTexts,
      Map<String, int[]> codes,
      Map<String, int[]> names,
      Map<String, int[]> wide,
      Map<String, int[]> numbers) {
    this.makers = makers;
    this.codeTexts = codeTexts;
    this.nameTexts = nameTexts;
    this.codes = codes;
    this.names = names;
    this.wide = wide;
    this.numbers = numbers;
  }

  /** The table made of the lists on the class path. */
  static ModelTable shared() {
    return Shared.TABLE;
  }

  int size() {
    return codeTexts.size();
  }

  Manufacturer maker(int row) {
    return makers.get(row);
  }

  /** The code as the list writes it: {@code SM-S921B}, {@code iPhone14,2}. */
  String code(int row) {
    return codeTexts.get(row);
  }

  /** The first name the lists give the code: {@code Galaxy S24}. */
  String name(int row) {
    return nameTexts.get(row);
  }

  int[] byCode(String key) {
    return codes.getOrDefault(key, NONE);
  }

  int[] byName(String key) {
    return names.getOrDefault(key, NONE);
  }

  int[] byWideName(String key) {
    return wide.getOrDefault(key, NONE);
  }

  int[] byAppleNumber(String key) {
    return numbers.getOrDefault(key, NONE);
  }

  /** Every code key, for tests that hold the lists to their rules. */
  Map<String, int[]> codes() {
    return new HashMap<>(codes);
  }

  private static final class Shared {
    static final ModelTable TABLE = ModelTableLoader.load();
  }
}
