package devicehub.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a model code or name, with the maker's name in front told apart.
 *
 * <pre>
 * HUAWEI GRA-L09         maker Huawei, key gral09
 * SAMSUNG-SM-S921B       maker Samsung, key sms921b
 * Lenovo TB3-X70L        maker Lenovo, key tb3x70l
 * Galaxy A52 5G          no maker, key galaxya525g, coarser key galaxya52
 * </pre>
 *
 * @param whole all words
 * @param maker whose name stands in front, unknown if none does
 * @param words what follows the maker's name
 */
record DeviceModelName(List<String> whole, Manufacturer maker, List<String> words) {
  /**
   * Words that stand before a model and are the maker's, not part of the model. Lines such as
   * Redmi, Galaxy or Moto are part of the model.
   */
  private static final List<String> PREFIXES =
      List.of(
          // The longer first: sonyericsson before sony, lge before lg.
          "sonyericsson",
          "cipherlab",
          "fairphone",
          "bluebird",
          "intermec",
          "gigaset",
          "nothing",
          "ruggear",
          "datalogic",
          "getac",
          "sonim",
          "blackberry",
          "fujitsu",
          "gionee",
          "hisense",
          "honeywell",
          "infinix",
          "kyocera",
          "micromax",
          "microsoft",
          "motorola",
          "oneplus",
          "panasonic",
          "samsung",
          "toshiba",
          "vodafone",
          "alcatel",
          "archos",
          "amazon",
          "coolpad",
          "doogee",
          "google",
          "huawei",
          "lenovo",
          "realme",
          "xiaomi",
          "meizu",
          "nokia",
          "sharp",
          "tecno",
          "zebra",
          "acer",
          "asus",
          "dell",
          "itel",
          "lava",
          "oppo",
          "sony",
          "vivo",
          "wiko",
          "blu",
          "hmd",
          "htc",
          "lge",
          "tcl",
          "tct",
          "zte",
          "hp",
          "lg");

  /** What may follow a maker's name and is no part of a model: Zebra Technologies TC53. */
  private static final Set<String> FIRM =
      Set.of("technologies", "solutions", "global", "electronics", "mobility", "inc", "corp", "co");

  private static final Map<String, Manufacturer> MAKER_OF_PREFIX = makersOfPrefixes();

  /** Words a name may have or lack for the same device: radio and SIM count. */
  private static final Set<String> LOOSE =
      Set.of("5g", "4g", "3g", "lte", "wifi", "wi", "fi", "cellular", "duos", "dual", "sim", "uw");

  static DeviceModelName of(String text) {
    return of(DeviceModelText.words(text));
  }

  /** Cuts the maker's name off, twice if it stands twice ({@code LGE LG-H870}). */
  static DeviceModelName of(List<String> words) {
    Manufacturer maker = Manufacturer.UNKNOWN;
    List<String> rest = words;
    for (int i = 0; i < 2 && rest.size() > 1 && MAKER_OF_PREFIX.containsKey(rest.get(0)); i++) {
      Manufacturer prefix = MAKER_OF_PREFIX.getOrDefault(rest.get(0), Manufacturer.UNKNOWN);
      if (maker.known() && !maker.equals(prefix)) {
        break;
      }
      maker = prefix;
      rest = rest.subList(1, rest.size());
      while (rest.size() > 1 && FIRM.contains(rest.get(0))) {
        rest = rest.subList(1, rest.size());
      }
    }
    return new DeviceModelName(words, maker, rest);
  }

  /** Reads a maker's name glued to the model, as in {@code SAMSUNGSMS921B}; else returns this. */
  DeviceModelName unglued() {
    if (maker.known() || whole.isEmpty()) {
      return this;
    }
    for (String prefix : PREFIXES) {
      if (prefix.length() >= 3
          && whole.get(0).length() > prefix.length()
          && whole.get(0).startsWith(prefix)) {
        String rest = DeviceModelText.key(whole).substring(prefix.length());
        return new DeviceModelName(whole, Manufacturer.of(prefix), List.of(rest));
      }
    }
    return this;
  }

  /** This name if the maker in front is the given one, else all its words as one name. */
  DeviceModelName under(Manufacturer expected) {
    return maker.equals(expected) ? this : new DeviceModelName(whole, Manufacturer.UNKNOWN, whole);
  }

  String key() {
    return DeviceModelText.key(words);
  }

  /** The key without radio, SIM count and year. */
  String coarserKey() {
    StringBuilder key = new StringBuilder();
    for (String word : words) {
      if (!LOOSE.contains(word) && !year(word)) {
        key.append(word);
      }
    }
    return key.isEmpty() ? key() : key.toString();
  }

  /** The key without the {@code DS} that Samsung appends for a second SIM. */
  String keyOfOneSim() {
    int last = words.size() - 1;
    boolean two = last > 0 && (words.get(last).equals("ds") || words.get(last).equals("dsn"));
    return DeviceModelText.key(two ? words.subList(0, last) : words);
  }

  private static Map<String, Manufacturer> makersOfPrefixes() {
    Map<String, Manufacturer> makers = new HashMap<>();
    for (String prefix : PREFIXES) {
      makers.put(prefix, Manufacturer.of(prefix));
    }
    return makers;
  }

  private static boolean year(String word) {
    return word.length() == 4 && word.startsWith("20") && word.charAt(2) <= '9';
  }
}
