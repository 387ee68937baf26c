package devicehub.device;

import java.util.Map;
import java.util.Set;

/**
 * Who made a device, with the spellings of one maker folded together.
 *
 * <pre>
 * Apple Inc., apple                     Apple
 * samsung, SAMSUNG Electronics Co.,Ltd  Samsung
 * LGE, LG Electronics                   LG
 * HMD Global                            Nokia
 * Redmi, POCO                           Xiaomi   (brands of the same maker)
 * unknown, n/a, Outlook                 unknown  (a mail app made no device)
 * ATHE400                               ATHE400  (kept as it came; equal text stays equal)
 * </pre>
 *
 * <p>Equality is by maker, not by spelling.
 */
public final class Manufacturer {
  /** Nobody was named. */
  public static final Manufacturer UNKNOWN = new Manufacturer("", "", false);

  /** Makers of Google's Nexus devices, which carry either name. */
  private static final Set<String> NEXUS_MAKERS =
      Set.of("Asus", "HTC", "Huawei", "LG", "Motorola", "Samsung");

  /**
   * Makers that shared a model under two names: Honor was a Huawei brand until 2020, TCL made
   * BlackBerrys, Microsoft sold Nokia's Lumias, Lenovo owns Motorola, Oppo made the first Realme
   * and shares its codes with OnePlus, and Zebra's older terminals are Motorola's.
   */
  private static final Map<String, Set<String>> KIN =
      Map.of(
          "Huawei", Set.of("Honor"),
          "TCL", Set.of("BlackBerry"),
          "Nokia", Set.of("Microsoft"),
          "Lenovo", Set.of("Motorola"),
          "Oppo", Set.of("Realme", "OnePlus"),
          "Zebra", Set.of("Motorola"));

  private final String key;
  private final String name;
  private final boolean recognised;

  private Manufacturer(String key, String name, boolean recognised) {
    this.key = key;
    this.name = name;
    this.recognised = recognised;
  }

  /** Reads a maker's name. Never fails: text that names nobody is {@link #UNKNOWN}. */
  public static Manufacturer of(String text) {
    String key = ManufacturerNames.key(text);
    if (ManufacturerNames.namesNobody(key)) {
      return UNKNOWN;
    }
    String canonical = ManufacturerNames.canonical(key);
    return canonical.isEmpty()
        ? new Manufacturer(key, DeviceModelText.plain(text), false)
        : new Manufacturer(canonical, canonical, true);
  }

  /** The maker's usual name, or the text as it came; empty if unknown. */
  public String name() {
    return name;
  }

  public boolean known() {
    return !key.isEmpty();
  }

  /** Whether the hub knows this maker, rather than just keeping the text. */
  public boolean recognised() {
    return recognised;
  }

  /**
   * Compares two makers by name alone.
   *
   * <p>{@code UNKNOWN} covers, besides missing names, those where brand and maker differ for one
   * device: kin such as Google and LG (Nexus 5X) or Huawei and Honor, a carrier's brand against any
   * maker but Apple, and text that the hub does not know (ATHE400) against anything else. {@link
   * Hardware#compareManufacturer} settles more of them, knowing the model.
   */
  public Likeness compare(Manufacturer other) {
    if (!known() || !other.known()) {
      return Likeness.UNKNOWN;
    }
    if (key.equals(other.key)) {
      return Likeness.SAME;
    }
    boolean open =
        !recognised
            || !other.recognised
            || mayBadge(other)
            || kin(other)
            || sellsOthers(other)
            || other.sellsOthers(this);
    return open ? Likeness.UNKNOWN : Likeness.DIFFERENT;
  }

  /** Whether a Nexus may carry one of these two names to one source and the other to another. */
  boolean mayBadge(Manufacturer other) {
    return (name.equals("Google") && NEXUS_MAKERS.contains(other.name))
        || (other.name.equals("Google") && NEXUS_MAKERS.contains(name));
  }

  private boolean kin(Manufacturer other) {
    return KIN.getOrDefault(name, Set.of()).contains(other.name)
        || KIN.getOrDefault(other.name, Set.of()).contains(name);
  }

  private boolean sellsOthers(Manufacturer other) {
    return ManufacturerNames.isCarrier(name) && !other.name.equals("Apple");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Manufacturer that
        && recognised == that.recognised
        && key.equals(that.key);
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
