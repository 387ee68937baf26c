package devicehub.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jms.core.JmsTemplate;

/**
 * Sets messages aside, unopened and with a reason, on {@code DLQ.} and the name of their queue. It
 * takes part in the transaction that received the message: it is on one of the two queues, never on
 * both or none.
 */
final class DeadLetters {
  private static final String PREFIX = "DLQ.";
  private static final String REASON = "reason";

  /** Set by whoever sends or delivers; not ours to copy. */
  private static final String RESERVED = "JMSX";

  private final JmsTemplate sender;

  DeadLetters(Connections connections) {
    sender = new JmsTemplate(connections.factory());
    sender.setSessionTransacted(true); // finds the session that received the message
  }

  /**
   * @return the queue it is on now
   */
  String add(Message message, String reason) throws JMSException {
    String queue = PREFIX + ((Queue) message.getJMSDestination()).getQueueName();
    explain(message, reason);
    sender.execute(
        queue,
        (session, producer) -> {
          producer.send(
              message,
              message.getJMSDeliveryMode(),
              Message.DEFAULT_PRIORITY,
              Message.DEFAULT_TIME_TO_LIVE);
          return queue;
        });
    return queue;
  }

  /** Writes the reason into the message; the properties of a received one can only be set anew. */
  private static void explain(Message message, String reason) throws JMSException {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Object name : Collections.list(message.getPropertyNames())) {
      if (!name.toString().startsWith(RESERVED)) {
        properties.put(name.toString(), message.getObjectProperty(name.toString()));
      }
    }
    properties.put(REASON, reason);
    message.clearProperties();
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      message.setObjectProperty(property.getKey(), property.getValue());
    }
  }
}
