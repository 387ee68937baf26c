package devicehub;

import devicehub.config.Settings;
import devicehub.store.Candidate;
import devicehub.store.Store;
import devicehub.store.StoreException;
import devicehub.web.Health;
import devicehub.web.WebServer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hub before it leads. Where another leads on its database it waits for its turn, and answers
 * HTTP meanwhile: health says {@code STANDBY}, and whatever else is asked is refused for now.
 */
final class Standby implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Standby.class);
  private static final long LOOK_MILLIS = 1_000;

  private final Parts parts = new Parts();
  private final Settings settings;
  private final Candidate candidate;
  private volatile String leader = "";
  private volatile String trouble = "";

  Standby(Folders folders) {
    settings = Wiring.configuration(folders).settings();
    candidate = parts.add(Candidate.of(Wiring.storeSettings(folders, settings)));
  }

  /**
   * Waits until this hub leads.
   *
   * @return the store of the hub that leads; empty if it was told to stop before
   */
  Optional<Store> lead(CountDownLatch stop) throws IOException, InterruptedException {
    if (!candidate.takesLead()) {
      leader = candidate.leader();
      serve();
      System.out.println(reason() + "; it takes over when that one stops, dies or stalls.");
      do {
        if (stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
      } while (!takesLead());
      System.out.println("Taking over from " + leader + ".");
    }
    return Optional.of(candidate.store());
  }

  private boolean takesLead() {
    try {
      boolean leads = candidate.takesLead();
      if (!leads) {
        leader = candidate.leader();
      }
      trouble = "";
      return leads;
    } catch (StoreException e) {
      if (trouble.isEmpty()) {
        LOG.warn("standing by, and waiting for the store: {}", CamelHost.cause(e));
      }
      trouble = CamelHost.cause(e);
      return false;
    }
  }

  private void serve() throws IOException {
    parts.add(
        WebServer.standBy(
            settings.httpHost(),
            settings.httpPort(),
            Wiring.token(settings),
            this::health,
            this::reason));
  }

  private String reason() {
    return "this hub stands by: " + leader + " leads on this database";
  }

  private Health health() {
    Map<String, String> details =
        trouble.isEmpty() ? Map.of("leader", leader) : Map.of("leader", leader, "store", trouble);
    return new Health(Health.State.STANDBY, details);
  }

  /** Stops answering; the store it gave away stays open. */
  @Override
  public void close() {
    parts.close();
  }
}
