package devicehub.messaging;

import static devicehub.decision.DecisionLogContract.MONDAY;

import devicehub.decision.Changes;
import devicehub.decision.DecisionLogContract;
import devicehub.decision.ExceptionChange;
import devicehub.decision.Reason;
import devicehub.device.RecordKey;
import devicehub.review.Outbox;
import devicehub.store.Store;
import devicehub.store.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A real store with messages in its outbox. */
final class Owed implements AutoCloseable {
  private final Store store;
  private int records;

  Owed(Path data) {
    this.store = Store.open(StoreSettings.sqlite(data));
  }

  Outbox outbox() {
    return store.outbox();
  }

  /** Opens exceptions, each for a new record. Returns their event ids in the order owed. */
  List<String> open(int count, int bodyLength) {
    List<ExceptionChange> opened =
        IntStream.range(0, count)
            .mapToObj(i -> new RecordKey("exchange", "jane@acme.example/" + records++))
            .map(key -> DecisionLogContract.opened(key, 1, Reason.NO_OWNER, MONDAY))
            .toList();
    write(opened, bodyLength);
    return opened.stream().map(change -> change.exception().eventId()).toList();
  }

  /** Opens one exception, and changes it again and again. */
  List<String> changes(int count) {
    RecordKey key = new RecordKey("traveler", "CN=Joe/O=Acme:" + records++);
    ExceptionChange change = DecisionLogContract.opened(key, 1, Reason.NO_OWNER, MONDAY);
    List<String> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      write(List.of(change), 10);
      events.add(change.exception().eventId());
      change = DecisionLogContract.changed(change, Reason.AMBIGUOUS_ID, MONDAY);
    }
    return events;
  }

  private void write(List<ExceptionChange> exceptions, int bodyLength) {
    store
        .decisions(change -> "{\"é\":\"%s\"}".formatted("x".repeat(bodyLength)))
        .write(new Changes(MONDAY, List.of(), List.of(), exceptions));
  }

  @Override
  public void close() {
    store.close();
  }
}
