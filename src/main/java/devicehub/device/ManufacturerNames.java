package devicehub.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The makers the hub knows by name, their other spellings, and words that name no maker. */
final class ManufacturerNames {
  /** One maker a line: the name shown, then the spellings folded into it, in lower case. */
  private static final String MAKERS =
      """
      Acer = acer, gateway, packard bell
      Advantech = advantech
      Amazon = amazon, amazon fire, lab126
      Apple = apple, apple computer
      Archos = archos
      Asus = asus, asustek, asustek computer
      BlackBerry = blackberry, rim, research in motion
      Blackview = blackview
      Blu = blu, blu products
      Bluebird = bluebird
      Caterpillar = caterpillar, cat, bullitt, bullitt group
      Cipherlab = cipherlab
      Coolpad = coolpad, yulong
      Crosscall = crosscall
      Cubot = cubot
      Datalogic = datalogic, datalogic adc
      Dell = dell
      Doogee = doogee
      Essential = essential, essential products
      Fairphone = fairphone
      Fujitsu = fujitsu, fcnt, fujitsu connected
      Getac = getac
      Gigaset = gigaset
      Gionee = gionee
      Google = google
      HP = hp, hewlett packard, hewlett packard hp
      HTC = htc
      Hisense = hisense
      Honeywell = honeywell, honeywell international, honeywell aidc, honeywell scanning and mobility, intermec, \
      intermec technologies
      Honor = honor
      Huawei = huawei, huawei device, huawei device usa, huawei technologies
      Infinix = infinix, infinix mobility
      Itel = itel, itel mobile
      Kyocera = kyocera
      LG = lg, lge, lg electronics, lg mobile
      Lava = lava
      Lenovo = lenovo, zuk
      M3 Mobile = m3 mobile
      Meizu = meizu, meizu technology
      Micromax = micromax
      Microsoft = microsoft, surface, microsoftmdg, microsoft mobile
      Motorola = motorola, motorola mobility
      NEC = nec, nec casio
      Nokia = nokia, hmd, hmd global, nokia mobile
      Nothing = nothing, nothing technology
      OnePlus = oneplus, oneplus technology
      Oppo = oppo
      Panasonic = panasonic, panasonic mobile, panasonic mobile communications
      Pantech = pantech
      Point Mobile = point mobile, pointmobile
      Razer = razer
      Realme = realme
      Samsung = samsung, samsung electronics, samsung korea, samsung mobile
      Sharp = sharp
      Sonim = sonim, sonim technologies
      Sony = sony, sony mobile, sony mobile communications, sony ericsson, sonyericsson
      TCL = tcl, tct, tct alcatel, alcatel, alcatel onetouch, alcatel one touch, tcl communication, \
      tct mobile, tcl mobile, tcl alcatel one touch, tcl and alcatel
      Tecno = tecno, tecno mobile
      Toshiba = toshiba
      Ulefone = ulefone
      Umidigi = umidigi
      Unitech = unitech, unitech electronics
      Urovo = urovo
      Vivo = vivo, iqoo, bbk
      VMware = vmware
      Wiko = wiko
      Xiaomi = xiaomi, redmi, poco, xiaomi communications, blackshark, black shark
      ZTE = zte, nubia
      Zebra = zebra, zebra technologies, symbol, symbol technologies, motorola solutions
      AT&T = at t
      Orange = orange
      Sprint = sprint
      T-Mobile = t mobile, tmobile
      Verizon = verizon, verizon wireless
      Vodafone = vodafone
      """;

  private static final Set<String> CARRIERS =
      Set.of("AT&T", "Orange", "Sprint", "T-Mobile", "Verizon", "Vodafone");

  /** Company forms, cut from the end of a name. */
  private static final Set<String> SUFFIXES =
      Set.of(
          "inc",
          "incorporated",
          "ltd",
          "limited",
          "llc",
          "co",
          "corp",
          "corporation",
          "company",
          "gmbh",
          "ag",
          "ab",
          "oy",
          "oyj",
          "plc",
          "kk",
          "sa",
          "bv",
          "pvt",
          "private",
          "group");

  /** Words that stand where a maker should be and name none, mail apps among them. */
  private static final Set<String> NOBODY =
      Set.of(
          "",
          "unknown",
          "n a",
          "na",
          "none",
          "null",
          "nil",
          "undefined",
          "unspecified",
          "other",
          "others",
          "not available",
          "not applicable",
          "not defined",
          "not specified",
          "string",
          "0",
          "default",
          "default string",
          "generic",
          "unbranded",
          "noname",
          "no name",
          "no brand",
          "oem",
          "o e m",
          "to be filled by o e m",
          "system manufacturer",
          "manufacturer",
          "android",
          "android phone",
          "ios",
          "windows",
          "mobile",
          "smartphone",
          "tablet",
          "phone",
          "device",
          "test",
          "alps",
          "unknown manufacturer",
          "manufacturer value",
          "invalid",
          "outlook",
          "outlook for ios and android",
          "microsoft outlook",
          "outlook mobile",
          "owa",
          "owa for devices",
          "gmail",
          "nine",
          "windows mail",
          "windowsmail",
          "universaloutlook",
          "activesync",
          "eas",
          "thunderbird",
          "touchdown");

  private static final Map<String, String> BY_SPELLING = bySpelling();

  private ManufacturerNames() {}

  /** The key of a maker's name: its words without the company form at the end. */
  static String key(String text) {
    List<String> words = DeviceModelText.words(text);
    int end = words.size();
    while (end > 1 && SUFFIXES.contains(words.get(end - 1))) {
      end--;
    }
    return String.join(" ", words.subList(0, end));
  }

  static boolean namesNobody(String key) {
    return NOBODY.contains(key);
  }

  /** The name shown for a spelling, or the empty string if the hub does not know it. */
  static String canonical(String key) {
    return BY_SPELLING.getOrDefault(key, "");
  }

  static boolean isCarrier(String name) {
    return CARRIERS.contains(name);
  }

  private static Map<String, String> bySpelling() {
    Map<String, String> names = new HashMap<>();
    for (String line : MAKERS.split("\n")) {
      int equals = line.indexOf(" = ");
      String name = line.substring(0, equals);
      for (String spelling : line.substring(equals + 3).split(", ")) {
        names.put(spelling, name);
      }
    }
    return Map.copyOf(names);
  }
}
