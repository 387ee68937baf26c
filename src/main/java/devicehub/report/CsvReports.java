package devicehub.report;

import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
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

  static void exceptions(List<Outcome.Referred> exceptions, OutputStream out) throws IOException {
    CsvText csv = new CsvText(out);
    csv.row(
        "exception_id",
        "reason",
        "side",
        "feed",
        "record_id",
        "device_id",
        "mailbox",
        "owner",
        "manufacturer",
        "model",
        "platform",
        "form_factor",
        "last_seen",
        "candidate_count",
        "best_candidate",
        "opened_at",
        "changed_at",
        "settle_by");
    for (Outcome.Referred referred : exceptions) {
      exception(referred.referral(), referred.life(), csv);
    }
    csv.flush();
  }

  private static void exception(Referral referral, OpenException life, CsvText csv)
      throws IOException {
    DeviceRecord record = referral.record();
    Hardware hardware = record.hardware();
    csv.cell(life.id())
        .cell(referral.reason().name())
        .cell(record.side().name())
        .cell(record.key().feed())
        .cell(record.key().id())
        .cell(record.deviceId())
        .cell(record.mailbox())
        .cell(record.owner())
        .cell(hardware.manufacturer().name())
        .cell(hardware.model().name())
        .cell(Words.known(hardware.platform()))
        .cell(Words.known(hardware.formFactor()));
    if (record.lastSeen().isPresent()) {
      csv.cell(record.lastSeen().get());
    } else {
      csv.cell("");
    }
    csv.cell(referral.candidateCount())
        .cell(
            referral.candidates().isEmpty() ? "" : referral.candidates().get(0).record().toString())
        .cell(life.openedAt())
        .cell(life.changedAt())
        .cell(referral.settleBy())
        .endRow();
  }

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
