package devicehub.store;

import devicehub.decision.DecisionLog;
import devicehub.decision.ExceptionChange;
import devicehub.inventory.RawStore;
import devicehub.inventory.SnapshotLog;
import devicehub.review.Outbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
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
  private final Optional<Lease> lease;

  private Store(DataFolder folder, Database database, RawStore raw, Optional<Lease> lease) {
    this.folder = folder;
    this.database = database;
    this.raw = raw;
    this.lease = lease;
  }

  /**
   * Takes hold of the data folder, connects to the database, brings its schema up to date and takes
   * the lead on it.
   *
   * @throws StoreException if another hub holds the folder, the database cannot be reached, or a
   *     newer hub wrote it
   * @throws LedElsewhereException if another hub leads on the database
   */
  public static Store open(StoreSettings settings) {
    try (Candidate candidate = Candidate.of(settings)) {
      if (!candidate.takesLead()) {
        throw new LedElsewhereException(candidate.leader());
      }
      return candidate.store();
    }
  }

  /** Of a hub that has its database for itself. */
  static Store alone(StoreSettings settings, DataFolder folder) {
    Path file = settings.data().resolve("hub.db");
    DataFolder.own(file);
    Sqlite.prepare(file);
    RawStore raw = new DiskRawStore(settings.data());
    return new Store(folder, Database.open(settings), raw, Optional.empty());
  }

  /** Of a hub that leads on a database it may share. */
  static Store leading(StoreSettings settings, DataFolder folder, Lease lease) {
    Database database = Database.leading(settings, lease);
    try {
      RawStore raw = new PostgresRawStore(database, settings.data()).prepared();
      return new Store(folder, database, raw, Optional.of(lease));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Joins a store that a running hub may hold, here or elsewhere: to look things up, and to write
   * down what people decide. The hub that leads goes by it from its next cycle on.
   *
   * @throws StoreException if there is no store to join, or it cannot be opened
   */
  public static Store join(StoreSettings settings) {
    if (settings.isSqlite() && !Files.exists(settings.data().resolve("hub.db"))) {
      throw new StoreException(
          "no hub has kept anything in %s yet; is it the right data folder?"
              .formatted(settings.data()));
    }
    Database database = Database.open(settings);
    RawStore raw =
        settings.isSqlite()
            ? DiskRawStore.joined(settings.data())
            : new PostgresRawStore(database, settings.data());
    return new Store(DataFolder.joined(), database, raw, Optional.empty());
  }

  /** Tells who leads instead, once another hub does; nothing can be read or written any more. */
  public void onLost(Consumer<String> listener) {
    lease.ifPresent(held -> held.onLost(listener));
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
      try {
        lease.ifPresent(Lease::close);
      } finally {
        folder.close();
      }
    }
  }
}
