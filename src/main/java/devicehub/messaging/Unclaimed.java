package devicehub.messaging;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The messages of a queue that nobody has taken. */
public final class Unclaimed {
  private static final int BATCH = 200;
  private static final long WAIT_MILLIS = 2_000;

  private Unclaimed() {}

  /**
   * Takes them all; the broker forgets a batch only once {@code keeper} has returned.
   *
   * @param keeper gets their event ids
   * @throws MessagingException if the broker does not hand them over
   */
  public static void take(Connections connections, String queue, Consumer<List<String>> keeper) {
    try (Connection connection = connections.open();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      connection.start();
      List<String> batch = new ArrayList<>();
      for (Message next = consumer.receive(WAIT_MILLIS);
          next != null;
          next = consumer.receive(WAIT_MILLIS)) {
        String event = next.getStringProperty("eventId");
        if (event != null) {
          batch.add(event);
        }
        if (batch.size() == BATCH) {
          keeper.accept(List.copyOf(batch));
          session.commit();
          batch.clear();
        }
      }
      keeper.accept(List.copyOf(batch));
      session.commit();
    } catch (JMSException e) {
      throw new MessagingException("the messages of queue %s cannot be taken".formatted(queue), e);
    }
  }
}
