package devicehub.review;

import static devicehub.decision.DecisionLogContract.JANES_MAIL;
import static devicehub.decision.DecisionLogContract.JOES_MAIL;
import static devicehub.decision.DecisionLogContract.MONDAY;
import static devicehub.decision.DecisionLogContract.TUESDAY;
import static devicehub.decision.DecisionLogContract.changed;
import static devicehub.decision.DecisionLogContract.cleared;
import static devicehub.decision.DecisionLogContract.opened;
import static devicehub.decision.DecisionLogContract.telling;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.DecisionLog;
import devicehub.decision.ExceptionChange;
import devicehub.decision.Reason;
import devicehub.review.Outbox.Message;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every outbox does with the messages that a decision log's writes owe. */
public interface OutboxContract {
  /** The log that fills the outbox, with {@link #body} for the messages' text. */
  DecisionLog decisions();

  /** The outbox, empty at first. */
  Outbox outbox();

  static String body(ExceptionChange change) {
    return "{\"event\":\"%s\",\"owner\":\"Jané 📱\"}".formatted(change.event());
  }

  private List<String> pendingEvents() {
    return outbox().pending(100).stream().map(Message::eventId).toList();
  }

  @Test
  default void everyChangeOfAnExceptionOwesOneMessage() {
    ExceptionChange opened = opened(JANES_MAIL, 1, Reason.OWNER_HAS_NO_ENROLLMENT, MONDAY);
    decisions().write(telling(MONDAY, opened));

    List<Message> pending = outbox().pending(100);
    assertThat(pending)
        .containsExactly(
            new Message(
                pending.get(0).sequence(),
                opened.exception().id() + "-1",
                "OPENED",
                opened.exception().id(),
                "OWNER_HAS_NO_ENROLLMENT",
                "exchange",
                "IOS",
                "HIGH",
                body(opened)));
  }

  @Test
  default void aClearedExceptionIsSelectedByWhatWasLastToldOfIt() {
    ExceptionChange opened = opened(JANES_MAIL, 1, Reason.SEPARATED, MONDAY);
    decisions().write(telling(MONDAY, opened));
    decisions().write(telling(TUESDAY, cleared(opened, TUESDAY)));

    Message last = outbox().pending(100).get(1);
    assertThat(last.event()).isEqualTo("CLEARED");
    assertThat(last.reason()).isEqualTo("SEPARATED");
    assertThat(last.severity()).isEqualTo("LOW");
    assertThat(last.platform()).isEqualTo("IOS");
  }

  @Test
  default void messagesWaitInTheOrderOfWriting() {
    ExceptionChange janes = opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    ExceptionChange joes = opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    ExceptionChange janesChanged = changed(janes, Reason.AMBIGUOUS_ID, TUESDAY);
    decisions().write(telling(MONDAY, joes, janes));
    decisions().write(telling(TUESDAY, janesChanged));

    assertThat(pendingEvents())
        .containsExactly(
            joes.exception().eventId(),
            janes.exception().eventId(),
            janesChanged.exception().eventId());
    assertThat(outbox().pending(2)).isEqualTo(outbox().pending(100).subList(0, 2));
  }

  @Test
  default void aSentMessageWaitsNoLonger() {
    ExceptionChange janes = opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    ExceptionChange joes = opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    decisions().write(telling(MONDAY, janes, joes));
    assertThat(outbox().backlog()).isEqualTo(2);

    List<Message> first = outbox().pending(1);
    outbox().sent(first);
    outbox().sent(first); // a repeat does no harm

    assertThat(outbox().backlog()).isEqualTo(1);
    assertThat(pendingEvents()).containsExactly(joes.exception().eventId());
  }

  @Test
  default void onlySentMessagesAreForgotten() {
    ExceptionChange janes = opened(JANES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    ExceptionChange joes = opened(JOES_MAIL, 1, Reason.NO_OWNER, MONDAY);
    decisions().write(telling(MONDAY, janes, joes));
    outbox().sent(outbox().pending(1));
    Instant later = Instant.now().plusSeconds(60);

    assertThat(outbox().forget(Instant.now().minusSeconds(60))).isZero();
    assertThat(outbox().forget(later)).isEqualTo(1);
    assertThat(outbox().forget(later)).isZero();
    assertThat(pendingEvents()).containsExactly(joes.exception().eventId());
  }

  @Test
  default void nothingWaitsBeforeAnythingWasDecided() {
    assertThat(outbox().pending(100)).isEmpty();
    assertThat(outbox().backlog()).isZero();
    outbox().sent(List.of());
  }
}
