package devicehub.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The reports folder: what stands after a cycle, for people, spreadsheets and programs.
 *
 * <pre>
 *   reports/exceptions.csv  merged.csv  rejected.csv  users.csv   as spreadsheets read them
 *   reports/exceptions.html                                       for people, on screen and paper
 *   reports/exceptions.json  summary.json                         for programs
 * </pre>
 *
 * <p>Each file is replaced whole or not at all; {@code summary.json} comes last, so that a reader
 * who sees a new one finds the others in place.
 */
public final class Reports {
  private final Path folder;

  public Reports(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes every report that changed.
   *
   * @throws ReportUnwritableException at the first that cannot be written; it and those after it
   *     stay as they were
   */
  public void write(ReportData data) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ReportUnwritableException(folder, e);
    }
    List<UserCounts> users = Users.of(data);
    replace("merged.csv", out -> CsvReports.merged(data.outcome().merges(), out));
    replace("exceptions.csv", out -> CsvReports.exceptions(data.outcome().exceptions(), out));
    replace("rejected.csv", out -> CsvReports.rejected(data.problems(), out));
    replace("users.csv", out -> CsvReports.users(users, out));
    replace("exceptions.html", out -> ExceptionsPage.write(data, users, out));
    replace("exceptions.json", out -> JsonReports.exceptions(data.outcome(), out));
    replace("summary.json", out -> JsonReports.summary(data, out));
  }

  private void replace(String name, ReportFile.Content content) {
    new ReportFile(folder.resolve(name)).replaceWith(content);
  }
}
