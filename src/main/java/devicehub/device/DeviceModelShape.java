package devicehub.device;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ways makers write model codes, so that a code newer than the lists is still known for a code.
 *
 * <p>Two different codes of one shape are two models; of a code's maker only the shape tells.
 */
enum DeviceModelShape {
  /**
   * {@code iPhone14,2}, and {@code iPhone14C2} as Exchange writes it; {@code Mac14,2}, {@code
   * Watch6,7}.
   */
  APPLE(
      "Apple",
      "(IPHONE|IPAD|IPOD|WATCH|APPLETV)\\d{1,2}[,C]\\d{1,2}|I?MAC[A-Z]{0,7}\\d{1,2},\\d{1,2}"),
  /** {@code SM-S921B}, {@code GT-I9505}, {@code SGH-I317M}. */
  SAMSUNG(
      "Samsung", "(SAMSUNG[- ]?)?(SM|GT|SGH|SCH|SPH|SHV|SHW)-?[A-Z]{1,2}\\d{3,4}[A-Z0-9/]{0,5}"),
  /** {@code GRA-L09}, {@code ANE-AL00}, {@code ELS-NX9}: Huawei's and Honor's alike. */
  HUAWEI_OR_HONOR("", "(HUAWEI |HONOR )?[A-Z]{2,3}\\d?[A-Z]?-[A-Z]{1,3}\\d{1,2}[A-Z]?"),
  /** {@code XT1962-4}. */
  MOTOROLA("Motorola", "XT\\d{4}(-\\d{1,2})?"),
  /** {@code LM-G710}, {@code LG-H870}. */
  LG("LG", "(LM|LG)-[A-Z]{1,3}\\d{3}[A-Z0-9]{0,6}"),
  /** {@code M2101K6G}, {@code 21081111RG}. */
  XIAOMI("Xiaomi", "M\\d{4}[A-Z]\\d{1,2}[A-Z]{1,3}|2\\d{4,9}[A-Z][A-Z0-9]{0,5}"),
  /** {@code CPH2449}: Oppo's, and OnePlus's since they share a line. */
  OPPO_OR_ONEPLUS("", "CPH\\d{4}"),
  REALME("Realme", "RMX\\d{4}"),
  /** {@code TA-1053}. */
  NOKIA("Nokia", "(NOKIA )?TA-\\d{4}"),
  /** {@code TB-X304L}, {@code TB3-X70L}, {@code TB350FU}. */
  LENOVO("Lenovo", "(LENOVO )?TB-?\\d{0,4}-?[A-Z]?\\d{2,4}[A-Z]{0,3}"),
  /** {@code XQ-BT52}. */
  SONY("Sony", "XQ-[A-Z]{2}\\d{2}"),
  /** {@code STV100-1}, {@code BBB100-2}. */
  BLACKBERRY("BlackBerry", "(STV|STH|STR|BBA|BBB|BBC|BBD|BBE|BBF)\\d{3}-\\d{1,2}"),
  /** {@code KFMAWI}. */
  AMAZON("Amazon", "KF[A-Z]{4}"),
  /** Not a code of any known shape. */
  NONE("", "(?!)");

  private static final int MAX_LENGTH = 40;

  private final Manufacturer maker;
  private final Pattern pattern;

  DeviceModelShape(String maker, String pattern) {
    this.maker = Manufacturer.of(maker);
    this.pattern = Pattern.compile(pattern);
  }

  static DeviceModelShape of(String text) {
    if (text.length() > MAX_LENGTH) {
      return NONE;
    }
    String code = text.strip().toUpperCase(Locale.ROOT);
    for (DeviceModelShape shape : values()) {
      if (shape.pattern.matcher(code).matches()) {
        return shape;
      }
    }
    return NONE;
  }

  /** Who writes codes of this shape; unknown where two makers do. */
  Manufacturer maker() {
    return maker;
  }
}
