package devicehub.report;

import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import java.io.IOException;
import java.util.List;

/**
 * The report {@code exceptions.csv}. Columns are a promise, as those of {@link CsvReports} are.
 *
 * <pre>
 *   exception_id,reason,side,feed,record_id,device_id,…,opened_at,changed_at,settle_by
 *   EX-5F1C…,AMBIGUOUS_ATTRIBUTES,MAIL,exchange,jane@acme.example/JUQGG…E10,JUQGG…E10,…
 * </pre>
 */
final class ExceptionRows extends CsvRows {
  private final List<Outcome.Referred> exceptions;

  ExceptionRows(List<Outcome.Referred> exceptions) {
    super(
        exceptions.size(),
        500,
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
    this.exceptions = exceptions;
  }

  @Override
  void put(int row, CsvText csv) throws IOException {
    Referral referral = exceptions.get(row).referral();
    OpenException life = exceptions.get(row).life();
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
}
