package devicehub.device;

/** Whether the record's own server still counts the device in. */
public enum Lifecycle {
  /** In use, or its server says nothing to the contrary. */
  ACTIVE,
  /** Known to its server but not reporting to it. */
  INACTIVE,
  /** Released, wiped or removed from management: it can own no mail record any more. */
  RETIRED
}
