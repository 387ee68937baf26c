package devicehub.messaging;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A reader of the queue, as its consumers see it. */
final class Reader {
  private static final long WAIT_MILLIS = 2_000;

  private Reader() {}

  /** All that is on a queue, left on it. */
  static List<TextMessage> browse(Connections connections, String queue) throws JMSException {
    try (Connection connection = connections.open();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      return browse(session, queue, "");
    }
  }

  private static List<TextMessage> browse(Session session, String queue, String selector)
      throws JMSException {
    try (QueueBrowser browser = session.createBrowser(session.createQueue(queue), selector)) {
      List<TextMessage> found = new ArrayList<>();
      for (Object message : Collections.list(browser.getEnumeration())) {
        found.add((TextMessage) message);
      }
      return found;
    }
  }

  static List<String> eventIds(Connections connections) throws JMSException {
    List<String> ids = new ArrayList<>();
    for (TextMessage message : browse(connections, Dispatcher.EXCEPTIONS)) {
      ids.add(message.getStringProperty("eventId"));
    }
    return ids;
  }

  /** Takes all that is on the queue, and returns the event ids. */
  static List<String> consume(Connections connections) throws JMSException {
    return consume(connections, "");
  }

  /** The same of the messages that a selector chooses. */
  static List<String> consume(Connections connections, String selector) throws JMSException {
    try (Connection connection = connections.open();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer =
            session.createConsumer(session.createQueue(Dispatcher.EXCEPTIONS), selector)) {
      connection.start();
      List<String> taken = new ArrayList<>();
      Message next = consumer.receive(WAIT_MILLIS);
      while (next != null || !browse(session, Dispatcher.EXCEPTIONS, selector).isEmpty()) {
        if (next != null) { // else it is only slow
          taken.add(next.getStringProperty("eventId"));
        }
        next = consumer.receive(WAIT_MILLIS);
      }
      return taken;
    }
  }
}
