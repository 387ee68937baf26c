package devicehub.intake;

import devicehub.device.FormFactor;
import devicehub.device.MailClient;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which mail program wrote a mail server's record.
 *
 * <pre>
 * clientType REST, type Outlook, UA Outlook-iOS/2.0          OUTLOOK
 * type WindowsOutlook, UA Outlook/16.0 (…; C2R; x86)         OUTLOOK
 * clientType MOWA, type "OWA for Devices on Sb7"             OWA
 * type iPhone, UA Apple-iPhone14C2/1905.95                   NATIVE
 * type Android, UA Android-Mail/2020.11.29.346182102.Release GMAIL
 * type Android, UA Android/5.0.1-EAS-2.0                     NATIVE
 * id Android3f2e71a6721a886c                                 VERSE   (MaaS360 Secure Mail, Traveler)
 * id mztb… or type TbSync                                    THUNDERBIRD
 * </pre>
 */
public final class MailClientReader {
  private static final int MAX_LENGTH = 256;
  private static final Pattern NATIVE_TYPE =
      Pattern.compile(
          "iphone|ipad|ipod|(ks)?android.*|samsung.*|htc.*|wp[78]?|wp81|windowsphone|blackberry.*"
              + "|nokia.*|sonyericsson.*|lge?-.*|apple-.*");

  private static final Set<String> ANY_DEVICE =
      Set.of("mobile", "device", "mobile device", "handheld", "ios", "ipados", "unknown", "other");

  /** What a record says besides its id; millions of records say it in a few thousand ways. */
  record Words(
      String clientType, String deviceType, String model, String userAgent, MailIdShape id) {

    /** As of any record, but by less machinery than the compiler's. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Words that
          && id == that.id
          && userAgent.equals(that.userAgent)
          && model.equals(that.model)
          && deviceType.equals(that.deviceType)
          && clientType.equals(that.clientType);
    }

    @Override
    public int hashCode() {
      int hash = 31 * userAgent.hashCode() + model.hashCode();
      hash = 31 * hash + deviceType.hashCode();
      hash = 31 * hash + clientType.hashCode();
      return 31 * hash + id.ordinal();
    }
  }

  private static final HardwareMemory<Words, MailClient> KNOWN = new HardwareMemory<>(1 << 14);

  private MailClientReader() {}

  /**
   * Reads the client from what the record says of it; an absent field is the empty string.
   *
   * @param clientType Exchange's ClientType: EAS, MOWA, REST, Outlook, UniversalOutlook
   */
  public static MailClient read(
      String clientType, String deviceType, String model, String userAgent, String deviceId) {
    Words words =
        new Words(clientType, deviceType, model, userAgent, MailIdShape.of(deviceId.strip()));
    return KNOWN.get(words, MailClientReader::understand);
  }

  /** Reads without recalling what was read before. */
  static MailClient understand(Words words) {
    String client = fold(words.clientType());
    String type = fold(words.deviceType());
    String named = fold(words.model());
    String agent = fold(words.userAgent());
    if (client.equals("mowa") || type.startsWith("owa for devices")) {
      return MailClient.OWA;
    }
    if (any("universaloutlook", client, type)
        || any("windowsmail", type, agent)
        || agent.startsWith("msft-win")) {
      return MailClient.WINDOWS_MAIL;
    }
    if (client.equals("rest")
        || any("outlook", client, type, named, agent)
        || type.startsWith("windowsoutlook")) {
      return MailClient.OUTLOOK;
    }
    MailClient thirdParty = thirdParty(type, named, agent, words.id());
    if (thirdParty.known()) {
      return thirdParty;
    }
    if (NATIVE_TYPE.matcher(type).matches()
        || NATIVE_TYPE.matcher(agent).matches()
        || words.id() == MailIdShape.NATIVE
        || agent.contains("mailforexchange")) {
      return MailClient.NATIVE;
    }
    return agent.isEmpty() && namesNoProgram(type) ? MailClient.UNKNOWN : MailClient.OTHER;
  }

  /** Whether a device type says at most what kind of device it is: any client may run there. */
  private static boolean namesNoProgram(String type) {
    return type.isEmpty()
        || ANY_DEVICE.contains(type)
        || HardwareForm.of(type) != FormFactor.UNKNOWN;
  }

  /**
   * Whether a record was left by a server testing itself, not by a device.
   *
   * @param owner the mailbox, or the identity that holds its name; empty if not known
   */
  public static boolean isProbe(String deviceType, String deviceId, String owner) {
    return starts(deviceType, "easprobe")
        || starts(deviceId, "easprobe")
        || starts(deviceType, "testactivesyncconnectivity")
        || starts(deviceId, "testactivesyncconnectivity")
        || holds(owner, "healthmailbox");
  }

  private static boolean starts(String text, String start) {
    return text.strip().regionMatches(true, 0, start, 0, start.length());
  }

  private static boolean holds(String text, String part) {
    char first = part.charAt(0);
    for (int i = 0; i <= text.length() - part.length(); i++) {
      // A look at the first letter alone, whose case is one bit, spares nearly every comparison.
      if ((text.charAt(i) | 0x20) == first && text.regionMatches(true, i, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  private static MailClient thirdParty(String type, String model, String agent, MailIdShape id) {
    if (any("tbsync", type) || any("thunderbird", type, agent) || id == MailIdShape.THUNDERBIRD) {
      return MailClient.THUNDERBIRD;
    }
    if (any("android-mail/", agent) || any("gmail", type, agent)) {
      return MailClient.GMAIL;
    }
    if (id == MailIdShape.NINE
        || any("ninefolders", type, agent)
        || any("nine-", agent)
        || any("nine/", agent)
        || type.equals("nine")) {
      return MailClient.NINE;
    }
    if (any("blackberry work", type, model, agent)
        || any("blackberrywork", type, model, agent)
        || any("bbwork", type, agent)) {
      return MailClient.BLACKBERRY_WORK;
    }
    if (id == MailIdShape.VERSE
        || any("verse", type, agent)
        || any("hcl verse", type, agent)
        || any("ibm verse", type, agent)
        || any("lotus traveler", type, agent)
        || any("lotustraveler", type, agent)
        || any("maas360", type, agent)) {
      return MailClient.VERSE;
    }
    return MailClient.UNKNOWN;
  }

  private static boolean any(String start, String... texts) {
    for (String text : texts) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static String fold(String text) {
    return text.length() > MAX_LENGTH
        ? text.substring(0, MAX_LENGTH).toLowerCase(Locale.ROOT)
        : text.strip().toLowerCase(Locale.ROOT);
  }
}
