package devicehub.store;

import devicehub.decision.Answer;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.decision.ReviewerDecision.Known;
import devicehub.decision.StandingDecisions;
import devicehub.device.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What people decided: rows are added and deleted once overridden for long; nothing in them changes
 * but the hardware that is known of the device.
 */
final class DecisionTable {
  private DecisionTable() {}

  static ReviewerDecision append(Handle handle, ReviewerDecision decision) {
    @Nullable RecordKey other = decision.other().orElse(null);
    return decision.with(
        handle
            .createQuery(
                "INSERT INTO decisions (kind, record_feed, record_id, other_feed, other_id,"
                    + " decided_by, note, decided_at, hardware,"
                    + " same_owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
            .bind(0, decision.kind().name())
            .bind(1, decision.record().feed())
            .bind(2, decision.record().id())
            .bind(3, other == null ? null : other.feed())
            .bind(4, other == null ? null : other.id())
            .bind(5, decision.by())
            .bind(6, decision.note())
            .bind(7, decision.at().toEpochMilli())
            .bind(8, lines(decision.hardware()))
            .bind(9, decision.known().sameOwner().map(Answer::name).orElse(""))
            .mapTo(Long.class)
            .one());
  }

  static List<ReviewerDecision> all(Handle handle) {
    return handle
        .createQuery(
            "SELECT id, kind, record_feed, record_id, other_feed, other_id, decided_by, note,"
                + " decided_at, hardware, same_owner FROM decisions ORDER BY id")
        .map((row, context) -> read(row))
        .list();
  }

  static int learn(Handle handle, List<ReviewerDecision> decisions) {
    try (Batch update = new Batch(handle, "UPDATE decisions SET hardware = ? WHERE id = ?")) {
      decisions.forEach(decision -> update.add(lines(decision.hardware()), decision.id()));
    }
    return decisions.size();
  }

  static int forget(Handle handle, Instant before) {
    List<ReviewerDecision> overridden = StandingDecisions.overridden(all(handle), before);
    try (Batch delete = new Batch(handle, "DELETE FROM decisions WHERE id = ?")) {
      overridden.forEach(decision -> delete.add(decision.id()));
    }
    return overridden.size();
  }

  static int erase(Handle handle, Set<RecordKey> records) {
    Set<RecordKey> folded = records.stream().map(RecordKey::folded).collect(Collectors.toSet());
    List<ReviewerDecision> about =
        all(handle).stream().filter(decision -> decision.isAboutAny(folded)).toList();
    try (Batch delete = new Batch(handle, "DELETE FROM decisions WHERE id = ?")) {
      about.forEach(decision -> delete.add(decision.id()));
    }
    return about.size();
  }

  /** Lets decisions know these devices by their records' keys only. */
  static int forgetHardware(Handle handle, Set<String> hardware) {
    List<ReviewerDecision> knowing =
        all(handle).stream()
            .filter(decision -> decision.hardware().stream().anyMatch(hardware::contains))
            .toList();
    try (Batch forget = new Batch(handle, "UPDATE decisions SET hardware = '' WHERE id = ?")) {
      knowing.forEach(decision -> forget.add(decision.id()));
    }
    return knowing.size();
  }

  private static ReviewerDecision read(ResultSet row) throws SQLException {
    @Nullable String otherFeed = row.getString(5);
    return new ReviewerDecision(
        row.getLong(1),
        Kind.valueOf(row.getString(2)),
        new RecordKey(row.getString(3), row.getString(4)),
        otherFeed == null
            ? Optional.empty()
            : Optional.of(new RecordKey(otherFeed, row.getString(6))),
        row.getString(7),
        row.getString(8),
        Instant.ofEpochMilli(row.getLong(9)),
        new Known(
            row.getString(10).lines().collect(Collectors.toSet()),
            Optional.of(row.getString(11)).filter(word -> !word.isEmpty()).map(Answer::valueOf)));
  }

  /** No identifier holds a line break. */
  private static String lines(Set<String> hardware) {
    return hardware.stream().sorted().collect(Collectors.joining("\n"));
  }
}
