package devicehub.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hub that would lead: it holds its data folder, and asks whether it may. On SQLite it always
 * may. On PostgreSQL one of all the hubs on the database leads, until it stops, dies or stalls.
 */
public final class Candidate implements AutoCloseable {
  private final StoreSettings settings;
  private final DataFolder folder;
  private @Nullable Database leasing;
  private Optional<Lease> lease = Optional.empty();
  private boolean handedOver;

  private Candidate(StoreSettings settings, DataFolder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Takes hold of the data folder, connects to the database and brings its schema up to date.
   *
   * @throws StoreException if another hub holds the folder, the database cannot be reached, or a
   *     newer hub wrote it
   */
  public static Candidate of(StoreSettings settings) {
    Candidate candidate = new Candidate(settings, DataFolder.hold(settings.data()));
    try {
      if (!settings.isSqlite()) {
        candidate.leasing = Database.leasing(settings);
      }
      return candidate;
    } catch (RuntimeException e) {
      candidate.close();
      throw e;
    }
  }

  /**
   * Takes the lead if nobody has it.
   *
   * @return whether this hub leads now
   * @throws StoreException if the database does not answer; one may ask again
   */
  public boolean takesLead() {
    if (leasing == null) {
      return true;
    }
    lease = Lease.take(leasing, name(), settings.lease());
    return lease.isPresent();
  }

  /**
   * The store of the hub that leads; it lets go of the lead and the folder when it is closed.
   *
   * @throws StoreException if the database does not answer, or a newer hub wrote it meanwhile
   */
  public Store store() {
    Store store =
        leasing == null
            ? Store.alone(settings, folder)
            : Store.leading(settings, folder, lease.orElseThrow());
    handedOver = true;
    return store;
  }

  Optional<Lease> lease() {
    return lease;
  }

  /** Who leads, as {@code hub-a.example:4711}: host and process. */
  public String leader() {
    return leasing == null ? name() : leasing.read(handle -> LeaderTable.current(handle).holder());
  }

  private static String name() {
    long process = ProcessHandle.current().pid();
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + process;
    } catch (UnknownHostException e) {
      return "process " + process;
    }
  }

  /** Lets go of the folder and the lead, unless they are the store's now. */
  @Override
  public void close() {
    if (handedOver) {
      return;
    }
    try {
      lease.ifPresentOrElse(
          Lease::close,
          () -> {
            if (leasing != null) {
              leasing.close();
            }
          });
    } finally {
      folder.close();
    }
  }
}
