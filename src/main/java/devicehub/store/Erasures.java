package devicehub.store;

import devicehub.decision.Changes;
import devicehub.decision.ExceptionChange;
import devicehub.decision.OpenException;
import devicehub.device.RecordKey;
import devicehub.intake.ErasureList;
import devicehub.inventory.LeftOut;
import devicehub.inventory.RawPart;
import devicehub.inventory.Snapshot;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Takes what the database holds of a person out of it. Each step may be repeated. */
public final class Erasures {
  /** Stands where a record's id stood, in what must still be told. */
  public static final String ERASED = "erased";

  private static final int KEY_BYTES = 32;

  private final Database database;

  Erasures(Database database) {
    this.database = database;
  }

  public ErasureList list() {
    return database.read(
        handle ->
            key(handle)
                .map(
                    key ->
                        new ErasureList(
                            key,
                            handle
                                .select("SELECT hash FROM erased_words")
                                .mapTo(String.class)
                                .set()))
                .orElse(ErasureList.EMPTY));
  }

  private static Optional<byte[]> key(Handle handle) {
    return handle
        .select("SELECT secret FROM erasure_key WHERE id = 1")
        .mapTo(String.class)
        .findOne()
        .map(HexFormat.of()::parseHex);
  }

  /**
   * Writes down that an erasure has begun, and whose rows are passed over from now on.
   *
   * @param subject the address asked for; only its hash is kept
   * @return the erasure's id
   */
  public long begin(String subject, Set<String> words, String by, String note, Instant at) {
    return database.write(
        handle -> {
          byte[] fresh = new byte[KEY_BYTES];
          new SecureRandom().nextBytes(fresh);
          handle.execute(
              "INSERT INTO erasure_key (id, secret) VALUES (1, ?) ON CONFLICT (id) DO NOTHING",
              HexFormat.of().formatHex(fresh));
          ErasureList keyed = new ErasureList(key(handle).orElseThrow(), Set.of());
          try (Batch insert =
              new Batch(
                  handle,
                  "INSERT INTO erased_words (hash) VALUES (?) ON CONFLICT (hash) DO NOTHING")) {
            words.forEach(word -> insert.add(keyed.hash(word)));
          }
          return handle
              .createQuery(
                  "INSERT INTO erasures (subject, erased_by, note, begun_at) VALUES (?, ?, ?, ?)"
                      + " RETURNING id")
              .bind(0, keyed.hash(subject))
              .bind(1, by)
              .bind(2, note)
              .bind(3, at.toEpochMilli())
              .mapTo(Long.class)
              .one();
        });
  }

  public void finish(long erasure, Instant at) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE erasures SET finished_at = ? WHERE id = ?", at.toEpochMilli(), erasure));
  }

  /** Lets a snapshot point to other raw input than came; to none if there are no parts. */
  public void repoint(Snapshot snapshot, List<RawPart> parts) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM snapshot_parts WHERE snapshot_id = ?", snapshot.id());
          if (parts.isEmpty()) {
            // Of a feed that is no longer configured: a start must not take it for an empty answer.
            handle.execute(
                "UPDATE snapshots SET state = 'SUPERSEDED' WHERE id = ? AND state = 'IN_FORCE'",
                snapshot.id());
          }
          return JdbcSnapshotLog.addParts(handle, snapshot.id(), parts);
        });
  }

  /** All snapshots of a feed, whatever became of them. */
  public List<Snapshot> snapshots(String feed) {
    return new JdbcSnapshotLog(database)
        .newest(feed, Set.of(Snapshot.State.values()), Integer.MAX_VALUE);
  }

  /** Changes the rows that a feed's snapshots left out. */
  public void rewrite(String feed, UnaryOperator<String> leftOut) {
    database.write(
        handle -> {
          for (LeftOut told : LeftOutTable.find(handle, feed, 0)) {
            handle.execute(
                "UPDATE left_out SET content = ? WHERE snapshot_id = ?",
                leftOut.apply(told.rows()),
                told.snapshot());
          }
          return feed;
        });
  }

  /** Takes the reasons away that some snapshots were held or failed for. */
  public void hush(Predicate<String> mentions) {
    database.write(
        handle -> {
          for (String reason :
              handle.select("SELECT DISTINCT reason FROM snapshots").mapTo(String.class).list()) {
            if (mentions.test(reason)) {
              handle.execute("UPDATE snapshots SET reason = ? WHERE reason = ?", ERASED, reason);
            }
          }
          return mentions;
        });
  }

  /** All records that exceptions, decisions and merges name, whether they still come or not. */
  public Set<RecordKey> rememberedRecords() {
    return database.read(
        handle -> {
          Set<RecordKey> found = new HashSet<>();
          for (String columns :
              List.of(
                  "feed, record_id FROM exceptions",
                  "record_feed, record_id FROM decisions",
                  "other_feed, other_id FROM decisions WHERE other_id IS NOT NULL",
                  "enrollment_feed, enrollment_id FROM merges",
                  "mail_feed, mail_id FROM merges",
                  "mail_feed, mail_id FROM segment_retractions")) {
            handle
                .select("SELECT " + columns)
                .map((row, context) -> new RecordKey(row.getString(1), row.getString(2)))
                .forEach(found::add);
          }
          SegmentTable.each(
              handle,
              merge -> {
                found.add(merge.pair().mail());
                found.add(merge.pair().enrollment());
              });
          return found;
        });
  }

  /** The exceptions that records have had, of those that are remembered. */
  public List<OpenException> exceptions(Set<RecordKey> records) {
    return database.read(
        handle -> {
          Set<String> own = ExceptionTable.idsOf(handle, records);
          return ExceptionTable.all(handle).stream().filter(e -> own.contains(e.id())).toList();
        });
  }

  /** The messages about some exceptions, sent or owed, in their order. */
  public List<String> messages(Set<String> exceptions) {
    List<String> bodies = new ArrayList<>();
    database.read(
        handle -> {
          for (String exception : exceptions) {
            handle
                .select(
                    "SELECT body FROM outbox WHERE exception_id = ? ORDER BY sequence", exception)
                .mapTo(String.class)
                .forEach(bodies::add);
          }
          return bodies;
        });
    return bodies;
  }

  /**
   * Takes the decisions, merges, exceptions and messages about some records out. Their open
   * exceptions are told to be cleared, without a name; messages about others that mention the
   * person go as well, and what had not been sent of these is told anew by the next cycle.
   *
   * @param hardware by which decisions about others know a device that was the person's
   * @return how many rows are gone or changed
   */
  public int scrub(
      Set<RecordKey> records,
      Set<String> hardware,
      Predicate<String> mentions,
      Instant at,
      Function<ExceptionChange, String> body) {
    return database.write(
        handle -> {
          Set<String> own = ExceptionTable.idsOf(handle, records);
          int gone = OutboxTable.erase(handle, own, mentions);
          List<ExceptionChange> cleared =
              ExceptionTable.open(handle).stream()
                  .filter(open -> own.contains(open.id()))
                  .map(open -> nameless(open, at))
                  .toList();
          OutboxTable.owe(handle, new Changes(at, List.of(), List.of(), cleared), body);
          return gone
              + ExceptionTable.erase(handle, own)
              + MergeTable.erase(handle, records)
              + DecisionTable.erase(handle, records)
              + DecisionTable.forgetHardware(handle, hardware);
        });
  }

  private static ExceptionChange nameless(OpenException open, Instant at) {
    return new ExceptionChange(
        ExceptionChange.Event.CLEARED,
        new OpenException(
            open.id(),
            new RecordKey(open.record().feed(), ERASED),
            open.occurrence(),
            open.revision() + 1,
            open.reason(),
            open.platform(),
            ERASED,
            open.openedAt(),
            at),
        Optional.empty());
  }

  /** Owes messages again that a broker held which is to be emptied. */
  public void oweAgain(Collection<String> eventIds) {
    database.write(
        handle -> {
          Set<String> unknown = new HashSet<>();
          for (String event : eventIds) {
            if (handle.execute("UPDATE outbox SET sent_at = NULL WHERE event_id = ?", event) == 0) {
              unknown.add(event.substring(0, Math.max(0, event.lastIndexOf('-'))));
            }
          }
          return ExceptionTable.tellAnew(handle, unknown);
        });
  }

  /** Leaves no trace of what was deleted in free pages and journals. */
  public void compact() {
    database.run("VACUUM");
    if (database.isSqlite()) {
      database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
