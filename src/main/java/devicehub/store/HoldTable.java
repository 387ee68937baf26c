package devicehub.store;

import devicehub.inventory.HoldDecision;
import devicehub.inventory.HoldDecision.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table of what people made of held snapshots. */
final class HoldTable {
  private HoldTable() {}

  static HoldDecision add(Handle handle, HoldDecision decision) {
    long id =
        handle
            .createQuery(
                "INSERT INTO hold_decisions (snapshot_id, feed, kind, decided_by, note, decided_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id")
            .bind(0, decision.snapshot())
            .bind(1, decision.feed())
            .bind(2, decision.kind().name())
            .bind(3, decision.by())
            .bind(4, decision.note())
            .bind(5, decision.at().toEpochMilli())
            .mapTo(Long.class)
            .one();
    return decision.with(id);
  }

  /** Of a feed; but its newest release says since when it is as small as it is. */
  static int forget(Handle handle, String feed, Instant before) {
    return handle.execute(
        "DELETE FROM hold_decisions WHERE feed = ? AND decided_at < ? AND id <> COALESCE(("
            + "SELECT MAX(id) FROM hold_decisions WHERE feed = ? AND kind = 'RELEASE'), 0)",
        feed,
        before.toEpochMilli(),
        feed);
  }

  static Set<Long> decidedOn(Handle handle, String feed) {
    return handle
        .select("SELECT snapshot_id FROM hold_decisions WHERE feed = ?", feed)
        .mapTo(Long.class)
        .set();
  }

  static List<HoldDecision> all(Handle handle) {
    return handle
        .select(
            "SELECT id, snapshot_id, feed, kind, decided_by, note, decided_at"
                + " FROM hold_decisions ORDER BY id")
        .map(
            (row, context) ->
                new HoldDecision(
                    row.getLong("id"),
                    row.getLong("snapshot_id"),
                    row.getString("feed"),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("decided_by"),
                    row.getString("note"),
                    Instant.ofEpochMilli(row.getLong("decided_at"))))
        .list();
  }
}
