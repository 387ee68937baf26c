package devicehub.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The hub's one HTTP port, on loopback unless settings say otherwise. */
public final class WebServer implements AutoCloseable {
  private final Server server;

  private WebServer(Server server) {
    this.server = server;
  }

  /**
   * @param port 0 for any free one
   * @throws IOException if the port cannot be had, saying which
   */
  public static WebServer start(String host, int port, Supplier<Health> health) throws IOException {
    Server server = new Server(new InetSocketAddress(host, port));
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new HealthServlet(health)), "/health/*");
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
    return new WebServer(server);
  }

  /** Where the server answers. */
  public URI address() {
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    String host = connector.getHost() == null ? "127.0.0.1" : connector.getHost();
    return URI.create("http://" + host + ":" + connector.getLocalPort());
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
