package devicehub;

import static devicehub.RunningHub.ANN;
import static devicehub.RunningHub.HEADER;
import static devicehub.RunningHub.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.ObjectMessage;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to a feed's queue, and where it goes if it cannot be taken in. */
class ReceiveJmsTest {
  private static final String QUEUE = "feeds.mailboxes";

  @TempDir Path folder;
  private RunningHub hub;
  private Connection connection;
  private Session session;

  @BeforeEach
  void start() throws Exception {
    HubRun folders = RunningHub.folders(folder);
    Files.copy(
        Path.of("routes/examples/receive-jms.camel.yaml"),
        folders.routes.resolve("receive-jms.camel.yaml"));
    assertThat(folders.run("check")).as(folders.out).isZero();
    hub = RunningHub.start(folders);
    connection = new ActiveMQConnectionFactory("vm://hub?create=false").createConnection();
    connection.start();
    session = connection.createSession(true, Session.SESSION_TRANSACTED);
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    hub.close();
  }

  @Test
  void onePoisonMessageAmongAHundredIsSetAsideAndTheOthersAreTaken() throws Exception {
    for (int i = 0; i < 100; i++) {
      String row =
          JANE.replace("12VSNH98DT6F3C0D2RODSILDH8", "ABCDEF0123456789ABCDEF%04d".formatted(i));
      TextMessage message = session.createTextMessage(HEADER + (i == 40 ? "\"open" : row));
      message.setStringProperty("mode", "delta");
      message.setStringProperty("sender", "sample " + i);
      send(message);
    }
    session.commit();
    await(() -> count(QUEUE) == 0 && count("DLQ." + QUEUE) == 1);
    TextMessage poison = (TextMessage) queued("DLQ." + QUEUE).get(0);
    assertThat(poison.getText()).isEqualTo(HEADER + "\"open");
    assertThat(poison.getStringProperty("reason")).startsWith("line 2: ");
    assertThat(poison.getStringProperty("sender")).isEqualTo("sample 40");
    hub.wiring.cycle();
    assertThat(Files.readString(hub.data.resolve("reports/exceptions.csv")).lines().skip(1))
        .hasSize(99);
  }

  @Test
  void bytesAreTakenAsAFileWouldBe() throws Exception {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes((HEADER + ANN).getBytes(StandardCharsets.UTF_8));
    message.setStringProperty("name", "export.csv");
    send(message);
    session.commit();
    await(() -> count(QUEUE) == 0);
    hub.wiring.cycle();
    assertThat(Files.readString(hub.data.resolve("reports/exceptions.csv"))).contains("ann.poe");
    assertThat(count("DLQ." + QUEUE)).isZero();
  }

  @Test
  void anObjectIsSetAsideUnopened() throws Exception {
    send(session.createObjectMessage(new Canary()));
    TextMessage wrongMode = session.createTextMessage(HEADER + JANE);
    wrongMode.setStringProperty("mode", "dleta");
    send(wrongMode);
    session.commit();
    await(() -> count("DLQ." + QUEUE) == 2);
    assertThat(count(QUEUE)).isZero();
    assertThat(Canary.opened).isFalse();
    assertThat(queued("DLQ." + QUEUE).get(0))
        .isInstanceOf(ObjectMessage.class)
        .satisfies(m -> assertThat(m.getStringProperty("reason")).contains("was not opened"));
    assertThat(queued("DLQ." + QUEUE).get(1).getStringProperty("reason")).contains("mode");
  }

  @Test
  void aPassingTroubleIsTriedAgainAndALastingOneIsSetAsideWithItsReason() throws Exception {
    Path raw = hub.data.resolve("raw");
    Path away = hub.data.resolve("raw-away");
    Files.move(raw, away);
    send(session.createTextMessage(HEADER + JANE));
    session.commit();
    await(() -> count("DLQ." + QUEUE) == 1);
    assertThat(queued("DLQ." + QUEUE).get(0).getStringProperty("reason")).isNotBlank();
    Files.move(away, raw);
    send(session.createTextMessage(HEADER + ANN));
    session.commit();
    await(() -> count(QUEUE) == 0);
    hub.wiring.cycle();
    assertThat(Files.readString(hub.data.resolve("reports/exceptions.csv"))).contains("ann.poe");
  }

  private void send(Message message) throws Exception {
    try (MessageProducer producer = session.createProducer(session.createQueue(QUEUE))) {
      producer.send(message);
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition::holds);
  }

  private int count(String queue) throws Exception {
    return queued(queue).size();
  }

  private List<Message> queued(String queue) throws Exception {
    try (Session looking = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = looking.createBrowser(looking.createQueue(queue))) {
      List<?> found = Collections.list(browser.getEnumeration());
      return found.stream().map(Message.class::cast).toList();
    }
  }

  /** Tells when somebody makes an object of it. */
  static final class Canary implements Serializable {
    private static final long serialVersionUID = 1L;
    static volatile boolean opened;

    private void readObject(ObjectInputStream in) throws IOException {
      opened = true;
    }
  }
}
