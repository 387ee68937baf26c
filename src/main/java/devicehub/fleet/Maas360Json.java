package devicehub.fleet;

import devicehub.fleet.EnrollmentRow.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Devices as MaaS360's device search (version 2) answers. The JSON is mapped from XML, with all
 * that follows: one device is an object, more are an array; what looks like a number may be one;
 * unset is {@code ""}; dates carry no zone and have a twin in milliseconds.
 */
final class Maas360Json {
  private Maas360Json() {}

  /** Pages of at most {@code size} devices; {@code pageSize} in a page is the number it holds. */
  static List<String> pages(List<String> devices, int size) {
    List<String> pages = new ArrayList<>();
    for (int from = 0; from < devices.size(); from += size) {
      List<String> page = devices.subList(from, Math.min(devices.size(), from + size));
      String held = String.join(",\n", page);
      pages.add(
          "{\"devices\":{\"device\":"
              + (page.size() == 1 ? held : "[\n" + held + "\n]")
              + ",\"count\":"
              + devices.size()
              + ",\"pageNumber\":"
              + (pages.size() + 1)
              + ",\"pageSize\":"
              + page.size()
              + "}}\n");
    }
    return pages;
  }

  static String device(EnrollmentRow row) {
    StringBuilder out = new StringBuilder(1600);
    Json json = new Json(out, false);
    identity(json, row);
    hardware(json, row);
    dates(json, row);
    mailbox(json, row);
    state(json, row);
    json.end();
    return out.toString();
  }

  private static void identity(Json json, EnrollmentRow row) {
    Handset handset = row.phone.handset();
    json.text("maas360DeviceID", row.maasId)
        .text("deviceName", row.username + "-" + handset.code())
        .text("customAssetNumber", "")
        .text("deviceOwner", "")
        .text("ownership", row.style % 2 == 0 ? "Corporate Owned" : "Not Defined")
        .text("username", row.username)
        .text("userDomain", row.userDomain)
        .text("emailAddress", row.email)
        .text("platformName", row.phone.ios() ? "iOS" : "Android")
        .raw("sourceID", "1")
        .text("deviceType", handset.tablet() ? "Tablet" : "Smartphone");
  }

  private static void hardware(Json json, EnrollmentRow row) {
    boolean ios = row.phone.ios();
    boolean numbers = row.style % 4 < 2;
    json.text("manufacturer", row.style % 8 == 3 ? lower(row.manufacturer) : row.manufacturer)
        .text("model", row.model)
        .text("osName", ios ? "iOS " + row.os : androidName(row.os))
        .text("osServicePack", "");
    looksNumeric(json, "osVersion", row.os, numbers);
    looksNumeric(json, "imeiEsn", row.imei, numbers);
    looksNumeric(json, "platformSerialNumber", row.serial, numbers);
    looksNumeric(json, "phoneNumber", phoneNumber(row), numbers);
    json.text("wifiMacAddress", "").text("udid", ios ? udid(row) : row.maasId);
  }

  private static void dates(Json json, EnrollmentRow row) {
    moment(json, "installedDate", row.enrolledAt);
    moment(json, "lastReported", row.lastReported);
    json.raw("firstRegisteredInEpochms", row.enrolledAt + "000")
        .raw("lastRegisteredInEpochms", row.enrolledAt + "000");
    if (row.status == Status.NOT_ENROLLED) {
      json.text("lastMdmRegisteredInEpochms", "");
    } else {
      json.raw("lastMdmRegisteredInEpochms", row.enrolledAt + "040");
    }
  }

  private static void moment(Json json, String name, long epochSecond) {
    json.text(name, Dates.iso(new StringBuilder(19), epochSecond).toString())
        .raw(name + "InEpochms", epochSecond + "000");
  }

  private static void mailbox(Json json, EnrollmentRow row) {
    boolean mailOnly = row.status == Status.NOT_ENROLLED;
    json.text("mailboxDeviceId", mailOnly ? row.maasId : "")
        .text("mailboxManaged", mailOnly ? "ActiveSync" : "")
        .text("mailboxLastReported", "")
        .text("mailboxLastReportedInEpochms", "")
        .text("mdmMailboxDeviceId", row.easId)
        .text("unifiedTravelerDeviceId", mailOnly ? "" : row.maasId);
  }

  private static void state(Json json, EnrollmentRow row) {
    json.text("deviceStatus", row.retired() ? "InActive" : "Active")
        .text("maas360ManagedStatus", row.status.text)
        .text("policyComplianceState", row.retired() ? "" : "In Compliance")
        .text("ruleComplianceState", "")
        .text("appComplianceState", "N/a")
        .text("passcodeCompliance", "Compliant")
        .text("encryptionStatus", "Encryption Complete")
        .text("jailbreakStatus", "No")
        .text("selectiveWipeStatus", "N/a")
        .raw("isSupervisedDevice", row.style % 2 == 0 ? "true" : "false")
        .raw("testDevice", "false");
  }

  private static void looksNumeric(Json json, String name, String value, boolean asNumber) {
    if (asNumber && number(value)) {
      json.raw(name, value);
    } else {
      json.text(name, value);
    }
  }

  /** Digits with at most one point, and none of the zeros a number would lose. */
  static boolean number(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.charAt(0) != '0' && points < 2 && !text.endsWith(".");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String androidName(String version) {
    return "Android " + version + " (" + Systems.build(version) + ")";
  }

  private static String phoneNumber(EnrollmentRow row) {
    return row.style % 3 == 0 ? "1555010" + (1000 + row.style) : "";
  }

  private static String udid(EnrollmentRow row) {
    String serial = Unique.serial("", 12, row.phone.number());
    return "00008110-" + "0000" + serial;
  }
}
