package devicehub;

import devicehub.routes.RouteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Camel context the routes run in: it knows the beans and settings that routes may name, and
 * loads the files of {@code routes/} one by one, so that a broken one leaves the others working.
 */
final class CamelHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CamelHost.class);

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final List<String> problems = new ArrayList<>();

  /**
   * @param watched whether consoles may look on by JMX, which a hub of seconds starts for nobody
   */
  CamelHost(Map<String, Object> beans, Map<String, String> settings, boolean watched) {
    if (!watched) {
      context.disableJMX();
    }
    context.getCamelContextExtension().setName("devicehub");
    context.setLoadTypeConverters(false);
    // A cached body is read to its end, however long or slow, before any bean can judge it.
    context.setStreamCaching(false);
    context.getShutdownStrategy().setTimeout(20);
    context.getShutdownStrategy().setLogInflightExchangesOnTimeout(true);
    beans.forEach((name, bean) -> context.getRegistry().bind(name, bean));
    Properties properties = new Properties();
    properties.putAll(settings);
    context.getPropertiesComponent().setInitialProperties(properties);
    context.getPropertiesComponent().setLocation("");
  }

  DefaultCamelContext context() {
    return context;
  }

  void add(String name, Component component) {
    context.addComponent(name, component);
  }

  /** Loads every route file of a folder; what is wrong with one is a problem, not an end. */
  void load(Path folder) throws IOException {
    context.build();
    for (Path file : RouteFiles.list(folder)) {
      Resource resource =
          ResourceHelper.fromBytes("file:" + file.getFileName(), Files.readAllBytes(file));
      try {
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
      } catch (Exception e) {
        String problem = file.getFileName() + ": " + cause(e);
        problems.add(problem);
        LOG.error("route file {} is left out: {}", file.getFileName(), cause(e));
      }
    }
  }

  /** The innermost message, which names the thing at fault. */
  static String cause(Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String kind = root.getClass().getSimpleName();
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    if (root.getMessage() == null || message.isBlank()) {
      return kind;
    }
    // Of these the message is no more than the file.
    boolean bare = root instanceof FileSystemException file && file.getReason() == null;
    return bare ? message + " (" + kind.replace("Exception", "") + ")" : message;
  }

  /** What was wrong with route files, a line each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  void start() {
    try {
      context.start();
    } catch (RuntimeException e) {
      throw new RuntimeCamelException("the routes cannot start: " + cause(e), e);
    }
  }

  /** Sends an empty message to an endpoint and waits until its route has run. */
  void ask(String endpoint) {
    ProducerTemplate asking = context.createProducerTemplate();
    asking.sendBody(endpoint, "");
    asking.stop();
  }

  /**
   * Hands a body, and nothing beside it, to a route.
   *
   * @return the body the route ends with
   * @throws Exception what the route failed with
   */
  @Nullable Object hand(String endpoint, Object body) throws Exception {
    try (ProducerTemplate handing = context.createProducerTemplate()) {
      Exchange answer = handing.request(endpoint, asked -> asked.getMessage().setBody(body));
      if (answer.getException() != null) {
        throw answer.getException();
      }
      return answer.getMessage().getBody();
    }
  }

  @Override
  public void close() {
    try {
      context.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
