package devicehub.store;

import static devicehub.decision.DecisionLogContract.JANES_IPAD;
import static devicehub.decision.DecisionLogContract.JANES_IPHONE;
import static devicehub.decision.DecisionLogContract.JANES_MAIL;
import static devicehub.decision.DecisionLogContract.JOES_MAIL;
import static devicehub.decision.DecisionLogContract.MONDAY;
import static devicehub.decision.DecisionLogContract.TUESDAY;
import static devicehub.decision.DecisionLogContract.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import devicehub.decision.Authority;
import devicehub.decision.CycleRelease;
import devicehub.decision.DecisionLog;
import devicehub.decision.OpenException;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.decision.StandingMerge;
import devicehub.device.Platform;
import devicehub.inventory.HoldDecision;
import devicehub.inventory.Snapshot;
import devicehub.review.Outbox.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a hub of each earlier schema left behind is all there for this one. The rows are written by
 * SQL, as those hubs wrote them, for no code of today knows their tables.
 */
abstract class MigrationContract {
  private static final long AT = MONDAY.toEpochMilli();

  private StoreSettings settings = StoreSettings.sqlite(Path.of("none"));

  /** Of a database with nothing in it, not even tables. */
  abstract StoreSettings empty();

  @BeforeEach
  final void make() {
    settings = empty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  final void nothingThatAnEarlierHubKeptIsLost(int schema) {
    leaveBehind(schema);

    try (Store store = Store.open(settings)) {
      List<Snapshot> inForce = store.snapshots().inForce();
      assertThat(inForce).extracting(Snapshot::feed).containsExactly("exchange");
      assertThat(inForce.get(0).parts()).singleElement().matches(p -> p.name().equals("a.csv"));
      assertThat(inForce.get(0).counts().accepted()).isEqualTo(8);

      DecisionLog log = store.decisions(change -> change.exception().eventId());
      assertThat(log.decisions())
          .extracting(ReviewerDecision::kind, ReviewerDecision::by, ReviewerDecision::record)
          .containsExactly(tuple(Kind.EXCLUDE, "Sam", JOES_MAIL));
      assertThat(log.standingMerges())
          .extracting(StandingMerge::pair)
          .containsExactlyElementsOf(
              schema < 2 ? List.of(row().pair()) : List.of(crowd().pair(), row().pair()));
      assertThat(log.openExceptions())
          .extracting(OpenException::id, OpenException::revision, OpenException::platform)
          .containsExactly(
              tuple("EX-OLD", 1, Platform.UNKNOWN), tuple("EX-OPEN", 2, Platform.ANDROID));
      assertThat(log.occurrences()).isEqualTo(Map.of(JOES_MAIL, 1, JANES_MAIL, 3));
      assertThat(store.outbox().pending(10))
          .extracting(Message::eventId)
          .containsExactly("EX-OPEN-2");
      assertThat(store.snapshots().holdDecisions())
          .extracting(HoldDecision::by)
          .isEqualTo(schema < 3 ? List.of() : List.of("Ann"));
      assertThat(log.releases())
          .extracting(CycleRelease::by)
          .isEqualTo(schema < 5 ? List.of() : List.of("Bob"));
    }
  }

  private static StandingMerge row() {
    return merge(JANES_IPHONE, JANES_MAIL, "exact-id", MONDAY);
  }

  private static StandingMerge crowd() {
    return merge(JANES_IPAD, JOES_MAIL, "exact-id", MONDAY);
  }

  private void leaveBehind(int schema) {
    boolean sqlite = settings.isSqlite();
    var source =
        sqlite
            ? Sqlite.dataSource(settings.data().resolve("hub.db"))
            : Postgres.dataSource(settings);
    DataFolder.hold(settings.data()).close();
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:devicehub/store")
        .target(MigrationVersion.fromVersion("" + schema))
        .placeholders(
            Map.of(
                "identity",
                sqlite
                    ? "INTEGER PRIMARY KEY AUTOINCREMENT"
                    : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                "bytes",
                sqlite ? "BLOB" : "BYTEA"))
        .load()
        .migrate();
    Jdbi.create(source).useTransaction(handle -> fill(handle, schema));
  }

  private static void fill(Handle handle, int schema) {
    handle.execute(
        "INSERT INTO snapshots (feed, kind, state, taken_at, rows_in, accepted, duplicate,"
            + " rejected, ignored, held, reason)"
            + " VALUES ('exchange', 'FULL', 'IN_FORCE', ?, 9, 8, 1, 0, 0, 0, '')",
        AT);
    handle.execute(
        "INSERT INTO snapshot_parts (snapshot_id, ordinal, sha256, name, bytes)"
            + " VALUES (1, 0, ?, 'a.csv', 7)",
        "a".repeat(64));
    handle.execute(
        "INSERT INTO decisions (kind, record_feed, record_id, decided_by, note, decided_at)"
            + " VALUES ('EXCLUDE', ?, ?, 'Sam', 'a loan', ?)",
        JOES_MAIL.feed(),
        JOES_MAIL.id(),
        AT);
    handle.execute(
        "INSERT INTO merges (enrollment_feed, enrollment_id, mail_feed, mail_id, rule, authority,"
            + " merged_at) VALUES (?, ?, ?, ?, 'exact-id', ?, ?)",
        JANES_IPHONE.feed(),
        JANES_IPHONE.id(),
        JANES_MAIL.feed(),
        JANES_MAIL.id(),
        Authority.RULE.name(),
        AT);
    exception(handle, "EX-GONE", 2, 2, Optional.of(TUESDAY.toEpochMilli()));
    exception(handle, "EX-OPEN", 3, 2, Optional.empty());
    handle.execute(
        "INSERT INTO exceptions (id, feed, record_id, occurrence, revision, reason, fingerprint,"
            + " opened_at, changed_at) VALUES ('EX-OLD', ?, ?, 1, 1, 'NO_OWNER', 'f', ?, ?)",
        JOES_MAIL.feed(),
        JOES_MAIL.id(),
        AT - 1,
        AT - 1);
    message(handle, "EX-OPEN-1", "OPENED", "EX-OPEN", "IOS", Optional.of(AT));
    message(handle, "EX-GONE-2", "CLEARED", "EX-GONE", "", Optional.of(AT));
    message(handle, "EX-OPEN-2", "CHANGED", "EX-OPEN", "ANDROID", Optional.empty());
    if (schema >= 2) {
      handle.execute(
          "INSERT INTO merge_segments (merged_at, merges, content) VALUES (?, 1, ?)",
          AT,
          MergeSegment.pack(List.of(crowd())));
    }
    if (schema >= 3) {
      handle.execute(
          "INSERT INTO hold_decisions (snapshot_id, feed, kind, decided_by, note, decided_at)"
              + " VALUES (1, 'exchange', 'RELEASE', 'Ann', 'it is right', ?)",
          AT);
    }
    if (schema >= 5) {
      handle.execute(
          "INSERT INTO cycle_holds (held_at, rules, retracted, merged, opened, reason, ended_at)"
              + " VALUES (?, 'r', 9, 0, 0, 'many', ?)",
          AT,
          AT);
      handle.execute(
          "INSERT INTO cycle_releases (hold_id, released_by, note, released_at)"
              + " VALUES (1, 'Bob', 'so it is', ?)",
          AT);
    }
  }

  private static void exception(
      Handle handle, String id, int occurrence, int revision, Optional<Long> clearedAt) {
    handle.execute(
        "INSERT INTO exceptions (id, feed, record_id, occurrence, revision, reason, fingerprint,"
            + " opened_at, changed_at, cleared_at) VALUES (?, ?, ?, ?, ?, 'NO_OWNER', 'f', ?, ?, "
            + clearedAt.map(String::valueOf).orElse("NULL")
            + ")",
        id,
        JANES_MAIL.feed(),
        JANES_MAIL.id(),
        occurrence,
        revision,
        AT,
        AT);
  }

  private static void message(
      Handle handle,
      String event,
      String kind,
      String exception,
      String platform,
      Optional<Long> sentAt) {
    handle.execute(
        "INSERT INTO outbox (event_id, event, exception_id, reason, feed, platform, severity, body,"
            + " sent_at) VALUES (?, ?, ?, 'NO_OWNER', 'exchange', ?, 'MEDIUM', '{}', "
            + sentAt.map(String::valueOf).orElse("NULL")
            + ")",
        event,
        kind,
        exception,
        platform);
  }
}
