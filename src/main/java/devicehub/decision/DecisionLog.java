package devicehub.decision;

import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided so far, durably once a call has returned. People's decisions and the messages a
 * cycle owes live in the same store, so that neither is ever there without the other.
 */
public interface DecisionLog {
  /** Appends a person's decision and returns it with its id. */
  ReviewerDecision decide(ReviewerDecision decision);

  /** Adds what became known of the hardware that decisions are about; a forgotten one stays so. */
  void learn(List<ReviewerDecision> decisions);

  /** Every decision people made, oldest first. */
  List<ReviewerDecision> decisions();

  /** The merges as last written. */
  List<StandingMerge> standingMerges();

  /** The open exceptions as last written. */
  List<OpenException> openExceptions();

  /** For each record whose exceptions are remembered, how many it has had. */
  Map<RecordKey, Integer> occurrences();

  /** The ids of exceptions of which nothing else is remembered; none is ever used again. */
  Set<String> spentIds();

  /**
   * Forgets what stands no longer: exceptions cleared before the one moment, but for their ids, and
   * merges retracted and decisions overridden before the other. What stands, stands.
   */
  Forgotten forget(Instant clearedBefore, Instant overriddenBefore);

  /** What the newest cycle written was decided on; {@link Basis#NONE} before the first. */
  Basis basis();

  /**
   * Writes a cycle's changes, what they owe the queue, and that no cycle is held any more, in one
   * transaction.
   */
  void write(Changes changes);

  /**
   * Writes down that a cycle is held, in the place of one that was.
   *
   * @return the held cycle with its id
   */
  HeldCycle hold(HeldCycle held);

  /** The cycle that is held, released or not; empty once a cycle was written. */
  Optional<HeldCycle> held();

  /**
   * Writes down that a person releases the held cycle.
   *
   * @return the release with its id
   * @throws NoHeldCycleException if another cycle is held or none, or it was released before
   */
  CycleRelease release(CycleRelease release);

  /** What people released, oldest first. */
  List<CycleRelease> releases();
}
