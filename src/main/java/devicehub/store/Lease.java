package devicehub.store;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lead on a database that several hubs share, from when it was taken until it is let go or
 * lost. It is renewed every third of its time, on a connection of its own that no long write holds
 * up.
 *
 * <p>A hub that was paused or cut off for longer finds that another has taken over: its reads and
 * writes fail, and it is told so once. While the database is away nobody can take over, and the hub
 * goes on when it is back.
 */
final class Lease implements Fence, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final int RENEWALS = 3;

  private final Database database;
  private final long epoch;
  private final Duration duration;
  private final ScheduledExecutorService renewing =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease");
            thread.setDaemon(true);
            return thread;
          });
  private Consumer<String> onLost = successor -> {};
  private String successor = "";
  private boolean troubled;
  private boolean closed;

  private Lease(Database database, long epoch, Duration duration) {
    this.database = database;
    this.epoch = epoch;
    this.duration = duration;
  }

  /** Takes the lead, and keeps it; empty if another hub has it. */
  static Optional<Lease> take(Database database, String holder, Duration duration) {
    OptionalLong epoch = database.write(handle -> LeaderTable.take(handle, holder, duration));
    if (epoch.isEmpty()) {
      return Optional.empty();
    }
    Lease lease = new Lease(database, epoch.getAsLong(), duration);
    long every = Math.max(1, duration.toMillis() / RENEWALS);
    lease.renewing.scheduleAtFixedRate(lease::renew, every, every, TimeUnit.MILLISECONDS);
    return Optional.of(lease);
  }

  long epoch() {
    return epoch;
  }

  private synchronized void renew() {
    if (closed) {
      return;
    }
    try {
      boolean lasts = database.write(handle -> LeaderTable.renew(handle, epoch, duration));
      if (!lasts) {
        lose(database.read(handle -> LeaderTable.current(handle).holder()));
      } else if (troubled) {
        LOG.info("the lead on the database is renewed again");
      }
      troubled = false;
    } catch (StoreException e) {
      if (!troubled) {
        LOG.warn("the lead on the database cannot be renewed for now: {}", e.getMessage());
      }
      troubled = true;
    }
  }

  @Override
  public void beforeRead(Handle handle) {
    if (!LeaderTable.lasts(handle, epoch)) {
      throw lost(handle);
    }
  }

  @Override
  public void beforeWrite(Handle handle) {
    if (!LeaderTable.lastsToTheEnd(handle, epoch)) {
      throw lost(handle);
    }
  }

  private LedElsewhereException lost(Handle handle) {
    String holder = LeaderTable.current(handle).holder();
    lose(holder);
    return new LedElsewhereException(holder);
  }

  private synchronized void lose(String holder) {
    if (successor.isEmpty() && !closed) {
      successor = holder;
      renewing.shutdown();
      LOG.error("another hub ({}) has taken the lead: this one was paused or cut off", holder);
      onLost.accept(holder);
    }
  }

  /** Tells who leads instead, once the lead is lost, or now if it is. */
  synchronized void onLost(Consumer<String> listener) {
    onLost = listener;
    if (!successor.isEmpty()) {
      listener.accept(successor);
    }
  }

  /** Lets go, so that another hub can take over at once. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    renewing.shutdown();
    try {
      database.write(handle -> LeaderTable.release(handle, epoch));
    } catch (StoreException e) {
      LOG.warn("the lead ends by itself in {} s: {}", duration.toSeconds(), e.getMessage());
    } finally {
      database.close();
    }
  }
}
