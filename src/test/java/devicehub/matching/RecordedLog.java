package devicehub.matching;

import devicehub.decision.Basis;
import devicehub.decision.Changes;
import devicehub.decision.CycleRelease;
import devicehub.decision.DecisionLog;
import devicehub.decision.Forgotten;
import devicehub.decision.HeldCycle;
import devicehub.decision.InMemoryDecisionLog;
import devicehub.decision.OpenException;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The real in-memory log, with what was written kept for looking at. */
final class RecordedLog implements DecisionLog {
  private final InMemoryDecisionLog log = new InMemoryDecisionLog();
  final List<Changes> written = new ArrayList<>();
  boolean failing;

  Changes last() {
    return written.get(written.size() - 1);
  }

  @Override
  public ReviewerDecision decide(ReviewerDecision decision) {
    return log.decide(decision);
  }

  @Override
  public void learn(List<ReviewerDecision> decisions) {
    log.learn(decisions);
  }

  @Override
  public List<ReviewerDecision> decisions() {
    return log.decisions();
  }

  @Override
  public List<StandingMerge> standingMerges() {
    return log.standingMerges();
  }

  @Override
  public List<OpenException> openExceptions() {
    return log.openExceptions();
  }

  @Override
  public Map<RecordKey, Integer> occurrences() {
    return log.occurrences();
  }

  @Override
  public Basis basis() {
    return log.basis();
  }

  @Override
  public HeldCycle hold(HeldCycle held) {
    return log.hold(held);
  }

  @Override
  public Optional<HeldCycle> held() {
    return log.held();
  }

  @Override
  public CycleRelease release(CycleRelease release) {
    return log.release(release);
  }

  @Override
  public List<CycleRelease> releases() {
    return log.releases();
  }

  @Override
  public Set<String> spentIds() {
    return log.spentIds();
  }

  @Override
  public Forgotten forget(Instant clearedBefore, Instant overriddenBefore) {
    return log.forget(clearedBefore, overriddenBefore);
  }

  @Override
  public void write(Changes changes) {
    if (failing) {
      throw new IllegalStateException("disk full");
    }
    log.write(changes);
    written.add(changes);
  }
}
