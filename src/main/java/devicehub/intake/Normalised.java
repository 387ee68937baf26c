package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.Person;

/** What became of one row; every row becomes exactly one of these. */
public sealed interface Normalised {

  /**
   * The row is a record.
   *
   * @param nameless whether nothing of its own names it, so that its key tells it from devices of
   *     other kinds in the same mailbox and no more
   */
  record Accepted(DeviceRecord record, boolean nameless) implements Normalised {
    Accepted(DeviceRecord record) {
      this(record, false);
    }
  }

  /** The row of a directory feed is a person. */
  record Listed(Person person) implements Normalised {}

  /**
   * The row is at fault.
   *
   * @param value the text that is at fault, or the row's start where there is no single one
   */
  record Rejected(long line, String reason, String value) implements Normalised {}

  /** The row is in order but is no device of anybody: a health probe, a mail-only entry. */
  record Ignored(long line, String reason) implements Normalised {}
}
