package devicehub.fleet;

/** What must become of a record. */
enum Outcome {
  /**
   * Belongs to the named enrolment; with reasons given, an exception for one of them is right too.
   */
  MERGED,
  /** A person must look at it, for any one of the given reasons. */
  EXCEPTION,
  /**
   * Nothing to decide on: a probe, a retired enrolment, a mail device inside the MDM's own list.
   */
  IGNORED,
  /** An enrolment without mail: counted, not an exception. */
  UNMATCHED_OK,
  /** An older enrolment of the device that the named, newer one stands for. */
  SUPERSEDED
}
