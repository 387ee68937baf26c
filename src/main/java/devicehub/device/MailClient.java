package devicehub.device;

/** The family of program that reads mail on a device, as the mail server tells it. */
public enum MailClient {
  /** The mail app that came with the device, which reports the device as it is. */
  NATIVE(false),
  /** Outlook: for iOS and Android, for Windows, or Exchange's name for either. */
  OUTLOOK(true),
  /** OWA for Devices, the retired web wrapper ({@code MOWA}). */
  OWA(true),
  GMAIL(false),
  NINE(false),
  /** HCL Verse and Traveler's own client, and MaaS360 Secure Mail, which registers the same way. */
  VERSE(false),
  /** Mail of Windows 8 and later, which reports a computer's model, virtual machines included. */
  WINDOWS_MAIL(true),
  THUNDERBIRD(true),
  BLACKBERRY_WORK(false),
  /** A client that is named but belongs to none of these families. */
  OTHER(false),
  /** The record does not say. */
  UNKNOWN(false);

  private final boolean hidesHardware;

  MailClient(boolean hidesHardware) {
    this.hidesHardware = hidesHardware;
  }

  public boolean known() {
    return this != UNKNOWN;
  }

  /**
   * Whether records of this client normally say nothing about the maker and model of the device.
   *
   * <p>Such a record's maker is unknown: Outlook's is never "Microsoft".
   */
  public boolean hidesHardware() {
    return hidesHardware;
  }
}
