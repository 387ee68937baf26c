package devicehub.messaging;

import devicehub.drill.KillPoint;
import devicehub.review.Outbox;
import devicehub.review.Outbox.Message;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes owed messages from the outbox to the queue, in their order.
 *
 * <pre>
 *   outbox  412 EX-9F2C…-1   413 EX-77AB…-3   …          a hundred to a transaction
 *   queue   device.exceptions  {…}  eventId=EX-9F2C…-1  JMSXGroupID=EX-9F2C…
 * </pre>
 *
 * <p>A message is marked as sent after the broker has committed it. A fault in between sends it
 * again with the same event id, by which consumers drop repeats.
 */
public final class Dispatcher {
  /** One message for each change of an exception. */
  public static final String EXCEPTIONS = "device.exceptions";

  /** One summary for each cycle, for who happens to listen. */
  public static final String CYCLES = "device.cycles";

  private static final int SCHEMA = 1;
  private static final int BATCH = 100;
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Outbox outbox;
  private final Connections connections;
  private final String queueName;
  private final String topicName;
  private String trouble = "";

  /** Sends to the queue and the topic of the usual names. */
  public Dispatcher(Outbox outbox, Connections connections) {
    this(outbox, connections, EXCEPTIONS, CYCLES);
  }

  /**
   * @param queue gets a message for each change of an exception
   * @param topic gets a summary of each cycle
   */
  public Dispatcher(Outbox outbox, Connections connections, String queue, String topic) {
    this.queueName = queue;
    this.topicName = topic;
    this.outbox = outbox;
    this.connections = connections;
  }

  /** Sends what is owed until nothing is, or until the broker fails. */
  public synchronized Dispatched drain() {
    int sent = 0;
    List<Message> batch = outbox.pending(BATCH);
    if (batch.isEmpty()) {
      return new Dispatched(0, 0, "");
    }
    try (Connection connection = connections.open();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer queue = session.createProducer(session.createQueue(queueName))) {
      queue.setDeliveryMode(DeliveryMode.PERSISTENT);
      while (!batch.isEmpty()) {
        for (Message message : batch) {
          queue.send(text(session, message));
        }
        session.commit();
        KillPoint.SENT_UNMARKED.pass();
        outbox.sent(batch);
        sent += batch.size();
        batch = outbox.pending(BATCH);
      }
      note("");
    } catch (JMSException e) {
      note(connections.trouble(e));
    }
    return new Dispatched(sent, outbox.backlog(), trouble);
  }

  /**
   * Tells of a finished cycle. Nothing is owed to who does not listen, so a failure costs only the
   * news.
   *
   * @return whether the broker took it
   */
  public boolean publishCycle(String json) {
    try (Connection connection = connections.open();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer topic = session.createProducer(session.createTopic(topicName))) {
      topic.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
      TextMessage summary = session.createTextMessage(json);
      summary.setIntProperty("schema", SCHEMA);
      topic.send(summary);
      return true;
    } catch (JMSException e) {
      LOG.debug("the summary of a cycle was not published", e);
      return false;
    }
  }

  private static TextMessage text(Session session, Message message) throws JMSException {
    TextMessage text = session.createTextMessage(message.body());
    text.setIntProperty("schema", SCHEMA);
    text.setStringProperty("eventId", message.eventId());
    text.setStringProperty("event", message.event());
    text.setStringProperty("exceptionId", message.exceptionId());
    text.setStringProperty("reason", message.reason());
    text.setStringProperty("feed", message.feed());
    text.setStringProperty("platform", message.platform());
    text.setStringProperty("severity", message.severity());
    // Changes of one exception go to one consumer, in their order.
    text.setStringProperty("JMSXGroupID", message.exceptionId());
    return text;
  }

  /** Logs a trouble when it comes and when it goes, not at every try. */
  private void note(String now) {
    if (trouble.isEmpty() && !now.isEmpty()) {
      LOG.warn("messages wait in the outbox: {}", now);
    } else if (!trouble.isEmpty() && now.isEmpty()) {
      LOG.info("messages are sent again");
    }
    trouble = now;
  }
}
