package devicehub.store;

import devicehub.drill.KillPoint;
import devicehub.inventory.Counts;
import devicehub.inventory.Expiry;
import devicehub.inventory.HoldDecision;
import devicehub.inventory.LeftOut;
import devicehub.inventory.NotHeldException;
import devicehub.inventory.RawPart;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.Snapshot.State;
import devicehub.inventory.SnapshotLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The snapshot log in a database. */
final class JdbcSnapshotLog implements SnapshotLog {
  private static final String SELECT =
      "SELECT id, feed, kind, state, taken_at,"
          + " rows_in, accepted, duplicate, rejected, ignored, held, reason, asked_at FROM snapshots ";

  private static final String TOOK_FORCE = "state IN ('IN_FORCE', 'SUPERSEDED')";

  private final Database database;

  JdbcSnapshotLog(Database database) {
    this.database = database;
  }

  @Override
  public Snapshot add(Snapshot snapshot) {
    Snapshot added =
        database.writeAlone(
            turn(snapshot.feed()),
            handle -> {
              Snapshot written = add(handle, snapshot);
              KillPoint.SNAPSHOT_UNCOMMITTED.pass();
              return written;
            });
    KillPoint.SNAPSHOT_COMMITTED.pass();
    return added;
  }

  @Override
  public List<Snapshot> inForce() {
    return database.read(handle -> find(handle, "WHERE state = 'IN_FORCE' ORDER BY id"));
  }

  @Override
  public Optional<Snapshot> latest(String feed) {
    return database
        .read(handle -> find(handle, "WHERE feed = ? ORDER BY id DESC LIMIT 1", feed))
        .stream()
        .findFirst();
  }

  @Override
  public List<Snapshot> newest(String feed, Set<State> states, int limit) {
    String in = states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
    return database.read(
        handle ->
            find(
                handle,
                "WHERE feed = ? AND state IN (" + in + ") ORDER BY id DESC LIMIT ?",
                feed,
                limit));
  }

  @Override
  public List<Snapshot> accepted(String feed, Instant since) {
    return database.read(
        handle ->
            find(
                handle,
                "WHERE feed = ? AND "
                    + TOOK_FORCE
                    + " AND id >= COALESCE((SELECT MAX(id) FROM snapshots WHERE feed = ? AND "
                    + TOOK_FORCE
                    + " AND kind = 'FULL' AND taken_at < ?), 0) ORDER BY id",
                feed,
                feed,
                since.toEpochMilli()));
  }

  @Override
  public List<Snapshot> fulls(String feed, int limit) {
    return database.read(
        handle ->
            find(
                handle,
                "WHERE feed = ? AND kind = 'FULL' AND " + TOOK_FORCE + " ORDER BY id DESC LIMIT ?",
                feed,
                limit));
  }

  @Override
  public HoldDecision decide(HoldDecision decision) {
    return database.writeAlone(turn(decision.feed()), handle -> decide(handle, decision));
  }

  @Override
  public List<HoldDecision> holdDecisions() {
    return database.read(HoldTable::all);
  }

  /**
   * A feed's changes come one after the other: a release that has not seen a newer snapshot take
   * force would put the older one in its place.
   */
  private static String turn(String feed) {
    return "snapshots of " + feed;
  }

  @Override
  public void tell(LeftOut leftOut) {
    database.write(handle -> LeftOutTable.add(handle, leftOut));
  }

  @Override
  public List<LeftOut> told(String feed, long from) {
    return database.read(handle -> LeftOutTable.find(handle, feed, from));
  }

  @Override
  public Set<String> feeds() {
    return database.read(
        handle -> handle.select("SELECT DISTINCT feed FROM snapshots").mapTo(String.class).set());
  }

  @Override
  public int expire(String feed, Expiry expiry) {
    return database.writeAlone(
        turn(feed),
        handle -> {
          int emptied = expire(handle, feed, expiry);
          KillPoint.PURGE_UNCOMMITTED.pass();
          return emptied;
        });
  }

  private static int expire(Handle handle, String feed, Expiry expiry) {
    List<Snapshot> all =
        handle.select(SELECT + "WHERE feed = ?", feed).map((row, context) -> read(row)).list();
    Predicate<Snapshot> content = expiry.content(all);
    Predicate<Snapshot> whole = expiry.whole(all);
    LeftOutTable.forget(handle, feed, expiry.recall().first());
    HoldTable.forget(handle, feed, expiry.log());
    Set<Long> kept = HoldTable.decidedOn(handle, feed);
    Set<Long> full = withContent(handle, feed);
    List<Snapshot> emptied =
        all.stream().filter(content).filter(s -> full.contains(s.id())).toList();
    delete(handle, "DELETE FROM snapshot_parts WHERE snapshot_id = ?", emptied);
    delete(
        handle,
        "DELETE FROM snapshots WHERE id = ?",
        all.stream().filter(whole).filter(s -> !kept.contains(s.id())).toList());
    return emptied.size();
  }

  private static void delete(Handle handle, String sql, List<Snapshot> snapshots) {
    try (Batch batch = new Batch(handle, sql)) {
      snapshots.forEach(snapshot -> batch.add(snapshot.id()));
    }
  }

  private static Set<Long> withContent(Handle handle, String feed) {
    return handle
        .select(
            "SELECT DISTINCT snapshot_id FROM snapshot_parts JOIN snapshots ON id = snapshot_id"
                + " WHERE feed = ?",
            feed)
        .mapTo(Long.class)
        .set();
  }

  @Override
  public Set<String> contents() {
    return database.read(
        handle ->
            handle.select("SELECT DISTINCT sha256 FROM snapshot_parts").mapTo(String.class).set());
  }

  private static HoldDecision decide(Handle handle, HoldDecision decision) {
    Snapshot held =
        find(handle, "WHERE id = ? AND state = 'HELD'", decision.snapshot()).stream()
            .findFirst()
            .orElseThrow(() -> new NotHeldException(decision));
    if (find(handle, "WHERE feed = ? AND state = 'IN_FORCE'", held.feed()).stream()
        .anyMatch(newer -> newer.overtakes(held))) {
      throw new NotHeldException(decision);
    }
    Snapshot decided =
        decision.kind() == HoldDecision.Kind.RELEASE
            ? held.released()
            : held.in(State.DISCARDED, held.reason());
    supersedeBy(handle, decided);
    handle.execute(
        "UPDATE snapshots SET state = ?, accepted = ?, held = ?, reason = ? WHERE id = ?",
        decided.state().name(),
        decided.counts().accepted(),
        decided.counts().held(),
        decided.reason(),
        decided.id());
    return HoldTable.add(handle, decision);
  }

  private static void supersedeBy(Handle handle, Snapshot newer) {
    if (newer.state() == State.IN_FORCE && newer.kind() == Kind.FULL) {
      handle.execute(
          "UPDATE snapshots SET state = 'SUPERSEDED', reason = ''"
              + " WHERE state = 'IN_FORCE' AND feed = ? AND id < ?",
          newer.feed(),
          newer.id() == 0 ? Long.MAX_VALUE : newer.id());
    }
  }

  private static Snapshot add(Handle handle, Snapshot snapshot) {
    supersedeBy(handle, snapshot);
    Snapshot added = snapshot.with(insert(handle, snapshot));
    addParts(handle, added.id(), added.parts());
    return added;
  }

  static int addParts(Handle handle, long snapshot, List<RawPart> parts) {
    try (Batch insert =
        new Batch(
            handle,
            "INSERT INTO snapshot_parts (snapshot_id, ordinal, sha256, name, bytes)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      int ordinal = 0;
      for (RawPart part : parts) {
        insert.add(snapshot, ordinal++, part.sha256(), part.name(), part.bytes());
      }
      return ordinal;
    }
  }

  private static long insert(Handle handle, Snapshot snapshot) {
    Counts counts = snapshot.counts();
    return handle
        .createQuery(
            "INSERT INTO snapshots (feed, kind, state, taken_at,"
                + " rows_in, accepted, duplicate, rejected, ignored, held, reason, asked_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
        .bind(0, snapshot.feed())
        .bind(1, snapshot.kind().name())
        .bind(2, snapshot.state().name())
        .bind(3, snapshot.takenAt().toEpochMilli())
        .bind(4, counts.rowsIn())
        .bind(5, counts.accepted())
        .bind(6, counts.duplicate())
        .bind(7, counts.rejected())
        .bind(8, counts.ignored())
        .bind(9, counts.held())
        .bind(10, snapshot.reason())
        .bind(11, snapshot.askedAt().map(Instant::toEpochMilli).orElse(null))
        .mapTo(Long.class)
        .one();
  }

  private static List<Snapshot> find(Handle handle, String where, Object... values) {
    List<Snapshot> found =
        handle.select(SELECT + where, values).map((row, context) -> read(row)).list();
    return found.stream().map(bare -> withParts(handle, bare)).toList();
  }

  private static Snapshot read(ResultSet row) throws SQLException {
    long askedAt = row.getLong("asked_at");
    boolean asked = !row.wasNull();
    return new Snapshot(
        row.getLong("id"),
        row.getString("feed"),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        List.of(),
        Instant.ofEpochMilli(row.getLong("taken_at")),
        new Counts(
            row.getLong("rows_in"),
            row.getLong("accepted"),
            row.getLong("duplicate"),
            row.getLong("rejected"),
            row.getLong("ignored"),
            row.getLong("held")),
        row.getString("reason"),
        asked ? Optional.of(Instant.ofEpochMilli(askedAt)) : Optional.empty());
  }

  private static Snapshot withParts(Handle handle, Snapshot bare) {
    List<RawPart> parts =
        handle
            .select(
                "SELECT sha256, name, bytes FROM snapshot_parts WHERE snapshot_id = ?"
                    + " ORDER BY ordinal",
                bare.id())
            .map((row, context) -> new RawPart(row.getString(1), row.getString(2), row.getLong(3)))
            .list();
    return new Snapshot(
        bare.id(),
        bare.feed(),
        bare.kind(),
        bare.state(),
        parts,
        bare.takenAt(),
        bare.counts(),
        bare.reason(),
        bare.askedAt());
  }
}
