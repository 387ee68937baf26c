package devicehub;

import devicehub.intake.HardwareReader;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.RawStore;
import devicehub.inventory.RowProblem;
import devicehub.inventory.Snapshot;
import devicehub.store.StoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of held snapshots that were rejected, which is often why they are held. They are read
 * from what is kept, once for each snapshot and start: nothing else of it counts.
 */
final class HeldRows {
  private static final Logger LOG = LoggerFactory.getLogger(HeldRows.class);

  private final RawStore raw;
  private final HardwareReader hardware = new HardwareReader();
  private final Map<String, Known> known = new HashMap<>();

  private record Known(long snapshot, List<RowProblem> rows) {}

  HeldRows(RawStore raw) {
    this.raw = raw;
  }

  synchronized List<RowProblem> of(Feed feed, Snapshot held) {
    if (held.counts().rejected() == 0) {
      return List.of();
    }
    Known before = known.get(feed.name());
    if (before != null && before.snapshot() == held.id()) {
      return before.rows();
    }
    List<RowProblem> rows = read(feed, held);
    known.put(feed.name(), new Known(held.id(), rows));
    return rows;
  }

  private List<RowProblem> read(Feed feed, Snapshot held) {
    try {
      return Draft.of(feed, held, raw, hardware).holding().problems();
    } catch (IOException | UnreadableInputException | StoreException e) {
      LOG.warn(
          "{}: the rejected rows of what is held cannot be read: {}", feed.name(), e.toString());
      return List.of();
    }
  }
}
