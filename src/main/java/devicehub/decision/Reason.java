package devicehub.decision;

/** Why a record could not be decided. The names are stable: messages and reports carry them. */
public enum Reason {
  /** No claim of the record leads to a known address or person. */
  NO_OWNER(Severity.MEDIUM),
  /** The owner is known, but none of the owner's enrolments is left for this record. */
  OWNER_HAS_NO_ENROLLMENT(Severity.HIGH),
  /** The identifier is that of several devices that all fit. */
  AMBIGUOUS_ID(Severity.MEDIUM),
  /** Several pairs fit equally well, or too little is known to tell. */
  AMBIGUOUS_ATTRIBUTES(Severity.MEDIUM),
  MANUFACTURER_DIFFERS(Severity.HIGH),
  PLATFORM_OR_FORM_DIFFERS(Severity.HIGH),
  MODEL_CONTRADICTS(Severity.HIGH),
  /** An identifier says "the same device", and something visible says otherwise. */
  ID_CONFLICT(Severity.HIGH),
  /** A person separated the pair that would have been merged. */
  SEPARATED(Severity.LOW),
  /** Long without a sync, while another partnership of the same client lives on. */
  STALE_PARTNERSHIP(Severity.LOW),
  /** A device that is enrolled more than once, and this enrolment is not the newest. */
  DUPLICATE_ENROLLMENT(Severity.LOW);

  /** How soon somebody should look. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH
  }

  private final Severity severity;

  Reason(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }
}
