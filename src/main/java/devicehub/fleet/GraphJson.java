package devicehub.fleet;

import devicehub.fleet.EnrollmentRow.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Managed devices as Microsoft Graph lists them: moments carry seven digits and a zone, {@code
 * 0001-01-01} is a moment that never was.
 */
final class GraphJson {
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private GraphJson() {}

  /** Pages of at most {@code size} devices; all but the last lead on. */
  static List<String> pages(List<String> devices, int size) {
    List<String> pages = new ArrayList<>();
    for (int from = 0; from < devices.size(); from += size) {
      List<String> page = devices.subList(from, Math.min(devices.size(), from + size));
      boolean last = from + size >= devices.size();
      String address = "https://graph.microsoft.com/v1.0/deviceManagement/managedDevices";
      pages.add(
          "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata"
              + "#deviceManagement/managedDevices\",\"@odata.count\":"
              + page.size()
              + (last
                  ? ""
                  : ",\"@odata.nextLink\":\""
                      + address
                      + "?$skiptoken="
                      + (pages.size() + 2)
                      + "\"")
              + ",\"value\":[\n"
              + String.join(",\n", page)
              + "\n]}\n");
    }
    return pages;
  }

  static String device(EnrollmentRow row) {
    StringBuilder out = new StringBuilder(1500);
    boolean mailOnly = row.status == Status.NOT_ENROLLED;
    String easId = mailOnly ? row.maasId : row.easId;
    String system = row.phone.ios() ? "iOS" : "Android";
    new Json(out, false)
        .text("id", row.intuneId)
        .text("userId", "")
        .text("deviceName", row.username + "_" + system)
        .text("managedDeviceOwnerType", row.style % 2 == 0 ? "company" : "personal")
        .text("enrolledDateTime", moment(row.enrolledAt))
        .text("lastSyncDateTime", moment(row.lastReported))
        .text("operatingSystem", system)
        .text("osVersion", row.os)
        .text("complianceState", "compliant")
        .text("jailBroken", "Unknown")
        .text("managementAgent", mailOnly ? "eas" : "mdm")
        .raw("easActivated", easId.isEmpty() ? "false" : "true")
        .text("easDeviceId", easId)
        .text("easActivationDateTime", NEVER)
        .raw("azureADRegistered", "true")
        .text("deviceEnrollmentType", "userEnrollment")
        .text("emailAddress", row.email)
        .text("userPrincipalName", row.upn)
        .text("userDisplayName", row.displayName)
        .text("model", row.model)
        .text("manufacturer", row.manufacturer)
        .text("imei", row.imei)
        .text("meid", "")
        .text("serialNumber", row.serial)
        .text("phoneNumber", "")
        .text("exchangeLastSuccessfulSyncDateTime", NEVER)
        .text("exchangeAccessState", "none")
        .text("exchangeAccessStateReason", "none")
        .raw("isSupervised", row.style % 2 == 0 ? "true" : "false")
        .raw("isEncrypted", "true")
        .end();
    return out.toString();
  }

  private static String moment(long epochSecond) {
    return Dates.iso(new StringBuilder(28), epochSecond).append(".0000000Z").toString();
  }
}
