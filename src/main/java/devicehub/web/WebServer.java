package devicehub.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The hub's one HTTP port, on loopback unless settings say otherwise. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS = 40;

  /** Who sends more slowly does not want to be done; bytes in a second. */
  private static final long LEAST_RATE = 200;

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /** Whether only this machine reaches the host. */
  public static boolean isLoopback(String host) {
    InetSocketAddress address = new InetSocketAddress(host, 0);
    return !address.isUnresolved() && address.getAddress().isLoopbackAddress();
  }

  /**
   * Opens the port.
   *
   * @param port 0 for any free one
   * @throws IOException if the port cannot be had, saying which
   */
  public static WebServer start(String host, int port, AccessToken token, Site site)
      throws IOException {
    return start(host, port, handler(new Gate(token, names(host)), site));
  }

  /**
   * Opens the port of a hub that stands by: it tells how it is, and refuses all else for now.
   *
   * @throws IOException if the port cannot be had, saying which
   */
  public static WebServer standBy(
      String host, int port, AccessToken token, Supplier<Health> health, Supplier<String> reason)
      throws IOException {
    ServletContextHandler context = context(new Gate(token, names(host)), health);
    add(context, "/metrics", new MetricsServlet(() -> "devicehub_leads 0\n"));
    add(context, "/", new StandbyServlet(reason));
    return start(host, port, context);
  }

  private static WebServer start(String host, int port, ServletContextHandler handler)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setMinRequestDataRate(LEAST_RATE);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setErrorHandler(new PlainErrors());
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
    return new WebServer(server, connector);
  }

  private static ServletContextHandler context(Gate gate, Supplier<Health> health) {
    ServletContextHandler context = new ServletContextHandler();
    context.setErrorHandler(new PlainErrors());
    context.addFilter(new FilterHolder(gate), "/*", EnumSet.of(DispatcherType.REQUEST));
    add(context, "/health/*", new HealthServlet(health));
    return context;
  }

  private static ServletContextHandler handler(Gate gate, Site site) {
    ServletContextHandler context = context(gate, site.health());
    add(context, "/feeds/*", new FeedServlet(site.feeds(), site.receiver(), site.limitBytes()));
    add(context, "", new PageServlet(site.reports()));
    add(context, "/reports/*", new PageServlet(site.reports()));
    add(context, "/metrics", new MetricsServlet(site.metrics()));
    return context;
  }

  private static void add(ServletContextHandler context, String path, HttpServlet servlet) {
    context.addServlet(new ServletHolder(servlet), path);
  }

  /** By what names a browser on this machine may call it; any, where others call it too. */
  private static Set<String> names(String host) {
    return isLoopback(host)
        ? Stream.of("127.0.0.1", "localhost", "[::1]", "::1", host)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** Where the server answers. */
  public URI address() {
    String host = connector.getHost();
    return URI.create(
        "http://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not stop", e);
    }
  }
}
