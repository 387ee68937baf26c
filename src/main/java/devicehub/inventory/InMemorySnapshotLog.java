package devicehub.inventory;

import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.Snapshot.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A snapshot log that lives as long as its process. */
public final class InMemorySnapshotLog implements SnapshotLog {
  private final List<Snapshot> log = new ArrayList<>();

  @Override
  public synchronized Snapshot add(Snapshot snapshot) {
    Snapshot added = snapshot.with(log.size() + 1L);
    if (added.state() == State.IN_FORCE && added.kind() == Kind.FULL) {
      log.replaceAll(
          old ->
              old.feed().equals(added.feed()) && old.state() == State.IN_FORCE
                  ? old.in(State.SUPERSEDED, "")
                  : old);
    }
    log.add(added);
    return added;
  }

  @Override
  public synchronized List<Snapshot> inForce() {
    return log.stream().filter(s -> s.state() == State.IN_FORCE).toList();
  }

  @Override
  public synchronized Optional<Snapshot> latest(String feed) {
    return log.stream().filter(s -> s.feed().equals(feed)).reduce((older, newer) -> newer);
  }
}
