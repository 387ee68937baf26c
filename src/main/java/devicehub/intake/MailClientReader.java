package devicehub.intake;

import devicehub.device.MailClient;
import java.util.Locale;
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
  private static final Pattern VERSE_ID = Pattern.compile("android_?[0-9a-f]{16}");
  private static final Pattern NATIVE_TYPE =
      Pattern.compile(
          "iphone|ipad|ipod|(ks)?android.*|samsung.*|htc.*|wp[78]?|wp81|windowsphone|blackberry.*"
              + "|nokia.*|sonyericsson.*|lge?-.*|apple-.*");
  private static final Pattern NATIVE_ID =
      Pattern.compile("appl[0-9a-z]{11,12}|sec[0-9a-f]{13,29}|androidc?\\d{6,12}|imei\\d{14,16}");

  private MailClientReader() {}

  /**
   * Reads the client from what the record says of it; an absent field is the empty string.
   *
   * @param clientType Exchange's ClientType: EAS, MOWA, REST, Outlook, UniversalOutlook
   */
  public static MailClient read(
      String clientType, String deviceType, String model, String userAgent, String deviceId) {
    String client = fold(clientType);
    String type = fold(deviceType);
    String named = fold(model);
    String agent = fold(userAgent);
    String id = fold(deviceId);
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
    MailClient thirdParty = thirdParty(type, named, agent, id);
    if (thirdParty.known()) {
      return thirdParty;
    }
    if (NATIVE_TYPE.matcher(type).matches()
        || NATIVE_TYPE.matcher(agent).matches()
        || NATIVE_ID.matcher(id).matches()
        || agent.contains("mailforexchange")) {
      return MailClient.NATIVE;
    }
    return (type + agent).isEmpty() ? MailClient.UNKNOWN : MailClient.OTHER;
  }

  /**
   * Whether a record was left by a server testing itself, not by a device.
   *
   * @param owner the mailbox, or the identity that holds its name; empty if not known
   */
  public static boolean isProbe(String deviceType, String deviceId, String owner) {
    String type = fold(deviceType);
    String id = fold(deviceId);
    return type.startsWith("easprobe")
        || id.startsWith("easprobe")
        || type.startsWith("testactivesyncconnectivity")
        || id.startsWith("testactivesyncconnectivity")
        || owner.toLowerCase(Locale.ROOT).contains("healthmailbox");
  }

  private static MailClient thirdParty(String type, String model, String agent, String id) {
    if (any("tbsync", type) || any("thunderbird", type, agent) || id.startsWith("mztb")) {
      return MailClient.THUNDERBIRD;
    }
    if (any("android-mail/", agent) || any("gmail", type, agent)) {
      return MailClient.GMAIL;
    }
    if (any("ninefolders", type, agent) || type.equals("nine")) {
      return MailClient.NINE;
    }
    if (any("blackberry work", type, model, agent) || any("bbwork", type, agent)) {
      return MailClient.BLACKBERRY_WORK;
    }
    if (VERSE_ID.matcher(id).matches()
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
