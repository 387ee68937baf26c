package devicehub.report;

import devicehub.cores.Shares;
import devicehub.decision.Carried;
import devicehub.decision.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
  private final CarriedFile merged;
  private final CarriedFile exceptionsCsv;
  private final CarriedFile exceptionsJson;
  private final Carrying<Outcome.Referred> carrying = new Carrying<>();

  /** The names of all report files. */
  public static final Set<String> FILES =
      Set.of(
          "exceptions.html",
          "exceptions.csv",
          "exceptions.json",
          "merged.csv",
          "users.csv",
          "rejected.csv",
          "summary.json");

  public Reports(Path folder) {
    this.folder = folder;
    this.merged = new CarriedFile(folder.resolve("merged.csv"));
    this.exceptionsCsv = new CarriedFile(folder.resolve("exceptions.csv"));
    this.exceptionsJson = new CarriedFile(folder.resolve("exceptions.json"));
  }

  /**
   * Writes every report that changed. While a cycle is held, those that tell what stands stay as
   * the cycle before wrote them.
   *
   * @throws ReportUnwritableException if one cannot be written: it stays as it was, and so does the
   *     summary; the others are each whole, old or new
   */
  public synchronized void write(ReportData data) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ReportUnwritableException(folder, e);
    }
    if (data.outcome().held().isPresent()) {
      replace("rejected.csv", out -> CsvReports.rejected(data.problems(), out));
      replace("exceptions.html", out -> ExceptionsPage.write(data, List.of(), out));
    } else {
      writeWhatStands(data);
    }
    replace("summary.json", out -> JsonReports.summary(data, out));
  }

  private void writeWhatStands(ReportData data) {
    Outcome outcome = data.outcome();
    List<Outcome.Referred> exceptions = outcome.exceptions();
    Carried carried = carrying.to(exceptions);
    // With a million pairs each of these takes a while, so they share the cores; the merges, of
    // which there are most, are worded by all.
    together(
        () -> merged.write(new MergedText(outcome.merges()), outcome.carried()),
        () -> writeUsers(data),
        () ->
            exceptionsJson.write(
                new ExceptionLines(outcome.summary().startedAt(), exceptions), carried),
        () -> exceptionsCsv.write(new ExceptionRows(exceptions), carried),
        () -> replace("rejected.csv", out -> CsvReports.rejected(data.problems(), out)));
  }

  /** All are tried and all are over when this returns or throws, whichever of them failed. */
  private static void together(Runnable first, Runnable... others) {
    List<Supplier<List<RuntimeException>>> asides =
        Stream.of(others).map(other -> Shares.aside(() -> attempt(other))).toList();
    List<RuntimeException> failures = new ArrayList<>(attempt(first));
    asides.forEach(aside -> failures.addAll(aside.get()));
    if (!failures.isEmpty()) {
      RuntimeException earliest = failures.get(0);
      failures.stream().skip(1).forEach(earliest::addSuppressed);
      throw earliest;
    }
  }

  private static List<RuntimeException> attempt(Runnable writer) {
    try {
      writer.run();
      return List.of();
    } catch (RuntimeException e) {
      return List.of(e);
    }
  }

  private void writeUsers(ReportData data) {
    List<UserCounts> users = Users.of(data);
    replace("users.csv", out -> CsvReports.users(users, out));
    replace("exceptions.html", out -> ExceptionsPage.write(data, users, out));
  }

  private void replace(String name, ReportFile.Content content) {
    new ReportFile(folder.resolve(name)).replaceWith(content);
  }
}
