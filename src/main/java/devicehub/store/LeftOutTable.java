package devicehub.store;

import devicehub.inventory.LeftOut;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The rows that snapshots leave out, for as long as a start has to know them. */
final class LeftOutTable {
  private LeftOutTable() {}

  static int add(Handle handle, LeftOut leftOut) {
    return handle.execute(
        "INSERT INTO left_out (snapshot_id, before_ids, content) VALUES (?, ?, ?)"
            + " ON CONFLICT (snapshot_id) DO NOTHING",
        leftOut.snapshot(),
        leftOut.before().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        leftOut.rows());
  }

  /** What the snapshot {@code first} and those before it leave out is of no use to a start. */
  static int forget(Handle handle, String feed, long first) {
    return handle.execute(
        "DELETE FROM left_out WHERE snapshot_id <= ?"
            + " AND snapshot_id IN (SELECT id FROM snapshots WHERE feed = ?)",
        first,
        feed);
  }

  static List<LeftOut> find(Handle handle, String feed, long from) {
    return handle
        .select(
            "SELECT snapshot_id, before_ids, content FROM left_out JOIN snapshots ON id = snapshot_id"
                + " WHERE feed = ? AND snapshot_id >= ? ORDER BY snapshot_id",
            feed,
            from)
        .map((row, context) -> new LeftOut(row.getLong(1), ids(row.getString(2)), row.getString(3)))
        .list();
  }

  private static List<Long> ids(String text) {
    return Stream.of(text.split(" ", -1)).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
  }
}
