package devicehub.decision;

import devicehub.device.DeviceRecord;
import devicehub.device.HardwareIds;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person decided, and why. Appended, and never changed but for the hardware that becomes
 * known; among several about one subject the newest stands, except that a separated pair never
 * merges again.
 *
 * @param id ascending; 0 before the log gave one
 * @param record the record excluded or restored, or the pair's first
 * @param other the pair's second record for {@link Kind#MERGE} and {@link Kind#SEPARATE}
 * @param known of the pair when it was decided about
 */
public record ReviewerDecision(
    long id,
    Kind kind,
    RecordKey record,
    Optional<RecordKey> other,
    String by,
    String note,
    Instant at,
    Known known) {

  /**
   * What was known of a pair when a person decided about it.
   *
   * @param hardware the serial number, IMEIs and UDID that the enrolment had, in their {@linkplain
   *     devicehub.device.Identifier#comparable comparable} form: a device that is enrolled anew
   *     gets another id from its MDM and keeps these
   * @param sameOwner whether both were the same person's; empty where nobody wrote it down
   */
  public record Known(Set<String> hardware, Optional<Answer> sameOwner) {
    static final Known NOTHING = new Known(Set.of(), Optional.empty());

    public Known {
      hardware = Set.copyOf(hardware);
    }
  }

  /** A decision of which nothing more is known. */
  public ReviewerDecision(
      long id,
      Kind kind,
      RecordKey record,
      Optional<RecordKey> other,
      String by,
      String note,
      Instant at) {
    this(id, kind, record, other, by, note, at, Known.NOTHING);
  }

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

  /** Whether it is about a pair of which the other decision is, under an earlier id perhaps. */
  boolean isOfPairOf(ReviewerDecision earlier) {
    return earlier.hardware().stream().anyMatch(hardware()::contains)
        && earlier.isAboutAny(
            other.map(o -> Set.of(record.folded(), o.folded())).orElseGet(Set::of));
  }

  public Set<String> hardware() {
    return known.hardware();
  }

  public ReviewerDecision with(long newId) {
    return new ReviewerDecision(newId, kind, record, other, by, note, at, known);
  }

  public ReviewerDecision withoutHardware() {
    return with(new Known(Set.of(), known.sameOwner()));
  }

  /** The same, of a pair one of whose records this is; only an enrolment's hardware is known. */
  public ReviewerDecision remembering(DeviceRecord one) {
    return one.side() == Side.ENROLLMENT
        ? with(new Known(HardwareIds.of(one), known.sameOwner()))
        : this;
  }

  /** The same, of another record in the place of one. */
  public ReviewerDecision respelt(RecordKey before, RecordKey now) {
    return new ReviewerDecision(
        id,
        kind,
        record.equals(before) ? now : record,
        other.map(key -> key.equals(before) ? now : key),
        by,
        note,
        at,
        known);
  }

  /**
   * The same, of a pair one of whose records says more by now: many an MDM learns a phone's serial
   * number only some time after it enrolled. Other ids than all that were known are not added, for
   * they are another device's.
   */
  public ReviewerDecision learning(DeviceRecord enrollment) {
    Set<String> more = new TreeSet<>(HardwareIds.of(enrollment));
    if (!hardware().isEmpty() && Collections.disjoint(hardware(), more)) {
      return this;
    }
    more.addAll(hardware());
    return with(new Known(more, known.sameOwner()));
  }

  /** The same, of a pair whose owners were found to be the same, different or not known. */
  public ReviewerDecision remembering(Answer sameOwner) {
    return with(new Known(known.hardware(), Optional.of(sameOwner)));
  }

  private ReviewerDecision with(Known more) {
    return new ReviewerDecision(id, kind, record, other, by, note, at, more);
  }
}
