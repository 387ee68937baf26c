package devicehub.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.review.Outbox;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DispatcherTest {
  @TempDir private Path data;
  private Owed owed;
  private EmbeddedBroker broker;
  private Connections connections;
  private Dispatcher dispatcher;

  @BeforeEach
  void start() {
    owed = new Owed(data);
    broker = new EmbeddedBroker(data);
    broker.start();
    connections = Connections.to(broker);
    dispatcher = new Dispatcher(owed.outbox(), connections);
  }

  @AfterEach
  void stop() {
    connections.close();
    broker.stop();
    owed.close();
  }

  @Test
  void everyOwedMessageReachesTheQueueOnceAndInOrder() throws JMSException {
    List<String> events = new ArrayList<>(owed.open(230, 10));
    events.addAll(owed.changes(3));

    assertThat(dispatcher.drain()).isEqualTo(new Dispatched(233, 0, ""));
    assertThat(dispatcher.drain()).isEqualTo(new Dispatched(0, 0, ""));

    assertThat(Reader.eventIds(connections)).isEqualTo(events);
  }

  @Test
  void aMessageCarriesWhatSelectorsAndGroupsNeed() throws JMSException {
    String opened = owed.changes(1).get(0);

    dispatcher.drain();

    TextMessage message = Reader.browse(connections, "device.exceptions").get(0);
    String exception = opened.substring(0, opened.lastIndexOf('-'));
    assertThat(message.getText()).isEqualTo("{\"é\":\"xxxxxxxxxx\"}");
    assertThat(message.getObjectProperty("schema")).isEqualTo(1);
    assertThat(message.getStringProperty("eventId")).isEqualTo(opened);
    assertThat(message.getStringProperty("event")).isEqualTo("OPENED");
    assertThat(message.getStringProperty("exceptionId")).isEqualTo(exception);
    assertThat(message.getStringProperty("reason")).isEqualTo("NO_OWNER");
    assertThat(message.getStringProperty("feed")).isEqualTo("traveler");
    assertThat(message.getStringProperty("platform")).isEqualTo("IOS");
    assertThat(message.getStringProperty("severity")).isEqualTo("MEDIUM");
    assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo(exception);
    assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema = 1",
        "event = 'OPENED' AND platform IN ('IOS', 'ANDROID')",
        "reason = 'NO_OWNER' AND severity = 'MEDIUM' AND feed = 'traveler'"
      })
  void consumersChooseByTheProperties(String selector) throws JMSException {
    String opened = owed.changes(1).get(0);
    dispatcher.drain();

    assertThat(Reader.consume(connections, selector)).containsExactly(opened);
  }

  @Test
  void sentMessagesOutliveTheBroker() throws JMSException {
    List<String> events = owed.open(5, 10);
    dispatcher.drain();

    broker.stop();
    broker.start();

    assertThat(Reader.eventIds(connections)).isEqualTo(events);
  }

  @Test
  void whileTheBrokerIsDownMessagesWaitAndThenAllArrive() throws JMSException {
    List<String> events = owed.open(120, 10);
    broker.stop();

    Dispatched down = dispatcher.drain();
    assertThat(down.sent()).isZero();
    assertThat(down.backlog()).isEqualTo(120);
    assertThat(down.trouble()).isNotEmpty();

    broker.start();
    assertThat(dispatcher.drain()).isEqualTo(new Dispatched(120, 0, ""));
    assertThat(Reader.eventIds(connections)).isEqualTo(events);
  }

  @Test
  void aBrokerThatStopsInBetweenKeepsWhatItConfirmedAndGetsTheRest() throws JMSException {
    List<String> events = owed.open(250, 10);
    Dispatcher interrupted =
        new Dispatcher(new AfterSending(owed.outbox(), broker::stop), connections);

    Dispatched first = interrupted.drain();
    assertThat(first.sent()).isEqualTo(100);
    assertThat(first.backlog()).isEqualTo(150);
    assertThat(first.trouble()).isNotEmpty();

    broker.start();
    assertThat(dispatcher.drain()).isEqualTo(new Dispatched(150, 0, ""));
    assertThat(Reader.eventIds(connections)).isEqualTo(events);
  }

  @Test
  void aFaultBeforeTheMarkSendsTheSameEventIdsAgain() throws JMSException {
    List<String> events = owed.open(3, 10);
    Dispatcher dying =
        new Dispatcher(
            new BeforeMarking(owed.outbox(), new IllegalStateException("killed")), connections);

    assertThatThrownBy(dying::drain).hasMessage("killed");
    dispatcher.drain();

    assertThat(Reader.eventIds(connections)).hasSize(6);
    assertThat(new HashSet<>(Reader.eventIds(connections))).isEqualTo(new HashSet<>(events));
  }

  @Test
  void whoListensHearsOfACycle() throws JMSException {
    try (Connection connection = connections.open();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer listener = session.createConsumer(session.createTopic("device.cycles"))) {
      connection.start();

      assertThat(dispatcher.publishCycle("{\"merged\":7}")).isTrue();

      TextMessage heard = (TextMessage) listener.receive(10_000);
      assertThat(heard.getText()).isEqualTo("{\"merged\":7}");
      assertThat(heard.getJMSDeliveryMode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
    }
  }

  @Test
  void aCycleThatNobodyCanHearOfIsNoTrouble() {
    broker.stop();

    assertThat(dispatcher.publishCycle("{}")).isFalse();
  }

  /** Something happens once the first batch is marked as sent. */
  private record AfterSending(Outbox outbox, Runnable happening) implements Outbox {
    @Override
    public List<Message> pending(int limit) {
      return outbox.pending(limit);
    }

    @Override
    public void sent(Collection<Message> messages) {
      outbox.sent(messages);
      happening.run();
    }

    @Override
    public int forget(Instant sentBefore) {
      return outbox.forget(sentBefore);
    }

    @Override
    public long backlog() {
      return outbox.backlog();
    }
  }

  /** The hub dies after the broker's commit and before its own. */
  private record BeforeMarking(Outbox outbox, RuntimeException death) implements Outbox {
    @Override
    public List<Message> pending(int limit) {
      return outbox.pending(limit);
    }

    @Override
    public void sent(Collection<Message> messages) {
      throw death;
    }

    @Override
    public int forget(Instant sentBefore) {
      return outbox.forget(sentBefore);
    }

    @Override
    public long backlog() {
      return outbox.backlog();
    }
  }
}
