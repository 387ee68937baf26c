package devicehub.device;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Apple's models: by identifier, by name, and by the numbers printed on the box.
 *
 * <pre>
 * iPhone14,2 · Apple-iPhone14C2/1905.95     identifier, as are Watch6,7 and AppleTV11,1
 * iPad mini 6 · iPhone 13 Pro 256GB         name
 * MKRY2LL/A                                 order number and the country it was sold in
 * A1688                                     model number; only if the maker is known to be Apple
 * </pre>
 */
final class DeviceModelApple {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?<![a-z0-9])(iphone|ipad|ipod|watch|appletv)(\\d{1,2})[,c](\\d{1,2})(?![a-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ORDER_NUMBER =
      Pattern.compile("([MNFP][A-Z0-9]{4})[A-Z]{1,2}(/[A-Z])?");

  private static final Pattern A_NUMBER = Pattern.compile("A[1-9]\\d{3}");

  private DeviceModelApple() {}

  /** The Apple model a text means; unknown if it is not written like one. */
  static DeviceModel find(ModelTable table, Manufacturer maker, String plain, List<String> words) {
    Matcher identifier = IDENTIFIER.matcher(plain);
    if (identifier.find()) {
      return code(table, identifier);
    }
    if (DeviceModelAppleName.startsLikeOne(words)) {
      return name(table, plain, words);
    }
    int[] rows = number(table, maker, plain);
    if (rows.length == 1) {
      return DeviceModel.code(table, table.code(rows[0]), plain, rows);
    }
    return rows.length == 0
        ? DeviceModel.UNKNOWN
        : DeviceModel.name(table, DeviceModelText.key(words), plain, rows, rows);
  }

  private static DeviceModel code(ModelTable table, Matcher identifier) {
    String kind = identifier.group(1).toLowerCase(Locale.ROOT);
    String line =
        switch (kind) {
          case "watch" -> "Watch";
          case "appletv" -> "AppleTV";
          default -> "i" + Character.toUpperCase(kind.charAt(1)) + kind.substring(2);
        };
    String code =
        line + Integer.parseInt(identifier.group(2)) + "," + Integer.parseInt(identifier.group(3));
    int[] rows = table.byCode(code);
    return rows.length > 0
        ? DeviceModel.code(table, code, code, rows)
        : DeviceModel.newCode(table, code, code, DeviceModelShape.APPLE, rows);
  }

  private static DeviceModel name(ModelTable table, String plain, List<String> words) {
    DeviceModelAppleName name = DeviceModelAppleName.of(words);
    if (DeviceModelLookup.saysNothing(name.key())) {
      return DeviceModel.UNKNOWN;
    }
    int[] exact = table.byName(name.key());
    if (exact.length == 0) {
      exact = table.byName(name.withOrdinal().key());
    }
    int[] wide = table.byWideName(name.key());
    return exact.length + wide.length == 0
        ? DeviceModel.text(name.key(), plain)
        : DeviceModel.name(table, name.key(), plain, exact, wide);
  }

  private static int[] number(ModelTable table, Manufacturer maker, String plain) {
    boolean apple = maker.name().equals("Apple");
    if (maker.known() && !apple) {
      return ModelTable.NONE;
    }
    Matcher order = ORDER_NUMBER.matcher(plain);
    if (order.matches() && (apple || table.byCode(DeviceModelText.key(plain)).length == 0)) {
      // N, F and P are the same device exchanged, refurbished or engraved.
      String number = "M" + order.group(1).substring(1);
      return table.byAppleNumber(number.toLowerCase(Locale.ROOT));
    }
    return apple && A_NUMBER.matcher(plain).matches()
        ? table.byAppleNumber(plain.toLowerCase(Locale.ROOT))
        : ModelTable.NONE;
  }
}
