package devicehub.faults;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;

/** What a consumer of the queue has got, in the order it came. */
final class Deliveries {
  /** One message as it arrived. */
  record Delivery(String eventId, String exceptionId, String event, String body) {}

  private final List<Delivery> all = new ArrayList<>();

  synchronized void add(Message message) throws JMSException {
    all.add(
        new Delivery(
            message.getStringProperty("eventId"),
            message.getStringProperty("exceptionId"),
            message.getStringProperty("event"),
            ((TextMessage) message).getText()));
  }

  synchronized List<Delivery> all() {
    return List.copyOf(all);
  }

  /** Takes all that waits on the queue. */
  void take(Connection connection, long waitMillis) throws JMSException {
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer =
            session.createConsumer(session.createQueue("device.exceptions"));
        QueueBrowser rest = session.createBrowser(session.createQueue("device.exceptions"))) {
      connection.start();
      Message next = consumer.receive(waitMillis);
      while (next != null || rest.getEnumeration().hasMoreElements()) {
        if (next != null) { // else the broker is only slow
          add(next);
        }
        next = consumer.receive(waitMillis);
      }
    }
  }
}
