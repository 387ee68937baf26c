package devicehub.decision;

import devicehub.device.Platform;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.Locale;

/**
 * The life of one exception: opened once, changed perhaps, cleared at last. Its id is never used
 * again; a record referred anew later opens another.
 *
 * @param occurrence how many exceptions the record has had, this one included
 * @param revision 1 when opened, one more with each change
 * @param platform the record's, as people were last told: who selects by it hears of the end too
 * @param fingerprint of what people were last told
 */
public record OpenException(
    String id,
    RecordKey record,
    int occurrence,
    int revision,
    Reason reason,
    Platform platform,
    String fingerprint,
    Instant openedAt,
    Instant changedAt) {

  public static OpenException opened(Referral referral, int occurrence, Instant at) {
    RecordKey record = referral.record().key();
    return new OpenException(
        id(record, occurrence),
        record,
        occurrence,
        1,
        referral.reason(),
        referral.record().hardware().platform(),
        referral.fingerprint(),
        at,
        at);
  }

  /** The id that a record's exception of that number has, in every store and for ever. */
  public static String id(RecordKey record, int occurrence) {
    return "EX-" + Fingerprint.of(record + "#" + occurrence).toUpperCase(Locale.ROOT);
  }

  public OpenException changed(Referral referral, Instant at) {
    return new OpenException(
        id,
        record,
        occurrence,
        revision + 1,
        referral.reason(),
        referral.record().hardware().platform(),
        referral.fingerprint(),
        openedAt,
        at);
  }

  public OpenException cleared(Instant at) {
    return new OpenException(
        id, record, occurrence, revision + 1, reason, platform, fingerprint, openedAt, at);
  }

  /** Names one change of one exception for ever; consumers drop repeats by it. */
  public String eventId() {
    return id + "-" + revision;
  }
}
