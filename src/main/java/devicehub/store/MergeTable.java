package devicehub.store;

import devicehub.decision.Authority;
import devicehub.decision.Changes;
import devicehub.decision.Pair;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Every merge. A retracted one stays for a while, with the time at which it stopped to stand. Those
 * of a cycle that brings very many are in {@linkplain SegmentTable segments}.
 */
final class MergeTable {
  private MergeTable() {}

  static void write(Handle handle, Changes changes) throws SQLException {
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
    SegmentTable.retract(handle, changes.retracted(), at);
    if (changes.merged().size() >= SegmentTable.LEAST) {
      SegmentTable.insert(handle, changes.merged(), at);
    } else {
      SegmentTable.retract(handle, changes.merged().stream().map(StandingMerge::pair).toList(), at);
      insert(handle, changes.merged());
    }
  }

  /** In the order of the index that guards the table: a million rows take half as long so. */
  private static void insert(Handle handle, List<StandingMerge> merged) throws SQLException {
    List<StandingMerge> sorted = new ArrayList<>(merged);
    sorted.sort(Comparator.comparing(merge -> merge.pair().mail().id()));
    try (Inserts rows =
        new Inserts(
            handle,
            "merges",
            "enrollment_feed",
            "enrollment_id",
            "mail_feed",
            "mail_id",
            "rule",
            "authority",
            "merged_at")) {
      for (StandingMerge merge : sorted) {
        rows.add(
            merge.pair().enrollment().feed(),
            merge.pair().enrollment().id(),
            merge.pair().mail().feed(),
            merge.pair().mail().id(),
            merge.rule(),
            merge.authority().name(),
            merge.mergedAt().toEpochMilli());
      }
      rows.finish();
    }
  }

  static int forget(Handle handle, Instant retractedBefore) throws SQLException {
    return SegmentTable.forget(handle, retractedBefore)
        + handle.execute(
            "DELETE FROM merges WHERE retracted_at < ?", retractedBefore.toEpochMilli());
  }

  /** Deletes every merge of some records, standing or not. */
  static int erase(Handle handle, Set<RecordKey> records) {
    int gone = SegmentTable.erase(handle, records);
    for (RecordKey record : records) {
      gone +=
          handle.execute(
              "DELETE FROM merges WHERE (enrollment_id = ? AND enrollment_feed = ?)"
                  + " OR (mail_id = ? AND mail_feed = ?)",
              record.id(),
              record.feed(),
              record.id(),
              record.feed());
    }
    return gone;
  }

  static List<StandingMerge> standing(Handle handle) {
    Names names = new Names();
    List<StandingMerge> standing = new ArrayList<>(SegmentTable.standing(handle).values());
    handle
        .createQuery(
            "SELECT enrollment_feed, enrollment_id, mail_feed, mail_id, rule, authority, merged_at"
                + " FROM merges WHERE retracted_at IS NULL ORDER BY id")
        .map((row, context) -> read(row, names))
        .forEach(standing::add);
    return standing;
  }

  private static boolean anyStands(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM merges WHERE retracted_at IS NULL LIMIT 1")
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  private static StandingMerge read(ResultSet row, Names names) throws SQLException {
    return new StandingMerge(
        new Pair(
            new RecordKey(names.one(row.getString(1)), row.getString(2)),
            new RecordKey(names.one(row.getString(3)), row.getString(4))),
        names.one(row.getString(5)),
        Authority.valueOf(row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)));
  }

  /** Keeps one copy of each name: a million merges tell of a few feeds and a few rules. */
  private static final class Names {
    private final Map<String, String> copies = new HashMap<>();

    String one(String name) {
      return copies.computeIfAbsent(name, first -> first);
    }
  }
}
