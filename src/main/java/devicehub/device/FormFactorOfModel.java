package devicehub.device;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kind of device a model is, from its maker's code or its name.
 *
 * <pre>
 * SM-T500, SM-X710, GT-P5210     tablet      (Samsung's letters)
 * Lenovo TAB3 10, MediaPad T5    tablet      (the name says so)
 * Galaxy A52, Pixel 6, moto g    smartphone
 * Watch6,7, SM-R860, Pixel Watch watch
 * AppleTV11,1, BRAVIA 4K         television
 * Lenovo A3300-HV                unknown     (neither code nor name says)
 * </pre>
 */
final class FormFactorOfModel {
  private static final Set<String> TABLET_WORDS =
      Set.of(
          "tab",
          "tablet",
          "pad",
          "mediapad",
          "matepad",
          "mipad",
          "zenpad",
          "memopad",
          "xoom",
          "ipad",
          "ideatab",
          "iconia",
          "dtab",
          "smarttab",
          "megapad",
          "hipad",
          "tabpro",
          "gtab",
          "ktab",
          "megatab",
          "xpad",
          "kindle");

  /** Maker and code key. */
  private static final Pattern TABLET_CODE =
      Pattern.compile(
          "samsung (sm[tpx]\\d{3}.*|gtp\\d{4}.*|gtn(80|51)\\d\\d.*)|amazon kf[a-z]{3,5}"
              + "|zebra et[1-9]\\d.*|huawei [a-z]{3}\\d?[a-z]?w\\d{2}|lenovo (tb|yt).*\\d{3}.*");

  private static final Pattern PHONE_CODE =
      Pattern.compile(
          "samsung (sm[acefgjmns]\\d{3}.*|gt[is]\\d{4}.*|gtn7\\d{3}.*)|motorola xt\\d{4}.*"
              + "|realme rmx\\d{4}|blackberry (st[vhr]|bb[abcdef])\\d{3}.*");

  /** Maker and words of the name. */
  private static final Pattern TABLET_NAME =
      Pattern.compile(
          "\\S+ (nexus (7|9|10)( .*)?|galaxy view.*|tab[0-9].*|.* tab[0-9].*)"
              + "|google pixel (c|slate|tablet)|nokia (n1|t[12][0-9])|amazon fire (hd|7|8|10).*");

  private static final Pattern PHONE_NAME =
      Pattern.compile(
          "samsung galaxy ([a-z]{1,2}[0-9].*|(note|z|s|a|j|fold|xcover|grand|ace|nexus) ?.*)"
              + "|google pixel([0-9 ].*)?|\\S+ nexus (s|one|4|5|5x|6|6p)"
              + "|xiaomi (redmi|poco|mi|mi a?[0-9]|[0-9]|black shark).*|motorola (moto|edge|razr|one) .*"
              + "|zte (zte )?(blade|axon).*|tecno (camon|spark|pova|phantom).*|fairphone .*"
              + "|infinix (infinix )?(hot|zero) .*|nothing .*|caterpillar (cat )?s[0-9].*"
              + "|sony xperia .*|(oneplus|realme|oppo|vivo|htc|blackberry) .*"
              + "|huawei ((p|mate|nova|y|honor) ?[0-9x].*|ascend .*)|honor .*|nokia [0-9gxc].*"
              + "|asus (zenfone|rog phone|padfone).*|lg (lg )?(g|v|k|q)[0-9].*|\\S+ .*phone");

  /** Samsung's buds, bands and goggles are SM-R as well, but not of these numbers. */
  private static final Pattern WATCH_CODE =
      Pattern.compile("samsung sm(r[789]\\d{2}|r[56]00|l[357]\\d{2}).*");

  private static final Pattern WATCH_NAME =
      Pattern.compile("(.* )?(apple|smart|tic)?watch\\d{0,2}( .*)?");

  /** A telephone may have TV for a last word, but not in front. */
  private static final Pattern TV_NAME =
      Pattern.compile("(apple|android|google|fire|smart) ?tv( .*)?|bravia.*|chromecast.*");

  private FormFactorOfModel() {}

  /**
   * Judges a model.
   *
   * @param key the code or name as a key; used where the lists do not hold the model
   * @param rows what the model may be in the lists; they must agree
   */
  static FormFactor of(Manufacturer maker, String key, String name, int[] rows) {
    if (rows.length == 0) {
      return maker.known() ? of(maker, DeviceModelText.key(key), name) : ofNewName(key, name);
    }
    FormFactor form = row(rows[0]);
    for (int row : rows) {
      if (row(row) != form) {
        return FormFactor.UNKNOWN;
      }
    }
    return form;
  }

  /** Of a model newer than the lists the name tells the line: iPhone 29 is a phone as well. */
  private static FormFactor ofNewName(String key, String name) {
    boolean apples = DeviceModelAppleName.startsLikeOne(DeviceModelText.words(name));
    return apples ? apple(key) : watchOrTv(DeviceModelName.of(name).words());
  }

  private static FormFactor row(int row) {
    ModelTable table = ModelTable.shared();
    Manufacturer maker = table.maker(row);
    return of(maker, DeviceModelName.of(table.code(row)).key(), table.name(row));
  }

  private static FormFactor of(Manufacturer maker, String codeKey, String name) {
    if (maker.name().equals("Apple")) {
      return apple(codeKey);
    }
    List<String> words = DeviceModelName.of(name).words();
    if (words.contains("chromebook") || words.contains("laptop")) {
      return FormFactor.COMPUTER;
    }
    FormFactor worn = watchOrTv(words);
    if (worn.known()) {
      return worn;
    }
    String by = maker.name().toLowerCase(Locale.ROOT).replace(' ', '-') + " ";
    String byName = by + String.join(" ", words);
    if (WATCH_CODE.matcher(by + codeKey).matches()) {
      return FormFactor.WATCH;
    }
    if (TABLET_CODE.matcher(by + codeKey).matches()
        || TABLET_NAME.matcher(byName).matches()
        || words.stream().anyMatch(TABLET_WORDS::contains)) {
      return FormFactor.TABLET;
    }
    boolean phone =
        PHONE_CODE.matcher(by + codeKey).matches() || PHONE_NAME.matcher(byName).matches();
    return phone ? FormFactor.SMARTPHONE : FormFactor.UNKNOWN;
  }

  /** What the name alone says, whoever the maker is; else unknown. */
  private static FormFactor watchOrTv(List<String> words) {
    String name = String.join(" ", words);
    if (WATCH_NAME.matcher(name).matches()) {
      return FormFactor.WATCH;
    }
    return TV_NAME.matcher(name).matches() ? FormFactor.TV : FormFactor.UNKNOWN;
  }

  private static FormFactor apple(String codeKey) {
    if (codeKey.startsWith("iphone")) {
      return FormFactor.SMARTPHONE;
    }
    if (codeKey.startsWith("ipad")) {
      return FormFactor.TABLET;
    }
    if (codeKey.startsWith("watch")) {
      return FormFactor.WATCH;
    }
    if (codeKey.startsWith("appletv")) {
      return FormFactor.TV;
    }
    return codeKey.startsWith("mac") || codeKey.startsWith("imac")
        ? FormFactor.COMPUTER
        : FormFactor.UNKNOWN;
  }
}
