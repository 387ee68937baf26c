package devicehub.store;

import devicehub.decision.Authority;
import devicehub.decision.Changes;
import devicehub.decision.Pair;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Every merge ever made. A retracted one stays, with the time at which it stopped to stand. */
final class MergeTable {
  private MergeTable() {}

  static void write(Handle handle, Changes changes) {
    long at = changes.at().toEpochMilli();
    try (Batch retract =
        new Batch(
            handle,
            "UPDATE merges SET retracted_at = ?"
                + " WHERE mail_id = ? AND mail_feed = ? AND retracted_at IS NULL")) {
      for (Pair pair : changes.retracted()) {
        retract.add(at, pair.mail().id(), pair.mail().feed());
      }
      if (anyStands(handle)) { // never so in the first cycle, which has by far the most to write
        for (StandingMerge merge : changes.merged()) {
          retract.add(at, merge.pair().mail().id(), merge.pair().mail().feed());
        }
      }
    }
    insert(handle, changes.merged());
  }

  private static void insert(Handle handle, List<StandingMerge> merged) {
    try (Batch insert =
        new Batch(
            handle,
            "INSERT INTO merges (enrollment_feed, enrollment_id, mail_feed, mail_id, rule,"
                + " authority, merged_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (StandingMerge merge : merged) {
        insert.add(
            merge.pair().enrollment().feed(),
            merge.pair().enrollment().id(),
            merge.pair().mail().feed(),
            merge.pair().mail().id(),
            merge.rule(),
            merge.authority().name(),
            merge.mergedAt().toEpochMilli());
      }
    }
  }

  static List<StandingMerge> standing(Handle handle) {
    return handle
        .createQuery(
            "SELECT enrollment_feed, enrollment_id, mail_feed, mail_id, rule, authority, merged_at"
                + " FROM merges WHERE retracted_at IS NULL ORDER BY id")
        .map((row, context) -> read(row))
        .list();
  }

  private static boolean anyStands(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM merges WHERE retracted_at IS NULL LIMIT 1")
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  private static StandingMerge read(ResultSet row) throws SQLException {
    return new StandingMerge(
        new Pair(
            new RecordKey(row.getString(1), row.getString(2)),
            new RecordKey(row.getString(3), row.getString(4))),
        row.getString(5),
        Authority.valueOf(row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)));
  }
}
