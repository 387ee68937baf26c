package devicehub.store;

import devicehub.decision.CycleRelease;
import devicehub.decision.HeldCycle;
import devicehub.decision.Jump;
import devicehub.decision.NoHeldCycleException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The cycles that were held, of which one at most still is, and what people released. */
final class HeldCycleTable {
  private HeldCycleTable() {}

  static HeldCycle add(Handle handle, HeldCycle held) {
    end(handle, held.at());
    return held.with(
        handle
            .createQuery(
                "INSERT INTO cycle_holds (held_at, rules, retracted, merged, opened, reason)"
                    + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id")
            .bind(0, held.at().toEpochMilli())
            .bind(1, held.rules())
            .bind(2, held.jump().retracted())
            .bind(3, held.jump().merged())
            .bind(4, held.jump().opened())
            .bind(5, held.reason())
            .mapTo(Long.class)
            .one());
  }

  static void end(Handle handle, Instant at) {
    handle.execute("UPDATE cycle_holds SET ended_at = ? WHERE ended_at IS NULL", at.toEpochMilli());
  }

  static Optional<HeldCycle> held(Handle handle) {
    return handle
        .createQuery(
            "SELECT id, held_at, rules, retracted, merged, opened, reason FROM cycle_holds"
                + " WHERE ended_at IS NULL")
        .map(
            (row, context) ->
                new HeldCycle(
                    row.getLong(1),
                    Instant.ofEpochMilli(row.getLong(2)),
                    row.getString(3),
                    new Jump(row.getInt(4), row.getInt(5), row.getInt(6)),
                    row.getString(7)))
        .findFirst();
  }

  static CycleRelease release(Handle handle, CycleRelease release) {
    boolean waits =
        held(handle).filter(held -> held.id() == release.held()).isPresent()
            && releases(handle).stream().noneMatch(known -> known.held() == release.held());
    if (!waits) {
      throw new NoHeldCycleException(release);
    }
    return release.with(
        handle
            .createQuery(
                "INSERT INTO cycle_releases (hold_id, released_by, note, released_at)"
                    + " VALUES (?, ?, ?, ?) RETURNING id")
            .bind(0, release.held())
            .bind(1, release.by())
            .bind(2, release.note())
            .bind(3, release.at().toEpochMilli())
            .mapTo(Long.class)
            .one());
  }

  static List<CycleRelease> releases(Handle handle) {
    return handle
        .select(
            "SELECT id, hold_id, released_by, note, released_at FROM cycle_releases ORDER BY id")
        .map(
            (row, context) ->
                new CycleRelease(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    Instant.ofEpochMilli(row.getLong(5))))
        .list();
  }
}
