package devicehub;

import static devicehub.RunningHub.HEADER;
import static devicehub.RunningHub.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import devicehub.store.PostgresServer;
import jakarta.jms.Connection;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Messages to a feed's queue wait there while the database is away, and come to no other queue. */
class QueueStoreAwayTest {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  private static final String QUEUE = "feeds.mailboxes";
  private static final int AT_ONCE = 40;

  @TempDir Path folder;

  @Test
  void aDatabaseThatGoesAwayAgainAndAgainCostsNoMessage() throws Exception {
    HubRun folders =
        RunningHub.folders(
            folder,
            "store.url=" + SERVER.newDatabase(folder.resolve("unused")).url(),
            "store.user=hub");
    Files.copy(
        Path.of("routes/examples/receive-jms.camel.yaml"),
        folders.routes.resolve("receive-jms.camel.yaml"));
    try (RunningHub hub = RunningHub.start(folders);
        Connection connection =
            new ActiveMQConnectionFactory("vm://hub?create=false").createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      int sent = send(session, 0);
      for (int outage = 0; outage < 2; outage++) {
        // In the midst of them, as far as that can be had; those sent below surely meet the outage.
        await().until(() -> queued(connection, QUEUE) < AT_ONCE);
        SERVER.goAway();
        try {
          await().until(() -> hub.send(hub.to("/health/ready")).statusCode() == 503);
          sent = send(session, sent);
          assertThat(queued(connection, QUEUE)).isGreaterThanOrEqualTo(AT_ONCE);
        } finally {
          SERVER.comeBack();
        }
      }
      await().until(() -> queued(connection, QUEUE) == 0);
      assertThat(queued(connection, "DLQ." + QUEUE)).isZero();
      await().until(() -> hub.send(hub.to("/health/ready")).statusCode() == 200);
      hub.wiring.cycle();
      assertThat(folders.text("exceptions.csv").lines().skip(1)).hasSize(sent);
    }
  }

  /** Sends some more messages, each of a device of its own; returns how many those are by now. */
  private static int send(Session session, int before) throws Exception {
    try (MessageProducer producer = session.createProducer(session.createQueue(QUEUE))) {
      for (int i = before; i < before + AT_ONCE; i++) {
        String id = "ABCDEF0123456789ABCDEF%04d".formatted(i);
        TextMessage message =
            session.createTextMessage(HEADER + JANE.replace("12VSNH98DT6F3C0D2RODSILDH8", id));
        message.setStringProperty("mode", "delta");
        producer.send(message);
      }
      session.commit();
    }
    return before + AT_ONCE;
  }

  private static int queued(Connection connection, String queue) throws Exception {
    try (Session looking = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = looking.createBrowser(looking.createQueue(queue))) {
      return Collections.list(browser.getEnumeration()).size();
    }
  }
}
