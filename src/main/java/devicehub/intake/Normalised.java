package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.Person;

/** What became of one row; every row becomes exactly one of these. */
public sealed interface Normalised {

  /** The row is a record. */
  record Accepted(DeviceRecord record) implements Normalised {}

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
