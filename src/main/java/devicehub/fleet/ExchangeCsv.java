package devicehub.fleet;

import devicehub.fleet.MailRow.Server;

/**
 * Get-MobileDeviceStatistics joined per mailbox and sent through Export-Csv.
 *
 * <pre>
 * "DisplayName","PrimarySMTPAddress","Identity","DeviceID","DeviceType","DeviceModel",…
 * "Jane Doe","jane.doe@acme.example","acme.example/Users/Jane Doe/ExchangeActiveSyncDevices/iPhone§JUQG…","JUQG…",…
 * </pre>
 *
 * Times are UTC without saying so. Lines end in CR LF, every cell is quoted.
 */
final class ExchangeCsv implements RowFormat {
  private static final String[] COLUMNS = {
    "DisplayName",
    "PrimarySMTPAddress",
    "Identity",
    "DeviceID",
    "DeviceType",
    "DeviceModel",
    "DeviceFriendlyName",
    "DeviceOS",
    "DeviceUserAgent",
    "DeviceImei",
    "ClientType",
    "DeviceAccessState",
    "DeviceAccessStateReason",
    "FirstSyncTime",
    "LastSyncAttemptTime",
    "LastSuccessSync",
    "Status"
  };

  private final ExportStyle style;

  ExchangeCsv(ExportStyle style) {
    this.style = style;
  }

  @Override
  public void header(StringBuilder out) {
    if (style.byteOrderMark()) {
      out.append('\uFEFF');
    }
    if (style.typeLine()) {
      out.append("#TYPE Selected.System.Management.Automation.PSCustomObject\r\n");
    }
    for (int i = 0; i < COLUMNS.length; i++) {
      Csv.quoted(i == 0 ? out : out.append(style.delimiter()), COLUMNS[i]);
    }
    out.append("\r\n");
  }

  @Override
  public void rows(Household household, StringBuilder out) {
    for (MailRow row : household.mail) {
      if (row.server == Server.EXCHANGE) {
        row(row, out);
      }
    }
  }

  private void row(MailRow row, StringBuilder out) {
    char comma = style.delimiter();
    Csv.quoted(out, row.displayName).append(comma);
    Csv.quoted(out, row.mailbox).append(comma);
    identity(row, out.append('"')).append('"').append(comma);
    Csv.quoted(out, row.deviceId).append(comma);
    Csv.quoted(out, row.type).append(comma);
    Csv.quoted(out, row.model).append(comma);
    Csv.quoted(out, row.friendlyName).append(comma);
    Csv.quoted(out, row.os).append(comma);
    Csv.quoted(out, row.userAgent).append(comma);
    Csv.quoted(out, row.imei).append(comma);
    Csv.quoted(out, row.clientType).append(comma);
    Csv.quoted(out, row.accessState).append(comma);
    Csv.quoted(out, row.accessReason).append(comma);
    time(out, row.firstSync).append(comma);
    time(out, row.lastAttempt).append(comma);
    time(out, row.lastSync).append(comma);
    out.append("\"DeviceOk\"\r\n");
  }

  private StringBuilder identity(MailRow row, StringBuilder out) {
    if (row.identityName.isEmpty()) {
      return out;
    }
    out.append("acme.example/Users/").append(row.identityName);
    out.append("/ExchangeActiveSyncDevices/");
    if (!row.clientType.equals("EAS")) {
      out.append("REST").append(style.sectionSign());
    }
    return out.append(row.type).append(style.sectionSign()).append(row.deviceId);
  }

  private StringBuilder time(StringBuilder out, long epochSecond) {
    out.append('"');
    return (style.german() ? Dates.german(out, epochSecond) : Dates.american(out, epochSecond))
        .append('"');
  }
}
