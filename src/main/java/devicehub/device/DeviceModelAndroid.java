package devicehub.device;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the models of makers other than Apple: in the lists, else by the shape of the code. */
final class DeviceModelAndroid {
  /** What Samsung's codes have in common for one device in all countries: SM-S921. */
  private static final Pattern SAMSUNG_BASE = Pattern.compile("(sm[a-z]\\d{3})[a-z0-9]{0,4}");

  /** The maker's name before a code, as in {@code HONOR VNE-LX1}; before a name it is a line. */
  private static final String HONOR = "Honor ";

  /** Shorter keys, X5 or G2, mean too many things without their maker. */
  private static final int MIN_KEY = 3;

  private DeviceModelAndroid() {}

  /** The model a text means; text as it came if the lists and shapes of codes do not tell. */
  static DeviceModel find(ModelTable table, Manufacturer maker, String plain, List<String> words) {
    DeviceModel found = find(table, maker, plain, DeviceModelName.of(words));
    int slash = plain.indexOf('/');
    if (found.listed() || slash <= 0) {
      return found;
    }
    // A user agent's version stands behind the slash.
    String product = plain.substring(0, slash);
    DeviceModel cut = find(table, maker, product, DeviceModelName.of(product));
    return cut.recognised() ? cut : found;
  }

  private static DeviceModel find(
      ModelTable table, Manufacturer hint, String plain, DeviceModelName name) {
    DeviceModel found = inLists(table, hint, plain, name);
    if (!found.known() && !name.maker().known()) {
      found = inLists(table, hint, plain, name.unglued());
    }
    if (!found.known() && plain.regionMatches(true, 0, HONOR, 0, HONOR.length())) {
      String code = plain.substring(HONOR.length()).strip();
      if (DeviceModelShape.of(code) == DeviceModelShape.HUAWEI_OR_HONOR) {
        return find(table, Manufacturer.of("Honor"), code, DeviceModelName.of(code));
      }
    }
    return found.known() ? found : outsideLists(table, plain, name);
  }

  private static DeviceModel inLists(
      ModelTable table, Manufacturer hint, String plain, DeviceModelName name) {
    Manufacturer maker = name.maker().known() ? name.maker() : hint;
    String key = name.key();
    int[] coded = made(table, table.byCode(key), maker, name);
    if (coded.length == 0) {
      coded = made(table, table.byCode(name.keyOfOneSim()), maker, name);
    }
    if (coded.length == 0 && name.maker().known()) {
      // A carrier's own device may carry the maker's name inside its code.
      coded = table.byCode(DeviceModelText.key(name.whole()));
    }
    int[] named = made(table, table.byName(key), maker, name);
    if (coded.length > 0 && DeviceModelRows.contains(coded, named)) {
      return DeviceModel.code(table, codeKey(table, coded, key), plain, coded);
    }
    int[] exact = DeviceModelRows.union(coded, named);
    int[] wide = made(table, table.byWideName(key), maker, name);
    if (exact.length == 0 && wide.length == 0) {
      String coarser = name.coarserKey();
      wide = made(table, table.byName(coarser), maker, name);
    }
    if (exact.length == 0 && !DeviceModelRows.name(table, wide).isEmpty()) {
      exact = wide;
    }
    return wide.length + exact.length == 0
        ? DeviceModel.UNKNOWN
        : DeviceModel.name(table, key, plain, exact, wide);
  }

  private static String codeKey(ModelTable table, int[] coded, String key) {
    return DeviceModelRows.sameCode(table, coded)
        ? DeviceModelName.of(table.code(coded[0])).under(table.maker(coded[0])).key()
        : key;
  }

  /** The rows this maker makes; where it makes none, those of others if the key is telling. */
  private static int[] made(
      ModelTable table, int[] rows, Manufacturer maker, DeviceModelName name) {
    if (rows.length == 0) {
      return rows;
    }
    int[] own = DeviceModelRows.ofMaker(table, rows, maker);
    if (own.length > 0) {
      return own;
    }
    boolean telling = name.key().length() >= MIN_KEY && !name.maker().known();
    if (!maker.known()) {
      return telling ? rows : ModelTable.NONE;
    }
    // "Google" for a Nexus 5X, "Vodafone" for a device some other maker built.
    boolean oneMaker = DeviceModelRows.maker(table, rows).known();
    boolean code = name.key().chars().anyMatch(Character::isDigit); // "panther" may be anybody's
    return telling && oneMaker && code && name.key().length() > MIN_KEY ? rows : ModelTable.NONE;
  }

  private static DeviceModel outsideLists(ModelTable table, String plain, DeviceModelName name) {
    DeviceModelName apart = name.unglued();
    DeviceModelShape shape = DeviceModelShape.of(plain);
    if (shape == DeviceModelShape.NONE && apart.maker().known()) {
      shape = DeviceModelShape.of(apart.key());
    }
    String key = apart.keyOfOneSim();
    if (shape == DeviceModelShape.NONE) {
      return DeviceModel.text(DeviceModelText.key(name.words()), plain);
    }
    int[] siblings = ModelTable.NONE;
    if (shape == DeviceModelShape.SAMSUNG) {
      siblings = table.byWideName(samsungBase(key));
    }
    return DeviceModel.newCode(table, key, plain, shape, siblings);
  }

  /** The key for what Samsung's codes of one device share: "base sms921"; else empty. */
  static String samsungBase(String key) {
    if (!key.startsWith("sm")) {
      return "";
    }
    Matcher samsung = SAMSUNG_BASE.matcher(key);
    return samsung.matches() ? "base " + samsung.group(1) : "";
  }
}
