package devicehub.store;

import devicehub.cores.Relay;
import devicehub.decision.Pair;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Merges by the thousand, in a row each: what a first cycle brings would otherwise take a database
 * longer to write than everything else takes together.
 */
final class SegmentTable {
  /** Fewer merges are written as rows, which people can query. */
  static final int LEAST = 10_000;

  /** About 400 KB; arrays from 512 KB on would each cost the garbage collector G1 a look around. */
  private static final int MOST = 4_000;

  private SegmentTable() {}

  /** Packs segments while others are inserted. */
  static void insert(Handle handle, List<StandingMerge> merged, long at) {
    Relay.run(
        (merged.size() + MOST - 1) / MOST,
        number -> segment(merged, number * MOST),
        segment -> segment.insert(handle, at));
  }

  private static Packed segment(List<StandingMerge> merged, int from) {
    int to = Math.min(merged.size(), from + MOST);
    return new Packed(to - from, MergeSegment.pack(merged.subList(from, to)));
  }

  private record Packed(int merges, byte[] content) {
    void insert(Handle handle, long at) {
      handle
          .createUpdate("INSERT INTO merge_segments (merged_at, merges, content) VALUES (?, ?, ?)")
          .bind(0, at)
          .bind(1, merges)
          .bind(2, content)
          .execute();
    }
  }

  /** Ends whatever the segments say of these mail records; of most they say nothing. */
  static void retract(Handle handle, Collection<Pair> pairs, long at) throws SQLException {
    long newest = newest(handle);
    if (newest == 0) {
      return;
    }
    try (Inserts rows =
        new Inserts(
            handle,
            "segment_retractions",
            "mail_feed",
            "mail_id",
            "through_segment",
            "retracted_at")) {
      for (Pair pair : pairs) {
        rows.add(pair.mail().feed(), pair.mail().id(), newest, at);
      }
      rows.finish();
    }
  }

  /** Packs anew the segments that tell of merges retracted before a moment, without these. */
  static int forget(Handle handle, Instant retractedBefore) {
    long before = retractedBefore.toEpochMilli();
    Map<RecordKey, Long> retracted = retractions(handle, "WHERE retracted_at < " + before);
    if (retracted.isEmpty()) {
      return 0;
    }
    int gone =
        pack(handle, (merge, segment) -> retracted.getOrDefault(merge.pair().mail(), 0L) < segment);
    handle.execute("DELETE FROM segment_retractions WHERE retracted_at < ?", before);
    return gone;
  }

  static int erase(Handle handle, Set<RecordKey> records) {
    for (RecordKey record : records) {
      handle.execute(
          "DELETE FROM segment_retractions WHERE mail_id = ? AND mail_feed = ?",
          record.id(),
          record.feed());
    }
    return pack(
        handle,
        (merge, segment) ->
            !records.contains(merge.pair().mail()) && !records.contains(merge.pair().enrollment()));
  }

  /** Leaves those merges in the segments that are wanted; returns how many are gone. */
  private static int pack(Handle handle, BiPredicate<StandingMerge, Long> wanted) {
    int gone = 0;
    for (long segment :
        handle.select("SELECT id FROM merge_segments ORDER BY id").mapTo(Long.class).list()) {
      gone += pack(handle, segment, merge -> wanted.test(merge, segment));
    }
    return gone;
  }

  private static int pack(Handle handle, long segment, Predicate<StandingMerge> wanted) {
    List<StandingMerge> all = new ArrayList<>();
    handle
        .select("SELECT merged_at, content FROM merge_segments WHERE id = ?", segment)
        .map(
            (row, context) -> {
              MergeSegment.unpack(row.getBytes(2), Instant.ofEpochMilli(row.getLong(1)), all::add);
              return segment;
            })
        .one();
    List<StandingMerge> left = all.stream().filter(wanted).toList();
    if (left.isEmpty()) {
      handle.execute("DELETE FROM merge_segments WHERE id = ?", segment);
    } else if (left.size() < all.size()) {
      handle.execute(
          "UPDATE merge_segments SET merges = ?, content = ? WHERE id = ?",
          left.size(),
          MergeSegment.pack(left),
          segment);
    }
    return all.size() - left.size();
  }

  /** All merges of the segments, those that were retracted included. */
  static void each(Handle handle, Consumer<StandingMerge> sink) {
    handle
        .select("SELECT merged_at, content FROM merge_segments")
        .map(
            (row, context) -> {
              MergeSegment.unpack(row.getBytes(2), Instant.ofEpochMilli(row.getLong(1)), sink);
              return context;
            })
        .forEach(context -> {});
  }

  private static Map<RecordKey, Long> retractions(Handle handle, String where) {
    return handle
        .select(
            "SELECT mail_feed, mail_id, MAX(through_segment) FROM segment_retractions "
                + where
                + " GROUP BY mail_feed, mail_id")
        .map(
            (row, context) ->
                Map.entry(new RecordKey(row.getString(1), row.getString(2)), row.getLong(3)))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static long newest(Handle handle) {
    return handle
        .createQuery("SELECT COALESCE(MAX(id), 0) FROM merge_segments")
        .mapTo(Long.class)
        .one();
  }

  /** The merges of all segments that still stand, by mail record. */
  static Map<RecordKey, StandingMerge> standing(Handle handle) {
    Map<RecordKey, StandingMerge> standing = new LinkedHashMap<>();
    Map<RecordKey, Long> retracted = retractions(handle, "");
    handle
        .createQuery("SELECT id, merged_at, content FROM merge_segments ORDER BY id")
        .map(
            (row, context) -> {
              long segment = row.getLong(1);
              MergeSegment.unpack(
                  row.getBytes(3),
                  Instant.ofEpochMilli(row.getLong(2)),
                  merge -> {
                    RecordKey mail = merge.pair().mail();
                    if (retracted.getOrDefault(mail, 0L) < segment) {
                      standing.put(mail, merge);
                    }
                  });
              return segment;
            })
        .list();
    return standing;
  }
}
