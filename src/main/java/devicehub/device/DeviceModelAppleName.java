package devicehub.device;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The spellings of an Apple device's name, brought to one.
 *
 * <pre>
 * iPad Pro (12.9-inch, 2nd generation)            ipadpro129in2nd
 * iPad Pro 12.9-inch (2nd Gen)                    ipadpro129in2nd
 * iPad Pro with Wi-Fi + Cellular (10.5-inch)(256 GB Rose Gold)   ipadpro105in
 * iPhone SE (1st generation)                      iphonese
 * iPhone SE (2020), iPhone SE (2nd generation)    iphonese2nd
 * iPad mini (A17 Pro)                             ipadminia17pro
 * iPad Air 5                                      ipadair5th
 * </pre>
 *
 * <p>Size and generation may be missing from a name; the coarser keys are the name without them.
 */
record DeviceModelAppleName(List<String> words) {
  private static final Set<String> KINDS = Set.of("iphone", "ipad", "ipod");
  private static final Set<String> SIZES = Set.of("97", "105", "11", "129", "13");
  private static final Set<String> NOISE =
      Set.of(
          "apple",
          "with",
          "wi",
          "fi",
          "wifi",
          "cellular",
          "lte",
          "5g",
          "4g",
          "gsm",
          "cdma",
          "global",
          "gen",
          "generation",
          "inch",
          "in",
          "1st",
          "unlocked",
          "product",
          "black",
          "white",
          "gold",
          "silver",
          "gray",
          "grey",
          "space",
          "rose",
          "red",
          "jet",
          "matte",
          "blue",
          "green",
          "yellow",
          "coral",
          "purple",
          "midnight",
          "starlight",
          "pink",
          "graphite",
          "sierra",
          "alpine",
          "deep",
          "pacific",
          "titanium",
          "natural",
          "desert",
          "ultramarine",
          "teal",
          "orange",
          "lavender",
          "sage");

  /** Apple numbers the SE's generations, others tell them by the year. */
  private static final Map<String, String> SE_OF_YEAR =
      Map.of("2016", "", "2020", "2nd", "2022", "3rd");

  /** Beside a generation it says nothing new; without one it is part of the name. */
  private static final Pattern YEAR = Pattern.compile("20[12]\\d");

  private static final Pattern GENERATION =
      Pattern.compile("\\d{1,2}(nd|rd|th)|m[1-9]|a1[0-9](pro)?");
  private static final Pattern CAPACITY = Pattern.compile("\\d{1,4}[gt]b");
  private static final Pattern NUMBER = Pattern.compile("[2-9]|1[0-9]");

  /** Whether these words begin like an Apple handheld's name. */
  static boolean startsLikeOne(List<String> words) {
    int first = !words.isEmpty() && words.get(0).equals("apple") ? 1 : 0;
    return words.size() > first && KINDS.contains(words.get(first));
  }

  static DeviceModelAppleName of(List<String> raw) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      String word = raw.get(i);
      String next = i + 1 < raw.size() ? raw.get(i + 1) : "";
      String size = word + next;
      if (next.length() == 1 && SIZES.contains(size) && size.length() == 3) {
        words.add(size + "in");
        i++;
      } else if (SIZES.contains(word) && (next.equals("inch") || follows(words, "pro"))) {
        words.add(word + "in");
      } else if (next.equals("gb") || next.equals("tb")) {
        i++;
      } else if (word.equals("a17") && next.equals("pro")) {
        words.add("a17pro");
        i++;
      } else if (word.equals("plus") && i > 0 && raw.get(i - 1).endsWith("fi")) {
        continue;
      } else if (word.equals("3g") && !follows(words, "iphone")) {
        continue;
      } else if (follows(words, "se") && SE_OF_YEAR.containsKey(word)) {
        words.add(SE_OF_YEAR.getOrDefault(word, ""));
      } else if (!NOISE.contains(word) && !capacity(word)) {
        words.add(word);
      }
    }
    if (words.stream().anyMatch(DeviceModelAppleName::isGeneration)) {
      words.removeIf(word -> YEAR.matcher(word).matches());
    }
    return new DeviceModelAppleName(words);
  }

  String key() {
    return DeviceModelText.key(words);
  }

  /** The name with a plain last number read as a generation, as in {@code iPad mini 6}. */
  DeviceModelAppleName withOrdinal() {
    int last = words.size() - 1;
    if (last < 1 || !words.get(0).equals("ipad") || !NUMBER.matcher(words.get(last)).matches()) {
      return this;
    }
    List<String> ordinal = new ArrayList<>(words);
    String number = words.get(last);
    ordinal.set(last, number + (number.equals("2") ? "nd" : number.equals("3") ? "rd" : "th"));
    return new DeviceModelAppleName(ordinal);
  }

  /** The keys of the name without its size, without its generation, and without both. */
  Set<String> coarserKeys() {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(keyWithout(true, false));
    keys.add(keyWithout(false, true));
    keys.add(keyWithout(true, true));
    keys.remove(key());
    return keys;
  }

  private String keyWithout(boolean size, boolean generation) {
    StringBuilder key = new StringBuilder();
    for (String word : words) {
      if (!(size && isSize(word)) && !(generation && isGeneration(word))) {
        key.append(word);
      }
    }
    return key.toString();
  }

  private static boolean isSize(String word) {
    return word.endsWith("in") && SIZES.contains(word.substring(0, word.length() - 2));
  }

  private static boolean isGeneration(String word) {
    return GENERATION.matcher(word).matches();
  }

  private static boolean capacity(String word) {
    return CAPACITY.matcher(word).matches();
  }

  private static boolean follows(List<String> words, String word) {
    return !words.isEmpty() && words.get(words.size() - 1).equals(word);
  }
}
