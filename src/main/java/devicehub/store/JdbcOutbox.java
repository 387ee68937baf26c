package devicehub.store;

import devicehub.review.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The outbox in a database; the decision log fills it. */
final class JdbcOutbox implements Outbox {
  private final Database database;
  private final Clock clock;

  JdbcOutbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<Message> pending(int limit) {
    return database.read(handle -> OutboxTable.pending(handle, limit));
  }

  @Override
  public void sent(Collection<Message> messages) {
    database.write(handle -> OutboxTable.sent(handle, messages, clock.millis()));
  }

  @Override
  public int forget(Instant sentBefore) {
    return database.write(handle -> OutboxTable.forget(handle, sentBefore));
  }

  @Override
  public long backlog() {
    return database.read(OutboxTable::backlog);
  }
}
