package devicehub.store;

import devicehub.decision.DecisionLog;
import devicehub.decision.ExceptionChange;
import devicehub.inventory.RawStore;
import devicehub.inventory.SnapshotLog;
import devicehub.review.Outbox;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that the hub must not forget: raw input, which snapshots are in force, what was decided, and
 * what is owed to the queue. What a call has confirmed outlives a kill of the process.
 *
 * <p>Times are kept to the millisecond; finer ones are cut.
 */
public final class Store implements AutoCloseable {
  private final DataFolder folder;
  private final Database database;
  private final RawStore raw;

  private Store(DataFolder folder, Database database, RawStore raw) {
    this.folder = folder;
    this.database = database;
    this.raw = raw;
  }

  /**
   * Takes hold of the data folder, connects to the database and brings its schema up to date.
   *
   * @throws StoreException if another hub holds the folder, the database cannot be reached, or a
   *     newer hub wrote it
   */
  public static Store open(StoreSettings settings) {
    DataFolder folder = DataFolder.hold(settings.data());
    try {
      RawStore raw = new DiskRawStore(settings.data());
      return new Store(folder, Database.open(settings), raw);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Joins a data folder that a running hub may hold: to look things up, and to write down what
   * people decide. The running hub goes by it from its next cycle on.
   *
   * @throws StoreException if there is no store to join, or it cannot be opened
   */
  public static Store join(StoreSettings settings) {
    return new Store(
        DataFolder.joined(), Database.open(settings), DiskRawStore.joined(settings.data()));
  }

  public RawStore raw() {
    return raw;
  }

  public SnapshotLog snapshots() {
    return new JdbcSnapshotLog(database);
  }

  /**
   * @param body writes the JSON text of the message that each change of an exception owes
   */
  public DecisionLog decisions(Function<ExceptionChange, String> body) {
    return new JdbcDecisionLog(database, body);
  }

  public Outbox outbox() {
    return new JdbcOutbox(database, Clock.systemUTC());
  }

  public Erasures erasures() {
    return new Erasures(database);
  }

  /** Why the database does not answer, in one line; empty while it does. */
  public Optional<String> trouble() {
    try {
      database.read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } finally {
      folder.close();
    }
  }
}
