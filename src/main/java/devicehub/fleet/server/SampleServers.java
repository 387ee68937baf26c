package devicehub.fleet.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * MaaS360, HCL Traveler and Microsoft Graph on one loopback port, with the devices they are given
 * and the faults they are told to have.
 *
 * <pre>
 * try (SampleServers servers = SampleServers.start(0, stock)) {
 *   servers.fail(Service.TRAVELER, Fault.HTML_LOGIN);
 *   … servers.address() …
 * }
 * </pre>
 *
 * All three know one account, made of the constants below.
 */
public final class SampleServers implements AutoCloseable {
  public static final String BILLING_ID = "30000001";
  public static final String TENANT = "11111111-2222-3333-4444-555555555555";

  /** User name, and client id for Graph. */
  public static final String USER = "hub";

  /** Password, and client secret for Graph. */
  public static final String PASSWORD = "sample";

  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<Service, FaultyHandler> handlers = new EnumMap<>(Service.class);
  private volatile Stock stock;

  private SampleServers(HttpServer server, Stock stock) {
    this.server = server;
    this.stock = stock;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "sample-servers");
              thread.setDaemon(true);
              return thread;
            });
    for (Service service : Service.values()) {
      Faults faults = new Faults();
      handlers.put(service, new FaultyHandler(answers(service, faults), faults, closing));
    }
  }

  /**
   * Starts on the loopback.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  public static SampleServers start(int port, Stock stock) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    SampleServers servers = new SampleServers(HttpServer.create(address, 0), stock);
    servers.open();
    return servers;
  }

  private void open() {
    server.setExecutor(threads);
    server.createContext("/auth-apis/", handler(Service.MAAS360));
    server.createContext("/device-apis/", handler(Service.MAAS360));
    server.createContext("/api/traveler/", handler(Service.TRAVELER));
    server.createContext("/", handler(Service.GRAPH));
    server.start();
  }

  private Answers answers(Service service, Faults faults) {
    return switch (service) {
      case MAAS360 -> new Maas360Answers(() -> stock, faults);
      case TRAVELER -> new TravelerAnswers(() -> stock, faults);
      case GRAPH -> new GraphAnswers(() -> stock, faults);
    };
  }

  private FaultyHandler handler(Service service) {
    return Objects.requireNonNull(handlers.get(service));
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Gives the servers other devices to tell of; the next request sees them. */
  public void restock(Stock stock) {
    this.stock = stock;
  }

  /** Switches faults on, beside those already on. */
  public void fail(Service service, Fault... more) {
    for (Fault fault : more) {
      handler(service).faults().switchOn(fault);
    }
  }

  /** Switches every fault of a service off. */
  public void heal(Service service) {
    handler(service).faults().heal();
  }

  /** How many requests have come in for a service. */
  public int requests(Service service) {
    return handler(service).requests();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
