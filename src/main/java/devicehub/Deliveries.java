package devicehub;

import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Arrival;
import devicehub.inventory.Delivery;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Receipt;
import devicehub.inventory.Receiver;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import java.io.IOException;

/** The bean {@code deliveries}: takes in what is pushed to a feed, over HTTP or a queue. */
public final class Deliveries implements Receiver {
  private final FeedIntake intake;
  private final RawStore raw;
  private final SnapshotLog log;

  Deliveries(FeedIntake intake, RawStore raw, SnapshotLog log) {
    this.intake = intake;
    this.raw = raw;
    this.log = log;
  }

  /**
   * Takes one delivery in.
   *
   * @throws UnreadableInputException if it cannot be read as a whole; it is kept, to be looked at
   */
  @Override
  public Receipt receive(Delivery delivery) throws IOException {
    Feed feed = intake.feed(delivery.feed());
    // Before the feed is held: a slow sender keeps nobody else waiting.
    try (Arrival arrival = raw.receive(delivery.name(), delivery.content())) {
      synchronized (feed) {
        long before = log.latest(feed.name()).map(Snapshot::id).orElse(0L);
        intake.take(delivery.kind().map(feed::as).orElse(feed), arrival);
        Snapshot latest = log.latest(feed.name()).orElseThrow();
        return latest.id() == before
            ? new Receipt(sayingTheSame(arrival.part(), latest), false)
            : new Receipt(latest, true);
      }
    }
  }

  private Snapshot sayingTheSame(RawPart part, Snapshot latest) {
    return log.inForce().stream()
        .filter(s -> s.feed().equals(latest.feed()))
        .filter(s -> s.parts().stream().anyMatch(p -> p.sha256().equals(part.sha256())))
        .findFirst()
        .orElse(latest);
  }
}
