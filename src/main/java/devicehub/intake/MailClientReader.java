package devicehub.intake;

import devicehub.device.MailClient;

/** Reads the mail client of a row. Skeleton. */
public final class MailClientReader {
  private MailClientReader() {}

  public static MailClient read(
      String clientType, String deviceType, String model, String userAgent, String deviceId) {
    return MailClient.UNKNOWN;
  }

  public static boolean isProbe(String deviceType, String deviceId, String owner) {
    return false;
  }
}
