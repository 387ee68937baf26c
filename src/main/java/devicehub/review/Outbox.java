package devicehub.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Messages owed to the queue. They are written in the transaction of the decisions they tell of, so
 * a dead broker delays them and never loses one; after a fault one may be sent twice, with the same
 * event id.
 */
public interface Outbox {
  /** The oldest messages not yet sent, in the order they must be sent. */
  List<Message> pending(int limit);

  /** Marks messages as sent, once the broker has confirmed them. */
  void sent(Collection<Message> messages);

  /**
   * Forgets messages that were sent before a moment.
   *
   * @return how many
   */
  int forget(Instant sentBefore);

  /** How many messages wait. */
  long backlog();

  /**
   * One change of one exception, as selectors and consumers see it.
   *
   * @param sequence ascending in the order of writing
   * @param body the JSON text
   */
  record Message(
      long sequence,
      String eventId,
      String event,
      String exceptionId,
      String reason,
      String feed,
      String platform,
      String severity,
      String body) {}
}
