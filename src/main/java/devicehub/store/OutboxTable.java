package devicehub.store;

import devicehub.cores.Relay;
import devicehub.decision.Changes;
import devicehub.decision.ExceptionChange;
import devicehub.decision.OpenException;
import devicehub.review.Outbox.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Messages in the order they must be sent; a sent one stays for a while, with the time it was sent.
 */
final class OutboxTable {
  /** So many messages at a time are put into words. */
  private static final int WORDED = 1_000;

  private OutboxTable() {}

  static void owe(Handle handle, Changes changes, Function<ExceptionChange, String> body)
      throws SQLException {
    try (Inserts rows =
        new Inserts(
            handle,
            "outbox",
            "event_id",
            "event",
            "exception_id",
            "reason",
            "feed",
            "platform",
            "severity",
            "body")) {
      List<ExceptionChange> all = changes.exceptions();
      Relay.run(
          (all.size() + WORDED - 1) / WORDED,
          number -> worded(all, number * WORDED, body),
          messages -> add(rows, messages));
      rows.finish();
    }
  }

  private record Worded(List<ExceptionChange> changes, List<String> bodies) {}

  private static Worded worded(
      List<ExceptionChange> all, int from, Function<ExceptionChange, String> body) {
    List<ExceptionChange> some = all.subList(from, Math.min(all.size(), from + WORDED));
    return new Worded(some, some.stream().map(body).toList());
  }

  private static void add(Inserts rows, Worded messages) throws SQLException {
    for (int i = 0; i < messages.changes().size(); i++) {
      add(rows, messages.changes().get(i), messages.bodies().get(i));
    }
  }

  private static void add(Inserts rows, ExceptionChange change, String body) throws SQLException {
    OpenException exception = change.exception();
    rows.add(
        exception.eventId(),
        change.event().name(),
        exception.id(),
        exception.reason().name(),
        exception.record().feed(),
        exception.platform().name(),
        exception.reason().severity().name(),
        body);
  }

  static List<Message> pending(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT sequence, event_id, event, exception_id, reason, feed, platform, severity, body"
                + " FROM outbox WHERE sent_at IS NULL ORDER BY sequence LIMIT ?")
        .bind(0, limit)
        .map((row, context) -> read(row))
        .list();
  }

  static int sent(Handle handle, Collection<Message> messages, long at) {
    try (Batch update =
        new Batch(handle, "UPDATE outbox SET sent_at = ? WHERE sequence = ? AND sent_at IS NULL")) {
      for (Message message : messages) {
        update.add(at, message.sequence());
      }
      return messages.size();
    }
  }

  static int forget(Handle handle, Instant sentBefore) {
    return handle.execute("DELETE FROM outbox WHERE sent_at < ?", sentBefore.toEpochMilli());
  }

  /**
   * Deletes the messages of some exceptions, and those that mention somebody; what these would have
   * told of other exceptions is told anew.
   */
  static int erase(Handle handle, Set<String> own, Predicate<String> mentions) {
    List<Long> gone = new ArrayList<>();
    Set<String> untold = new HashSet<>();
    handle
        .select("SELECT sequence, exception_id, sent_at, body FROM outbox")
        .map(
            (row, context) -> {
              String exception = row.getString(2);
              if (own.contains(exception) || mentions.test(row.getString(4))) {
                gone.add(row.getLong(1));
                boolean sent = row.getObject(3) != null;
                if (!sent && !own.contains(exception)) {
                  untold.add(exception);
                }
              }
              return exception;
            })
        .forEach(exception -> {});
    try (Batch delete = new Batch(handle, "DELETE FROM outbox WHERE sequence = ?")) {
      gone.forEach(delete::add);
    }
    ExceptionTable.tellAnew(handle, untold);
    return gone.size();
  }

  static long backlog(Handle handle) {
    return handle
        .createQuery("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
        .mapTo(Long.class)
        .one();
  }

  private static Message read(ResultSet row) throws SQLException {
    return new Message(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }
}
