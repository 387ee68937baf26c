package devicehub.store;

import devicehub.decision.Basis;
import devicehub.decision.Changes;
import devicehub.decision.CycleRelease;
import devicehub.decision.DecisionLog;
import devicehub.decision.ExceptionChange;
import devicehub.decision.Forgotten;
import devicehub.decision.HeldCycle;
import devicehub.decision.OpenException;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import devicehub.drill.KillPoint;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The decision log in a database, beside the outbox it fills. */
final class JdbcDecisionLog implements DecisionLog {
  /** From so many changes on, a cycle's commit is followed by a second's work or so. */
  private static final int MUCH = 10_000;

  private final Database database;
  private final Function<ExceptionChange, String> body;

  JdbcDecisionLog(Database database, Function<ExceptionChange, String> body) {
    this.database = database;
    this.body = body;
  }

  @Override
  public ReviewerDecision decide(ReviewerDecision decision) {
    return database.write(handle -> DecisionTable.append(handle, decision));
  }

  @Override
  public void learn(List<ReviewerDecision> decisions) {
    database.write(handle -> DecisionTable.learn(handle, decisions));
  }

  @Override
  public List<ReviewerDecision> decisions() {
    return database.read(DecisionTable::all);
  }

  @Override
  public List<StandingMerge> standingMerges() {
    return database.read(MergeTable::standing);
  }

  @Override
  public List<OpenException> openExceptions() {
    return database.read(ExceptionTable::open);
  }

  @Override
  public Map<RecordKey, Integer> occurrences() {
    return database.read(ExceptionTable::occurrences);
  }

  @Override
  public Set<String> spentIds() {
    return database.read(ExceptionTable::spentIds);
  }

  @Override
  public Forgotten forget(Instant clearedBefore, Instant overriddenBefore) {
    return database.write(
        handle ->
            new Forgotten(
                ExceptionTable.forget(handle, clearedBefore),
                MergeTable.forget(handle, overriddenBefore),
                DecisionTable.forget(handle, overriddenBefore)));
  }

  @Override
  public void write(Changes changes) {
    Database.Work<Changes> work = handle -> write(handle, changes);
    if (changes.merged().size() + changes.exceptions().size() >= MUCH) {
      database.writeMuch(work);
    } else {
      database.write(work);
    }
    KillPoint.CYCLE_COMMITTED.pass();
  }

  private Changes write(Handle handle, Changes changes) throws SQLException {
    MergeTable.write(handle, changes);
    ExceptionTable.write(handle, changes);
    OutboxTable.owe(handle, changes, body);
    HeldCycleTable.end(handle, changes.at());
    if (changes.basis().isKnown()) {
      BasisTable.write(handle, changes.basis());
    }
    KillPoint.CYCLE_UNCOMMITTED.pass();
    return changes;
  }

  @Override
  public Basis basis() {
    return database.read(BasisTable::read);
  }

  @Override
  public HeldCycle hold(HeldCycle held) {
    return database.write(handle -> HeldCycleTable.add(handle, held));
  }

  @Override
  public Optional<HeldCycle> held() {
    return database.read(HeldCycleTable::held);
  }

  @Override
  public CycleRelease release(CycleRelease release) {
    return database.writeAlone(
        "release of a cycle", handle -> HeldCycleTable.release(handle, release));
  }

  @Override
  public List<CycleRelease> releases() {
    return database.read(HeldCycleTable::releases);
  }
}
