package devicehub.decision;

import java.time.Instant;

/**
 * A cycle that would change too much at once: it was decided, is not written, and waits for a
 * person. It is over as soon as a cycle is written.
 *
 * <pre>
 *   7  2026-11-23T14:02:35Z  standard-2 81f0…  412 retracted, 0 merged, 398 opened
 * </pre>
 *
 * @param id ascending; 0 before the log gave one
 * @param rules names the rule book it was decided by
 */
public record HeldCycle(long id, Instant at, String rules, Jump jump, String reason) {
  public HeldCycle with(long newId) {
    return new HeldCycle(newId, at, rules, jump, reason);
  }

  /** Whether who saw this one has seen the other: the same rules, and a jump of about its size. */
  public boolean covers(HeldCycle other) {
    return rules.equals(other.rules) && other.jump.isLike(jump);
  }
}
