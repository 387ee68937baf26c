package devicehub.fleet;

/**
 * How the exporting PowerShell session was set up.
 *
 * @param typeLine Windows PowerShell 5.1 without -NoTypeInformation writes {@code #TYPE …} first
 * @param byteOrderMark 5.1 with -Encoding UTF8
 * @param delimiter {@code ;} with -UseCulture in most of Europe
 * @param german dates as {@code 23.01.2026 09:13:49}
 * @param sectionSign between device type and id; 5.1's default encoding turns it into {@code ?}
 */
public record ExportStyle(
    boolean typeLine, boolean byteOrderMark, char delimiter, boolean german, char sectionSign) {

  /** PowerShell 7 in an American session. */
  public static ExportStyle plain() {
    return new ExportStyle(false, false, ',', false, '§');
  }

  /** Windows PowerShell 5.1 in a German session. */
  public static ExportStyle windowsGerman() {
    return new ExportStyle(true, true, ';', true, '?');
  }
}
