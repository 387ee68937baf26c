package devicehub.device;

/**
 * Which model a device is, whatever its source calls it.
 *
 * <p>A model is a <em>code</em>, a <em>name</em>, or text that is neither:
 *
 * <pre>
 * iPhone14C2 · iPhone14,2 · iPhone (iPhone14,2) · Apple-iPhone14C2/1905.95     code iPhone14,2
 * SM-S921B · SAMSUNGSMS921B · samsung SM-S921B · SAMSUNG-SM-S921B/101.40       code SM-S921B
 * iPhone 13 Pro · Apple iPhone 13 Pro 256GB                                    name, covers iPhone14,2
 * iPad Pro                                                                     name of a whole line
 * iPhone · Android · Outlook for iOS and Android · VMware Virtual Platform     unknown: says nothing
 * SM-X999                                                                      code not in the lists
 * Widget 3000                                                                  text, kept as it came
 * </pre>
 *
 * <p>Values are immutable; two readings of the same spelling are equal.
 */
public final class DeviceModel {
  /** Nothing, or nothing that tells one model from another, was given. */
  public static final DeviceModel UNKNOWN =
      new DeviceModel(
          Kind.UNKNOWN, "", "", "", DeviceModelShape.NONE, ModelTable.NONE, ModelTable.NONE);

  enum Kind {
    CODE,
    NAME,
    TEXT,
    UNKNOWN
  }

  private final Kind kind;
  private final String key;
  private final String name;
  private final String marketingName;
  private final DeviceModelShape shape;
  private final int[] exact;
  private final int[] wide;
  private final Manufacturer maker;
  private final FormFactor formFactor;

  private DeviceModel(
      Kind kind,
      String key,
      String name,
      String marketingName,
      DeviceModelShape shape,
      int[] exact,
      int[] wide) {
    this.kind = kind;
    this.key = key;
    this.name = name;
    this.marketingName = marketingName;
    this.shape = shape;
    this.exact = exact;
    this.wide = wide;
    this.maker = wide.length > 0 ? DeviceModelRows.maker(ModelTable.shared(), wide) : shape.maker();
    this.formFactor = FormFactorOfModel.of(maker, key, name, wide);
  }

  /** Reads a model's spelling when its maker is not known. Never fails. */
  public static DeviceModel of(String text) {
    return of(Manufacturer.UNKNOWN, text);
  }

  /** Reads a model's spelling, the maker telling apart what several makers call the same. */
  public static DeviceModel of(Manufacturer maker, String text) {
    return DeviceModelLookup.find(ModelTable.shared(), maker, text);
  }

  /**
   * A model that is kept as text although a list has the same words, because its device does not
   * run what the list's devices run.
   */
  public static DeviceModel outsideLists(String text) {
    DeviceModel model = of(text);
    return model.known()
        ? text(DeviceModelText.key(text), DeviceModelText.plain(text))
        : DeviceModel.UNKNOWN;
  }

  /** Whether a text is written the way some maker writes codes: a look without the lists. */
  public static boolean writtenLikeACode(String text) {
    return DeviceModelShape.of(text) != DeviceModelShape.NONE;
  }

  static DeviceModel code(ModelTable table, String key, String text, int[] rows) {
    boolean one = DeviceModelRows.sameCode(table, rows);
    String name = one ? table.code(rows[0]) : text;
    String marketing = one ? table.name(rows[0]) : DeviceModelRows.name(table, rows);
    return new DeviceModel(Kind.CODE, key, name, marketing, DeviceModelShape.of(name), rows, rows);
  }

  /** A code that is not in the lists, though its siblings may be ({@code SM-S921Z}). */
  static DeviceModel newCode(
      ModelTable table, String key, String text, DeviceModelShape shape, int[] siblings) {
    String marketing = DeviceModelRows.name(table, siblings);
    return new DeviceModel(Kind.CODE, key, text, marketing, shape, siblings, siblings);
  }

  static DeviceModel name(ModelTable table, String key, String text, int[] exact, int[] wide) {
    String marketing = DeviceModelRows.name(table, exact);
    return new DeviceModel(
        Kind.NAME,
        key,
        marketing.isEmpty() ? text : marketing,
        marketing,
        DeviceModelShape.NONE,
        exact,
        DeviceModelRows.union(exact, wide));
  }

  static DeviceModel text(String key, String text) {
    return new DeviceModel(
        Kind.TEXT, key, text, "", DeviceModelShape.NONE, ModelTable.NONE, ModelTable.NONE);
  }

  public boolean known() {
    return kind != Kind.UNKNOWN;
  }

  /** Whether the model lists, or the shape of the code, say what this is. */
  public boolean recognised() {
    return wide.length > 0 || shape != DeviceModelShape.NONE;
  }

  /** The code as the lists write it, the name, or the text as it came; empty if unknown. */
  public String name() {
    return name;
  }

  /** What the shop calls it, {@code Galaxy S24}, where the lists say; else empty. */
  public String marketingName() {
    return marketingName;
  }

  /** Whose model this is, where the lists or the shape of the code tell; else unknown. */
  public Manufacturer maker() {
    return maker;
  }

  /** What kind of device this model is, where that is certain. */
  public FormFactor formFactor() {
    return formFactor;
  }

  /** The platform this model runs, where the lists tell; else unknown. */
  public Platform platform() {
    if (!recognised()) {
      return Platform.UNKNOWN;
    }
    if (!maker.name().equals("Apple")) {
      return Platform.ANDROID;
    }
    return switch (formFactor) {
      case COMPUTER -> Platform.MACOS;
      case WATCH -> Platform.WATCHOS;
      case TV -> Platform.TVOS;
      case SMARTPHONE, TABLET, UNKNOWN -> Platform.IOS;
    };
  }

  /**
   * Whether this is a code that cannot be anything else: written the way its maker writes codes.
   */
  public boolean unmistakable() {
    return kind == Kind.CODE && shape != DeviceModelShape.NONE;
  }

  /** Whether the model lists hold this, rather than just a code of its shape. */
  public boolean listed() {
    return wide.length > 0;
  }

  /** Whether this model carries its maker's name everywhere, as a Nexus does not. */
  boolean soldUnderOneBrand() {
    return maker.known() && !marketingName.contains("Nexus") && !name.contains("Nexus");
  }

  /** Whether this is a model code rather than a name or other text. */
  public boolean isCode() {
    return kind == Kind.CODE;
  }

  /**
   * Compares two models.
   *
   * <ul>
   *   <li>Two codes: the same or different; a code that is not in the lists differs from others of
   *       its shape and from other makers' codes.
   *   <li>A code and a name, or two names, both in the lists: the same if one covers the other,
   *       different if they have no device in common, unknown if a name is too coarse to tell
   *       ({@code iPad Pro}).
   *   <li>Other text: the same if equal, else unknown.
   * </ul>
   */
  public Likeness compare(DeviceModel other) {
    if (!known() || !other.known()) {
      return Likeness.UNKNOWN;
    }
    if (kind == Kind.CODE && other.kind == Kind.CODE) {
      return compareCodes(other);
    }
    if (wide.length > 0 && other.wide.length > 0) {
      if (DeviceModelRows.intersect(exact, other.exact)) {
        return Likeness.SAME;
      }
      if (DeviceModelRows.intersect(wide, other.wide)) {
        return key.equals(other.key) ? Likeness.SAME : Likeness.UNKNOWN;
      }
      return Likeness.DIFFERENT;
    }
    return key.equals(other.key) ? Likeness.SAME : Likeness.UNKNOWN;
  }

  private Likeness compareCodes(DeviceModel other) {
    if (maker.known() && other.maker.known() && !maker.equals(other.maker)) {
      return Likeness.DIFFERENT;
    }
    if (key.equals(other.key)) {
      return Likeness.SAME;
    }
    if (shape != DeviceModelShape.NONE && shape == other.shape) {
      return Likeness.DIFFERENT;
    }
    if (wide.length == 0 || other.wide.length == 0) {
      return Likeness.UNKNOWN;
    }
    // Some makers put a name where the code belongs, so one device may have a code of each kind.
    boolean oneName = !marketingName.isEmpty() && marketingName.equals(other.marketingName);
    return oneName && !isWrittenAlike(key, other.key) ? Likeness.UNKNOWN : Likeness.DIFFERENT;
  }

  /**
   * Whether two codes have letters and digits in the same places, as NE2211 and NE2213: then both
   * are of one kind, and a device has just one of it.
   */
  private static boolean isWrittenAlike(String one, String other) {
    int digits = 0;
    for (int i = 0; i < one.length() && one.length() == other.length(); i++) {
      boolean digit = Character.isDigit(one.charAt(i));
      if (digit != Character.isDigit(other.charAt(i))) {
        return false;
      }
      digits += digit ? 1 : 0;
    }
    return digits > 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceModel that
        && kind == that.kind
        && key.equals(that.key)
        && name.equals(that.name)
        && maker.equals(that.maker);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** The {@link #name()}. */
  @Override
  public String toString() {
    return name;
  }
}
