package devicehub.fleet;

import java.util.List;

/**
 * Devices as HCL Traveler's {@code /api/traveler/devices} lists them: everything is text, also
 * times and codes, and slashes are escaped.
 *
 * <pre>
 * {"code":200,"message":"OK","href":"\/api\/traveler\/devices?pm=100","next":"","totalRecords":"2","data":[
 * {"deviceid":"JUQG…","username":"CN=Jane Doe\/OU=Sales\/O=Acme","device_type":"Apple-iPhone14C2\/2206.76",…}
 * </pre>
 */
final class TravelerJson {
  private TravelerJson() {}

  static String envelope(List<String> rows) {
    return "{\"code\":200,\"message\":\"OK\",\"href\":\"\\/api\\/traveler\\/devices?pm=100\","
        + "\"next\":\"\",\"totalRecords\":\""
        + rows.size()
        + "\",\"data\":[\n"
        + String.join(",\n", rows)
        + "\n]}\n";
  }

  static String device(MailRow row) {
    StringBuilder out = new StringBuilder(700);
    boolean apple = row.userAgent.startsWith("Apple-");
    new Json(out, true)
        .text("deviceid", row.deviceId)
        .text("username", row.mailbox)
        .text("device_provider", apple ? row.type : row.model)
        .text("device_type", row.userAgent)
        .text("device_level", apple ? "16.1" : "14.5.0.0")
        .text("last_sync_time", row.lastSync + "000")
        .text("notification_type", apple ? "8" : "4")
        .text("access_status", "0")
        .text("approval_policy", "16")
        .text("approval_date", "")
        .text("approver_ids", "")
        .text("sms_address", "")
        .text("policy_compliance", "4")
        .text("requested_wipe_options", "0")
        .text("wipe_request_status", "0")
        .text("wipe_types_supported", "7")
        .text("wipe_action_date", "")
        .text("href", "/api/traveler/devices/" + row.deviceId)
        .end();
    return out.toString();
  }
}
