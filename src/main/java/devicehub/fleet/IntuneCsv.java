package devicehub.fleet;

import devicehub.fleet.EnrollmentRow.Status;

/**
 * Intune's DevicesWithInventory export, with the columns of Microsoft's documentation. It names no
 * operating system: the platform follows from maker and model.
 */
final class IntuneCsv implements RowFormat {
  @Override
  public void header(StringBuilder out) {
    out.append("Device ID,Device name,Enrollment date,Last check-in,Microsoft Entra Device ID,")
        .append("OS version,Microsoft Entra registered,EAS activation ID,Serial number,")
        .append("Manufacturer,Model,EAS activated,IMEI,Last EAS sync time,EAS reason,EAS status,")
        .append("Compliance grace period expiration,Security patch level,Wi-Fi MAC,MEID,")
        .append("Subscriber carrier,Total storage,Free storage,Management name,Category,UserId,")
        .append("Primary user UPN,Primary user email address,Primary user display name,")
        .append("WiFiIPv4Address,WiFiSubnetID,Compliance,Managed by,Ownership\n");
  }

  @Override
  public void rows(Household household, StringBuilder out) {
    for (EnrollmentRow row : household.enrollments) {
      if (row.shownBy(Shape.INTUNE)) {
        row(row, out);
      }
    }
  }

  private static void row(EnrollmentRow row, StringBuilder out) {
    boolean mailOnly = row.status == Status.NOT_ENROLLED;
    String easId = mailOnly ? row.maasId : row.easId;
    Csv.plain(out, row.intuneId).append(',');
    Csv.plain(out, row.username).append('_').append(row.phone.ios() ? "iOS" : "Android");
    Dates.iso(out.append(','), row.enrolledAt, ' ').append(".0000000,");
    Dates.iso(out, row.lastReported, ' ').append(".0000000,");
    out.append("00000000-0000-0000-0000-000000000000,");
    out.append(row.os).append(",Yes,").append(easId).append(',');
    Csv.plain(out, row.serial).append(',');
    Csv.plain(out, row.manufacturer).append(',');
    Csv.plain(out, row.model).append(',');
    out.append(easId.isEmpty() ? "No," : "Yes,").append(row.imei);
    out.append(",,Unknown,Unknown,9999-12-31 23:59:59.9999999,,,,,131072,65536,,Unknown,,");
    Csv.plain(out, row.upn).append(',');
    Csv.plain(out, row.email).append(',');
    Csv.plain(out, row.displayName).append(",,,");
    out.append("Compliant,").append(mailOnly ? "EAS," : "Intune,");
    out.append(row.style % 2 == 0 ? "Corporate\n" : "Personal\n");
  }
}
