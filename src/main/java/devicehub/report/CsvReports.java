package devicehub.report;

import devicehub.inventory.RowProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The reports that spreadsheets and scripts read. Columns are a promise: none is renamed, moved or
 * dropped; a new one comes last.
 *
 * <pre>
 *   username,email,bulk_device_count,mdm_device_count,exceptions
 *   jane,jane@acme.example,2,1,1
 * </pre>
 */
final class CsvReports {
  private CsvReports() {}

  static void rejected(List<RowProblem> problems, OutputStream out) throws IOException {
    CsvText csv = new CsvText(out);
    csv.row("feed", "file", "line", "reason", "value");
    for (RowProblem problem : problems) {
      csv.cell(problem.feed())
          .cell(problem.file())
          .cell(problem.line())
          .cell(problem.reason())
          .cell(problem.value())
          .endRow();
    }
    csv.flush();
  }

  static void users(List<UserCounts> users, OutputStream out) throws IOException {
    CsvText csv = new CsvText(out);
    csv.row("username", "email", "bulk_device_count", "mdm_device_count", "exceptions");
    for (UserCounts user : users) {
      csv.cell(user.username())
          .cell(user.email())
          .cell(user.bulkDevices())
          .cell(user.mdmDevices())
          .cell(user.exceptions())
          .endRow();
    }
    csv.flush();
  }
}
