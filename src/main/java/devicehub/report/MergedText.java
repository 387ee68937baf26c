package devicehub.report;

import devicehub.decision.Merge;
import devicehub.decision.Outcome;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordText;
import java.io.IOException;
import java.util.List;

/**
 * The report {@code merged.csv}. Columns are a promise, as those of {@link CsvReports} are.
 *
 * <pre>
 *   enrollment_feed,enrollment_id,mail_feed,mail_id,device_id,…,rule,authority,merged_at
 *   maas360,ApplD8DTH6RCIH86,exchange,jane@acme.example/JUQGG…E10,JUQGG…E10,…,exact-id,RULE,2026-…Z
 * </pre>
 */
final class MergedText extends CsvRows {
  private final List<Outcome.Stood> merges;

  MergedText(List<Outcome.Stood> merges) {
    super(
        merges.size(),
        1_000,
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
    this.merges = merges;
  }

  @Override
  void put(int row, CsvText csv) throws IOException {
    Outcome.Stood stood = merges.get(row);
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
}
