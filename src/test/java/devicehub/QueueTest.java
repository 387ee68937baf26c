package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import devicehub.messaging.EmbeddedBroker;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a consumer finds on the queue after the hub has run and stopped. */
class QueueTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void holdsOneMessageForEachExceptionAndNoneTwice() throws Exception {
    HubRun hub = new HubRun(folder);
    assertThat(hub.once()).isZero();
    List<TextMessage> messages = browse(hub.data);
    List<String> open = new ArrayList<>();
    for (JsonNode exception : hub.json("exceptions.json").path("exceptions")) {
      open.add(exception.path("exceptionId").asText());
    }
    List<String> told = new ArrayList<>();
    for (TextMessage message : messages) {
      assertThat(message.getObjectProperty("schema")).isEqualTo(1);
      assertThat(message.getStringProperty("event")).isEqualTo("OPENED");
      assertThat(message.getStringProperty("JMSXGroupID"))
          .isEqualTo(message.getStringProperty("exceptionId"));
      JsonNode body = JSON.readTree(message.getText());
      assertThat(body.path("eventId").asText()).isEqualTo(message.getStringProperty("eventId"));
      assertThat(body.path("reason").asText()).isEqualTo(message.getStringProperty("reason"));
      told.add(message.getStringProperty("exceptionId"));
    }
    assertThat(told).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(told)).isEqualTo(new TreeSet<>(open));

    assertThat(hub.once()).isZero();
    assertThat(browse(hub.data)).hasSameSizeAs(messages);
  }

  @Test
  void getsItsMessagesThoughNoReportCanBeWritten() throws Exception {
    HubRun hub = new HubRun(folder);
    Files.createDirectories(hub.data);
    Files.writeString(hub.data.resolve("reports"), "in the way");

    assertThat(hub.once()).isEqualTo(Exit.FAILED);
    assertThat(hub.err)
        .contains("devicehub: " + hub.data.resolve("reports") + " cannot be written");
    assertThat(browse(hub.data)).isNotEmpty();
  }

  private static List<TextMessage> browse(Path data) throws Exception {
    EmbeddedBroker broker = new EmbeddedBroker(data);
    broker.start();
    try (Connection connection =
            new ActiveMQConnectionFactory("vm://hub?create=false").createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue("device.exceptions"))) {
      connection.start();
      List<TextMessage> found = new ArrayList<>();
      for (Object message : Collections.list(browser.getEnumeration())) {
        found.add((TextMessage) (Message) message);
      }
      return found;
    } finally {
      broker.stop();
    }
  }
}
