package devicehub.fleet;

import devicehub.fleet.Handset.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The models a fleet is drawn from. Codes and names are real; serial prefixes only look so. */
final class Handsets {
  private static final List<String> APPLE = List.of("Apple", "Apple", "Apple", "Apple Inc.");
  private static final List<String> SAMSUNG = List.of("samsung", "Samsung", "SAMSUNG");
  private static final List<String> GOOGLE = List.of("Google", "google");
  private static final List<String> XIAOMI = List.of("Xiaomi", "xiaomi");
  private static final List<String> HUAWEI = List.of("HUAWEI", "Huawei");
  private static final List<String> MOTOROLA = List.of("motorola", "Motorola");
  private static final List<String> NOKIA = List.of("HMD Global");
  private static final List<String> ZEBRA = List.of("Zebra Technologies");
  private static final List<String> LENOVO = List.of("LENOVO", "Lenovo");

  private static final String NEWEST = "";

  static final List<Handset> ALL =
      List.of(
          apple("iPhone9,3", "iPhone 7", Form.PHONE, "F71", 12, "15.8.3"),
          apple("iPhone10,4", "iPhone 8", Form.PHONE, "F4H", 12, "16.7.10"),
          apple("iPhone11,8", "iPhone XR", Form.PHONE, "DX3", 12, NEWEST),
          apple("iPhone12,1", "iPhone 11", Form.PHONE, "C8Q", 12, NEWEST),
          apple("iPhone12,8", "iPhone SE (2nd generation)", Form.PHONE, "FFM", 12, NEWEST),
          apple("iPhone13,2", "iPhone 12", Form.PHONE, "G0N", 12, NEWEST),
          apple("iPhone13,4", "iPhone 12 Pro Max", Form.PHONE, "G6T", 12, NEWEST),
          apple("iPhone14,5", "iPhone 13", Form.PHONE, "", 10, NEWEST),
          apple("iPhone14,2", "iPhone 13 Pro", Form.PHONE, "", 10, NEWEST),
          apple("iPhone14,6", "iPhone SE (3rd generation)", Form.PHONE, "", 10, NEWEST),
          apple("iPhone14,7", "iPhone 14", Form.PHONE, "", 10, NEWEST),
          apple("iPhone15,2", "iPhone 14 Pro", Form.PHONE, "", 10, NEWEST),
          apple("iPhone15,4", "iPhone 15", Form.PHONE, "", 10, NEWEST),
          apple("iPhone16,1", "iPhone 15 Pro", Form.PHONE, "", 10, NEWEST),
          apple("iPhone17,3", "iPhone 16", Form.PHONE, "", 10, NEWEST),
          apple("iPad7,3", "iPad Pro (10.5-inch)", Form.TABLET, "DMP", 12, "17.7.2"),
          apple("iPad11,6", "iPad (8th generation)", Form.TABLET, "GG7", 12, NEWEST),
          apple("iPad12,1", "iPad (9th generation)", Form.TABLET, "", 10, NEWEST),
          apple("iPad13,18", "iPad (10th generation)", Form.TABLET, "", 10, NEWEST),
          apple("iPad13,16", "iPad Air (5th generation)", Form.TABLET, "", 10, NEWEST),
          apple("iPad14,1", "iPad mini (6th generation)", Form.TABLET, "", 10, NEWEST),
          samsung("SM-S921B", "Galaxy S24", Form.PHONE, "R5CX"),
          samsung("SM-S928B", "Galaxy S24 Ultra", Form.PHONE, "R5CX"),
          samsung("SM-S911B", "Galaxy S23", Form.PHONE, "R5CW"),
          samsung("SM-G991B", "Galaxy S21 5G", Form.PHONE, "R5CR"),
          samsung("SM-A546B", "Galaxy A54 5G", Form.PHONE, "R5CW"),
          samsung("SM-A536B", "Galaxy A53 5G", Form.PHONE, "R5CT"),
          samsung("SM-G736B", "Galaxy XCover6 Pro", Form.PHONE, "R5CT"),
          samsung("SM-X710", "Galaxy Tab S9", Form.TABLET, "R52W"),
          samsung("SM-X200", "Galaxy Tab A8", Form.TABLET, "R9YT"),
          samsung("SM-T870", "Galaxy Tab S7", Form.TABLET, "R52N"),
          other(GOOGLE, "Google", "Pixel 6", "Pixel 6", Form.PHONE),
          other(GOOGLE, "Google", "Pixel 7a", "Pixel 7a", Form.PHONE),
          other(GOOGLE, "Google", "Pixel 8", "Pixel 8", Form.PHONE),
          other(XIAOMI, "Xiaomi", "2201117TG", "Redmi Note 11", Form.PHONE),
          other(XIAOMI, "Xiaomi", "M2101K6G", "Redmi Note 10 Pro", Form.PHONE),
          other(HUAWEI, "Huawei", "ELE-L29", "HUAWEI P30", Form.PHONE),
          other(HUAWEI, "Huawei", "ANE-LX1", "HUAWEI P20 lite", Form.PHONE),
          other(MOTOROLA, "Motorola", "moto g52", "moto g52", Form.PHONE),
          other(MOTOROLA, "Motorola", "motorola edge 30", "motorola edge 30", Form.PHONE),
          other(NOKIA, "Nokia", "Nokia G21", "Nokia G21", Form.PHONE),
          other(NOKIA, "Nokia", "Nokia X20", "Nokia X20", Form.PHONE),
          other(ZEBRA, "Zebra", "TC52", "TC52", Form.PHONE),
          other(ZEBRA, "Zebra", "TC57", "TC57", Form.PHONE),
          other(LENOVO, "Lenovo", "Lenovo TB-X606F", "Lenovo Tab M10 FHD Plus", Form.TABLET));

  static final List<Handset> APPLES = only(Handset::apple);
  static final List<Handset> IPHONES = only(h -> h.apple() && !h.tablet() && h.lastOs().isEmpty());
  static final List<Handset> IPADS = only(h -> h.apple() && h.tablet() && h.lastOs().isEmpty());
  static final List<Handset> OLD_APPLES = only(h -> h.apple() && h.serialLength() == 12);
  static final List<Handset> ANDROIDS = only(h -> !h.apple());
  static final List<Handset> ANDROID_PHONES = only(h -> !h.apple() && !h.tablet());
  static final List<Handset> GALAXY_PHONES = only(h -> h.samsung() && !h.tablet());
  static final List<Handset> GALAXY_TABS = only(h -> h.samsung() && h.tablet());
  static final List<Handset> OTHER_PHONES = only(h -> !h.apple() && !h.samsung() && !h.tablet());
  static final List<Handset> PHONES = only(h -> !h.tablet());

  private Handsets() {}

  private static List<Handset> only(Predicate<Handset> wanted) {
    return ALL.stream().filter(wanted).toList();
  }

  private static Handset apple(
      String code, String name, Form form, String serialPrefix, int serialLength, String lastOs) {
    return new Handset("Apple", APPLE, code, name, form, serialPrefix, serialLength, lastOs);
  }

  private static Handset samsung(String code, String name, Form form, String serialPrefix) {
    return new Handset("Samsung", SAMSUNG, code, name, form, serialPrefix, 11, NEWEST);
  }

  private static Handset other(
      List<String> mdmMakers, String maker, String code, String name, Form form) {
    return new Handset(maker, mdmMakers, code, name, form, "", 12, NEWEST);
  }

  /** The same list without one model, for a second device that must differ from the first. */
  static List<Handset> without(List<Handset> handsets, Handset one) {
    return new ArrayList<>(handsets.stream().filter(h -> !h.equals(one)).toList());
  }
}
