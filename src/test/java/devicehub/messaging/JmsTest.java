package devicehub.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes over {@code jms:}, with the hub's own broker as a service of Camel. */
final class JmsTest {
  @TempDir private Path data;
  private DefaultCamelContext camel;
  private Connections connections;

  @BeforeEach
  void start() throws Exception {
    EmbeddedBroker broker = new EmbeddedBroker(data);
    connections = Connections.to(broker);
    camel = new DefaultCamelContext();
    camel.addService(broker, true, true);
    camel.addComponent("jms", Jms.component(connections));
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
    connections.close();
  }

  @Test
  void aMessageThatItsRouteCannotHandleIsSetAside() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("jms:queue:in")
                .errorHandler(noErrorHandler())
                .throwException(new IllegalStateException("cannot handle it"));
          }
        });

    camel.createProducerTemplate().sendBody("jms:queue:in", "poison");

    Awaitility.await().until(() -> !queued("DLQ.in").isEmpty());
    assertThat(queued("DLQ.in")).containsExactly("poison");
    assertThat(queued("in")).isEmpty();
  }

  @Test
  void aMessageMovesFromQueueToQueue() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("jms:queue:in").to("jms:queue:out");
          }
        });
    NotifyBuilder moved = new NotifyBuilder(camel).from("jms:queue:in").whenDone(1).create();

    camel.createProducerTemplate().sendBody("jms:queue:in", "good");

    assertThat(moved.matchesWaitTime()).isTrue();
    Awaitility.await().until(() -> !queued("out").isEmpty());
    assertThat(queued("out")).containsExactly("good");
  }

  @Test
  void noPropertyOfAMessageBecomesAHeader() throws Exception {
    BlockingQueue<Set<String>> seen = new LinkedBlockingQueue<>();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("jms:queue:in")
                .process(
                    exchange -> seen.add(Set.copyOf(exchange.getMessage().getHeaders().keySet())));
          }
        });
    try (Connection connection = connections.open();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(session.createQueue("in"))) {
      TextMessage message = session.createTextMessage("text");
      for (String name :
          List.of(
              "CamelFileName",
              "camelfilename",
              "CAmelFileName",
              "CamelJmsDestinationName",
              "Camel_DOT_FileName",
              "CamelBeanMethodName",
              "breadcrumbId",
              "anything")) {
        message.setStringProperty(name, "../../evil");
      }
      producer.send(message);
    }
    assertThat(seen.poll(30, TimeUnit.SECONDS))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("JMS") || name.equals("CamelMessageTimestamp"));
  }

  private List<String> queued(String queue) throws JMSException {
    return Reader.browse(connections, queue).stream().map(JmsTest::text).toList();
  }

  private static String text(TextMessage message) {
    try {
      return message.getText();
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }
}
