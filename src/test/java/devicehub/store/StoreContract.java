package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.decision.Changes;
import devicehub.decision.DecisionLog;
import devicehub.decision.DecisionLogContract;
import devicehub.decision.HeldCycle;
import devicehub.decision.HeldCycleContract;
import devicehub.decision.OpenException;
import devicehub.decision.Reason;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import devicehub.intake.ErasureList;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.RawStoreContract;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import devicehub.inventory.SnapshotLogContract;
import devicehub.review.Outbox;
import devicehub.review.Outbox.Message;
import devicehub.review.OutboxContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store does on every database, and across restarts. */
abstract class StoreContract
    implements RawStoreContract,
        SnapshotLogContract,
        DecisionLogContract,
        HeldCycleContract,
        OutboxContract {
  private Store store;

  /** Of an empty database, the same one at every call. */
  abstract StoreSettings settings();

  @BeforeEach
  final void openStore() {
    store = Store.open(settings());
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  private void restart() {
    store.close();
    store = Store.open(settings());
  }

  @Override
  public final RawStore raw() {
    return store.raw();
  }

  @Override
  public final SnapshotLog snapshots() {
    return store.snapshots();
  }

  @Override
  public final DecisionLog decisions() {
    return store.decisions(OutboxContract::body);
  }

  @Override
  public final Outbox outbox() {
    return store.outbox();
  }

  @Test
  final void aRestartForgetsNothing() {
    Snapshot snapshot =
        snapshots()
            .add(
                SnapshotLogContract.snapshot(
                    "exchange", Snapshot.Kind.FULL, Snapshot.State.IN_FORCE, "monday"));
    ReviewerDecision decision =
        decisions().decide(DecisionLogContract.decision(Kind.SEPARATE, Optional.of(JANES_IPAD)));
    StandingMerge merge =
        DecisionLogContract.merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    var opened = DecisionLogContract.opened(JOES_MAIL, 1, Reason.NO_OWNER, TUESDAY);
    decisions().write(new Changes(TUESDAY, List.of(merge), List.of(), List.of(opened)));
    List<Message> owed = outbox().pending(10);
    HeldCycle held = decisions().hold(HeldCycleContract.jumping(412));
    var release = decisions().release(HeldCycleContract.releasing(held));

    restart();

    assertThat(snapshots().inForce()).containsExactly(snapshot);
    assertThat(decisions().decisions()).containsExactly(decision);
    assertThat(decisions().standingMerges()).containsExactly(merge);
    assertThat(decisions().openExceptions()).containsExactly(opened.exception());
    assertThat(outbox().pending(10)).isEqualTo(owed).hasSize(1);
    assertThat(decisions().held()).contains(held);
    assertThat(decisions().releases()).containsExactly(release);
  }

  @Test
  final void rawInputOutlivesARestart() throws IOException {
    RawPart part = raw().keep("monday.csv", RawStoreContract.text("abc"));

    restart();

    try (InputStream kept = raw().open(part)) {
      assertThat(kept).hasContent("abc");
    }
  }

  @Test
  final void onlyAHashOpensRawInput() {
    RawPart forged = new RawPart("../../etc/passwd", "passwd", 1);

    assertThatThrownBy(() -> raw().open(forged)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  final void idsGoOnAscendingAfterARestart() {
    long before = decisions().decide(excluding()).id();

    restart();

    assertThat(decisions().decide(excluding()).id()).isGreaterThan(before);
  }

  @Test
  final void aWriteThatFailsHalfWayLeavesNothing() {
    StandingMerge merge =
        DecisionLogContract.merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    var opened = DecisionLogContract.opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    Changes changes = new Changes(MONDAY, List.of(merge), List.of(), List.of(opened));
    DecisionLog unableToTell =
        store.decisions(
            change -> {
              throw new IllegalStateException("no words for it");
            });

    assertThatThrownBy(() -> unableToTell.write(changes)).hasMessage("no words for it");

    assertThat(decisions().standingMerges()).isEmpty();
    assertThat(decisions().openExceptions()).isEmpty();
    assertThat(decisions().occurrences()).isEmpty();
    assertThat(outbox().backlog()).isZero();
  }

  @Test
  final void timesAreCutToTheMillisecond() {
    var finer = MONDAY.plusNanos(999_999);
    decisions()
        .write(
            DecisionLogContract.telling(
                finer, DecisionLogContract.opened(JOES_MAIL, 1, Reason.NO_OWNER, finer)));

    assertThat(decisions().openExceptions())
        .extracting(OpenException::openedAt)
        .containsExactly(MONDAY);
  }

  @Test
  final void aSecondHubOnTheSameDataFolderIsTurnedAway() {
    assertThatThrownBy(() -> Store.open(settings()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("in use by another hub")
        .hasMessageContaining(settings().data().toString());
  }

  @Test
  final void aStoreThatANewerHubWroteIsTurnedAway() {
    store.close();
    leaveAsANewerHubWould();

    assertThatThrownBy(() -> Store.open(settings()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a newer hub wrote this store (schema 99, this hub knows 9)");
  }

  private void leaveAsANewerHubWould() {
    try (DataFolder folder = DataFolder.hold(settings().data());
        Database database = Database.open(settings())) {
      database.write(
          handle ->
              handle.execute(
                  "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                      + " script, installed_by, execution_time, success)"
                      + " VALUES (99, '99', 'tomorrow', 'SQL', 'V99__tomorrow.sql', 'hub', 0, ?)",
                  true));
    }
  }

  @Test
  final void anErasureLeavesNothingOfSomeRecordsAndTellsTheQueueWithoutAName() {
    StandingMerge janes =
        DecisionLogContract.merge(JANES_IPHONE, JANES_MAIL, "same-eas-id", MONDAY);
    StandingMerge joes = DecisionLogContract.merge(JANES_IPAD, JOES_MAIL, "same-serial", MONDAY);
    var jane = DecisionLogContract.opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    var joe = DecisionLogContract.opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    ReviewerDecision others =
        decisions()
            .decide(
                new ReviewerDecision(
                    0, Kind.EXCLUDE, JOES_MAIL, Optional.empty(), "Sam", "a loan", MONDAY));
    ReviewerDecision ofHerPhone =
        decisions()
            .decide(
                new ReviewerDecision(
                    0,
                    Kind.SEPARATE,
                    JOES_MAIL,
                    Optional.of(JANES_IPAD),
                    "Sam",
                    "no longer his",
                    MONDAY,
                    new ReviewerDecision.Known(
                        Set.of("f17lttcgffg8", "imei:35162307006616"), Optional.empty())));
    decisions().decide(excluding());
    RecordKey shouted = new RecordKey(JANES_MAIL.feed(), JANES_MAIL.id().toUpperCase(Locale.ROOT));
    decisions()
        .decide(
            new ReviewerDecision(
                0, Kind.EXCLUDE, shouted, Optional.empty(), "Sam", "as it was spelled", MONDAY));
    decisions().write(new Changes(MONDAY, List.of(janes, joes), List.of(), List.of(jane, joe)));

    Set<RecordKey> hers = Set.of(JANES_IPHONE, JANES_MAIL);
    store
        .erasures()
        .scrub(
            hers,
            Set.of("f17lttcgffg8"),
            body -> false,
            TUESDAY,
            change -> change.exception().toString());
    store.erasures().compact();

    assertThat(decisions().standingMerges()).containsExactly(joes);
    assertThat(decisions().decisions()).containsExactly(others, ofHerPhone.withoutHardware());
    assertThat(decisions().openExceptions()).containsExactly(joe.exception());
    assertThat(decisions().spentIds()).containsExactly(jane.exception().id());
    assertThat(outbox().pending(10))
        .extracting(Message::event)
        .containsExactly("OPENED", "CLEARED");
    assertThat(outbox().pending(10).get(1))
        .satisfies(
            told -> {
              assertThat(told.eventId()).isEqualTo(jane.exception().id() + "-2");
              assertThat(told.body()).contains("erased").doesNotContain("jane");
            });
  }

  @Test
  final void aMessageThatNamesSomebodyElseIsToldAnewIfItWasNotSent() {
    var jane = DecisionLogContract.opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    var joe = DecisionLogContract.opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    decisions().write(new Changes(MONDAY, List.of(), List.of(), List.of(jane, joe)));
    outbox().sent(outbox().pending(1));

    store.erasures().scrub(Set.of(), Set.of(), body -> true, TUESDAY, change -> "");

    assertThat(outbox().pending(10)).isEmpty();
    assertThat(decisions().openExceptions())
        .extracting(open -> open.record().equals(JOES_MAIL) && open.fingerprint().isEmpty())
        .as("what was sent was told")
        .containsExactlyInAnyOrder(false, true);

    store.erasures().oweAgain(List.of(jane.exception().eventId()));
    assertThat(decisions().openExceptions())
        .as("the broker held a message that is forgotten")
        .allMatch(open -> open.fingerprint().isEmpty());
  }

  @Test
  final void whoIsErasedIsKnownAgainByAHashThatOnlyThisStoreMakes() {
    assertThat(store.erasures().list()).isSameAs(ErasureList.EMPTY);
    long erasure =
        store.erasures().begin("jane.doe@acme.example", Set.of("Jane"), "Ann", "asked", MONDAY);
    store.erasures().begin("jane.doe@acme.example", Set.of("Jane"), "Ann", "again", TUESDAY);
    store.erasures().finish(erasure, TUESDAY);

    String hash = store.erasures().list().hash("JANE");
    restart();
    assertThat(store.erasures().list().hash("jane ")).isEqualTo(hash);
    assertThat(hash).isNotEqualTo(ErasureList.EMPTY.hash("jane"));
  }

  @Test
  final void noTroubleWhileTheDatabaseAnswers() {
    assertThat(store.trouble()).isEmpty();
  }

  private static ReviewerDecision excluding() {
    return DecisionLogContract.decision(Kind.EXCLUDE, Optional.empty());
  }
}
