package devicehub.device;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the model a spelling means: Apple's by their ways, the others by theirs. */
final class DeviceModelLookup {
  /** Keys that say no more than "a device", names of mail apps, and virtual machines. */
  private static final Set<String> GENERIC =
      Set.of(
          """
          iphone ipad ipod apple appleiphone appleipad appleipod ios ipados android androidphone
          androidtablet androiddevice samsung galaxy samsunggalaxy huawei honor htc lenovo smartphone tablet phone mobile
          mobilephone device mobiledevice windows windowsphone windowspc windowsmobile wp wp8 wp81
          pc computer desktop laptop notebook mac macbook chromebook blackberry symbian unknown na
          none null nil other others undefined notavailable notapplicable notdefined generic
          string default defaultstring 0 model modelvalue systemproductname tobefilledbyoem
          virtualmachine vmwarevirtualplatform vmware virtualbox kvm hvmdomu qemu outlook
          outlookforiosandandroid outlookforios outlookforandroid outlookmobile outlookservice
          microsoftoutlook windowsoutlook windowsmail universaloutlook owa owafordevices eas
          activesync tbsync thunderbird touchdown nine gmail
          watch applewatch smartwatch tv appletv androidtv
          """
              .strip()
              .split("\\s+"));

  private static final List<String> GENERIC_STARTS =
      List.of(
          "vmware", "virtualbox", "parallelsvirtual", "standardpc", "easprobe", "outlookforios");

  private static final Pattern BETWEEN_PIECES = Pattern.compile("[ ()]+");

  private DeviceModelLookup() {}

  static DeviceModel find(ModelTable table, Manufacturer maker, String text) {
    String plain = DeviceModelText.plain(text.length() > DeviceModelText.MAX_LENGTH ? "" : text);
    List<String> words = DeviceModelText.words(plain);
    if (saysNothing(DeviceModelText.key(words))) {
      return DeviceModel.UNKNOWN;
    }
    DeviceModel apple = DeviceModelApple.find(table, maker, plain, words);
    if (apple.known()) {
      return apple;
    }
    DeviceModel found = DeviceModelAndroid.find(table, maker, plain, words);
    return found.recognised() ? found : codeInside(table, maker, plain, found);
  }

  static boolean saysNothing(String key) {
    if (key.isEmpty() || GENERIC.contains(key)) {
      return true;
    }
    for (String start : GENERIC_STARTS) {
      if (key.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** The code beside a name, as in {@code Galaxy S9 (SM-G960F)}, else what was found before. */
  private static DeviceModel codeInside(
      ModelTable table, Manufacturer maker, String plain, DeviceModel before) {
    for (String piece : BETWEEN_PIECES.split(plain)) {
      if (piece.length() < plain.length() && DeviceModel.writtenLikeACode(piece)) {
        DeviceModel code =
            DeviceModelAndroid.find(table, maker, piece, DeviceModelText.words(piece));
        if (code.listed()) {
          return code;
        }
      }
    }
    return before;
  }
}
