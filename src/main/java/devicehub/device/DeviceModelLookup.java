package devicehub.device;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the model a spelling means in the model lists. */
final class DeviceModelLookup {
  /** Words that say no more than "a device", names of mail apps, and virtual machines. */
  private static final Set<String> GENERIC =
      Set.of(
          "",
          "iphone",
          "ipad",
          "ipod",
          "apple",
          "appleiphone",
          "appleipad",
          "appleipod",
          "ios",
          "ipados",
          "android",
          "androidphone",
          "androidtablet",
          "androiddevice",
          "samsung",
          "huawei",
          "htc",
          "lenovo",
          "smartphone",
          "tablet",
          "phone",
          "mobile",
          "mobilephone",
          "device",
          "mobiledevice",
          "windows",
          "windowsphone",
          "windowspc",
          "windowsmobile",
          "wp",
          "wp8",
          "wp81",
          "pc",
          "computer",
          "desktop",
          "laptop",
          "notebook",
          "mac",
          "macbook",
          "chromebook",
          "blackberry",
          "symbian",
          "unknown",
          "na",
          "none",
          "null",
          "nil",
          "other",
          "others",
          "undefined",
          "notavailable",
          "notapplicable",
          "notdefined",
          "generic",
          "string",
          "default",
          "defaultstring",
          "0",
          "model",
          "modelvalue",
          "systemproductname",
          "tobefilledbyoem",
          "virtualmachine",
          "vmwarevirtualplatform",
          "vmware",
          "virtualbox",
          "kvm",
          "hvmdomu",
          "qemu",
          "outlook",
          "outlookforiosandandroid",
          "outlookforios",
          "outlookforandroid",
          "outlookmobile",
          "outlookservice",
          "microsoftoutlook",
          "windowsoutlook",
          "windowsmail",
          "universaloutlook",
          "owa",
          "owafordevices",
          "eas",
          "activesync",
          "tbsync",
          "thunderbird",
          "touchdown",
          "nine",
          "gmail");

  private static final Set<String> GENERIC_STARTS =
      Set.of("vmware", "virtualbox", "parallelsvirtual", "standardpc", "easprobe", "outlookforios");

  private static final Pattern APPLE =
      Pattern.compile(
          "(?<![a-z0-9])(iphone|ipad|ipod)(\\d{1,2})[,c](\\d{1,2})(?![a-z0-9])",
          Pattern.CASE_INSENSITIVE);

  /** An order number with the country it was sold in: MKRY2LL, MKRY2LL/A. */
  private static final Pattern ORDER_NUMBER =
      Pattern.compile("([MNFP][A-Z0-9]{4})[A-Z]{1,2}(/[A-Z])?");

  private static final Pattern A_NUMBER = Pattern.compile("A[1-9]\\d{3}");

  /** What Samsung's codes have in common for one device in all countries: SM-S921. */
  private static final Pattern SAMSUNG_BASE = Pattern.compile("(sm[a-z]\\d{3})[a-z0-9]{0,4}");

  private static final int MIN_KEY = 3;

  private DeviceModelLookup() {}

  static DeviceModel find(ModelTable table, Manufacturer maker, String text) {
    String plain = DeviceModelText.plain(text.length() > DeviceModelText.MAX_LENGTH ? "" : text);
    List<String> words = DeviceModelText.words(plain);
    String key = DeviceModelText.key(words);
    if (GENERIC.contains(key) || GENERIC_STARTS.stream().anyMatch(key::startsWith)) {
      return DeviceModel.UNKNOWN;
    }
    Matcher identifier = APPLE.matcher(plain);
    if (identifier.find()) {
      return appleCode(table, identifier);
    }
    if (DeviceModelAppleName.startsLikeOne(words)) {
      return appleName(table, words, plain);
    }
    int[] numbered = appleNumber(table, maker, plain);
    if (numbered.length > 0) {
      return numbered.length == 1
          ? DeviceModel.code(table, table.code(numbered[0]), plain, numbered)
          : DeviceModel.name(table, key, plain, numbered, numbered);
    }
    DeviceModel found = android(table, maker, plain, DeviceModelName.of(words));
    int slash = plain.indexOf('/');
    if (found.listed() || slash <= 0) {
      return found;
    }
    // A user agent's version stands behind the slash.
    String product = plain.substring(0, slash);
    DeviceModel cut = android(table, maker, product, DeviceModelName.of(product));
    return cut.recognised() ? cut : found;
  }

  private static DeviceModel appleCode(ModelTable table, Matcher identifier) {
    String kind = identifier.group(1).toLowerCase(Locale.ROOT);
    String code =
        "i"
            + Character.toUpperCase(kind.charAt(1))
            + kind.substring(2)
            + Integer.parseInt(identifier.group(2))
            + ","
            + Integer.parseInt(identifier.group(3));
    int[] rows = table.byCode(code);
    return rows.length > 0
        ? DeviceModel.code(table, code, code, rows)
        : DeviceModel.newCode(table, code, code, DeviceModelShape.APPLE, rows);
  }

  private static DeviceModel appleName(ModelTable table, List<String> words, String plain) {
    DeviceModelAppleName name = DeviceModelAppleName.of(words);
    if (GENERIC.contains(name.key())) {
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

  private static int[] appleNumber(ModelTable table, Manufacturer maker, String plain) {
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

  private static DeviceModel android(
      ModelTable table, Manufacturer hint, String plain, DeviceModelName name) {
    DeviceModel found = inLists(table, hint, plain, name);
    if (!found.known() && !name.maker().known()) {
      found = inLists(table, hint, plain, name.unglued());
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
    return coded.length == 1
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
    return telling && oneMaker && name.key().length() > MIN_KEY ? rows : ModelTable.NONE;
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
