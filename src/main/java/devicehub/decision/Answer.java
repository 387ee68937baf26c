package devicehub.decision;

/** What a condition says of two records. A missing value is a third answer, not a no. */
public enum Answer {
  YES,
  NO,
  UNKNOWN
}
