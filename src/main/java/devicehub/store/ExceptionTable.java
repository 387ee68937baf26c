package devicehub.store;

import devicehub.decision.Changes;
import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.OpenException;
import devicehub.decision.Reason;
import devicehub.device.Platform;
import devicehub.device.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The lives of exceptions; one is open until it is cleared. Of those cleared long ago only the ids
 * are left.
 */
final class ExceptionTable {
  private static final String CHANGE =
      " ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,"
          + " reason = excluded.reason, platform = excluded.platform, fingerprint = excluded.fingerprint,"
          + " changed_at = excluded.changed_at, cleared_at = excluded.cleared_at";

  private ExceptionTable() {}

  static void write(Handle handle, Changes changes) throws SQLException {
    try (Inserts rows =
        Inserts.orChanges(
            handle,
            CHANGE,
            "exceptions",
            "id",
            "feed",
            "record_id",
            "occurrence",
            "revision",
            "reason",
            "platform",
            "fingerprint",
            "opened_at",
            "changed_at",
            "cleared_at")) {
      for (ExceptionChange change : changes.exceptions()) {
        OpenException exception = change.exception();
        @Nullable Long clearedAt =
            change.event() == Event.CLEARED ? exception.changedAt().toEpochMilli() : null;
        rows.add(
            exception.id(),
            exception.record().feed(),
            exception.record().id(),
            exception.occurrence(),
            exception.revision(),
            exception.reason().name(),
            exception.platform().name(),
            exception.fingerprint(),
            exception.openedAt().toEpochMilli(),
            exception.changedAt().toEpochMilli(),
            clearedAt);
      }
      rows.finish();
    }
  }

  static List<OpenException> open(Handle handle) {
    return find(handle, "WHERE cleared_at IS NULL");
  }

  static List<OpenException> all(Handle handle) {
    return find(handle, "");
  }

  private static List<OpenException> find(Handle handle, String where) {
    return handle
        .createQuery(
            "SELECT id, feed, record_id, occurrence, revision, reason, platform, fingerprint,"
                + " opened_at, changed_at FROM exceptions "
                + where
                + " ORDER BY opened_at, id")
        .map((row, context) -> read(row))
        .list();
  }

  static Map<RecordKey, Integer> occurrences(Handle handle) {
    return handle
        .createQuery(
            "SELECT feed, record_id, max(occurrence) FROM exceptions GROUP BY feed, record_id")
        .map(
            (row, context) ->
                Map.entry(new RecordKey(row.getString(1), row.getString(2)), row.getInt(3)))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  static Set<String> spentIds(Handle handle) {
    return handle.select("SELECT id FROM spent_exceptions").mapTo(String.class).set();
  }

  static int forget(Handle handle, Instant clearedBefore) {
    long before = clearedBefore.toEpochMilli();
    handle.execute(
        "INSERT INTO spent_exceptions (id) SELECT id FROM exceptions WHERE cleared_at < ?", before);
    return handle.execute("DELETE FROM exceptions WHERE cleared_at < ?", before);
  }

  static Set<String> idsOf(Handle handle, Set<RecordKey> records) {
    Set<String> ids = new HashSet<>();
    for (RecordKey record : records) {
      handle
          .select(
              "SELECT id FROM exceptions WHERE record_id = ? AND feed = ?",
              record.id(),
              record.feed())
          .mapTo(String.class)
          .forEach(ids::add);
    }
    return ids;
  }

  static int erase(Handle handle, Set<String> ids) {
    try (Batch spend =
            new Batch(
                handle,
                "INSERT INTO spent_exceptions (id) VALUES (?) ON CONFLICT (id) DO NOTHING");
        Batch delete = new Batch(handle, "DELETE FROM exceptions WHERE id = ?")) {
      ids.forEach(
          id -> {
            spend.add(id);
            delete.add(id);
          });
    }
    return ids.size();
  }

  /** Lets the next cycle tell of open exceptions again, as changed. */
  static int tellAnew(Handle handle, Set<String> ids) {
    try (Batch update =
        new Batch(
            handle, "UPDATE exceptions SET fingerprint = '' WHERE id = ? AND cleared_at IS NULL")) {
      ids.forEach(update::add);
    }
    return ids.size();
  }

  private static OpenException read(ResultSet row) throws SQLException {
    return new OpenException(
        row.getString(1),
        new RecordKey(row.getString(2), row.getString(3)),
        row.getInt(4),
        row.getInt(5),
        Reason.valueOf(row.getString(6)),
        Platform.valueOf(row.getString(7)),
        row.getString(8),
        Instant.ofEpochMilli(row.getLong(9)),
        Instant.ofEpochMilli(row.getLong(10)));
  }
}
