package devicehub.device;

/**
 * What comparing two values says: the same, different, or nothing.
 *
 * <p>{@code UNKNOWN} is an answer, not a failure: a value that is missing, generic or not
 * understood neither supports a pair nor contradicts it.
 */
public enum Likeness {
  /** Both values are known and mean the same thing. */
  SAME,
  /** Both values are known and cannot describe one device. */
  DIFFERENT,
  /** The values do not settle it. */
  UNKNOWN
}
