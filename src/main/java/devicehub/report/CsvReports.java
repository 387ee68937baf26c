package devicehub.report;

import devicehub.cores.Relay;
import devicehub.decision.Merge;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.RecordText;
import devicehub.inventory.RowProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The reports that spreadsheets and scripts read. Columns are a promise: none is renamed, moved or
 * dropped; a new one comes last.
 *
 * <pre>
 *   enrollment_feed,enrollment_id,mail_feed,mail_id,device_id,…,rule,authority,merged_at
 *   maas360,ApplD8DTH6RCIH86,exchange,jane@acme.example/JUQGG…E10,JUQGG…E10,…,exact-id,RULE,2026-…Z
 * </pre>
 */
final class CsvReports {
  /**
   * So many merges are worded at a time; blocks for whose bytes G1 would clear whole regions are
   * slow.
   */
  private static final int BLOCK = 1_000;

  private static final int BLOCK_BYTES = 1 << 18;

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

  static void merged(List<Outcome.Stood> merges, OutputStream out) throws IOException {
    CsvText csv = new CsvText(out);
    csv.row(
        "enrollment_feed",
        "enrollment_id",
        "mail_feed",
        "mail_id",
        "device_id",
        "mailbox",
        "owner",
        "rule",
        "authority",
        "merged_at");
    csv.flush();
    Relay.run(
        (merges.size() + BLOCK - 1) / BLOCK,
        number -> merged(merges, number * BLOCK),
        block -> block.writeTo(out));
  }

  /** A block of merges, for which a core needs nobody else. */
  private static ByteArrayOutputStream merged(List<Outcome.Stood> merges, int from) {
    ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK_BYTES);
    CsvText csv = new CsvText(block);
    try {
      for (int i = from; i < Math.min(from + BLOCK, merges.size()); i++) {
        merged(merges.get(i), csv);
      }
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return block;
  }

  private static void merged(Outcome.Stood stood, CsvText csv) throws IOException {
    Merge merge = stood.merge();
    DeviceRecord enrollment = merge.enrollment();
    DeviceRecord mail = merge.mail();
    csv.cell(enrollment.feed())
        .cell(enrollment, RecordText.ID)
        .cell(mail.feed())
        .cell(mail, RecordText.ID)
        .cell(mail, RecordText.DEVICE_ID)
        .cell(mail, RecordText.MAILBOX)
        .cell(enrollment, RecordText.OWNER)
        .cell(merge.rule())
        .cell(merge.authority().name())
        .cell(stood.mergedAt())
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
