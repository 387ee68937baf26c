package devicehub.decision;

import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a person decided, and why. Appended, never changed; among several about one subject the
 * newest stands, except that a separated pair never merges again.
 *
 * @param id ascending; 0 before the log gave one
 * @param record the record excluded or restored, or the pair's first
 * @param other the pair's second record for {@link Kind#MERGE} and {@link Kind#SEPARATE}
 */
public record ReviewerDecision(
    long id,
    Kind kind,
    RecordKey record,
    Optional<RecordKey> other,
    String by,
    String note,
    Instant at) {

  /** What people can decide. */
  public enum Kind {
    /** The two are one device. */
    MERGE,
    /** The two are not one device, for ever. */
    SEPARATE,
    /** The record is nobody's business: no match, no exception. */
    EXCLUDE,
    /** Takes an exclusion or a manual merge back. */
    RESTORE
  }

  /**
   * Whether it is about one of some records, however it spells their ids.
   *
   * @param records by their {@linkplain RecordKey#folded folded} keys
   */
  public boolean isAboutAny(Set<RecordKey> records) {
    return records.contains(record.folded())
        || other.map(RecordKey::folded).filter(records::contains).isPresent();
  }

  public ReviewerDecision with(long newId) {
    return new ReviewerDecision(newId, kind, record, other, by, note, at);
  }
}
