package devicehub.messaging;

import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Delivery;
import devicehub.inventory.Snapshot.Kind;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a delivery out of a message: text or bytes. Nothing else is opened. */
final class FeedMessage {
  private static final String MODE = "mode";
  private static final String NAME = "name";

  /** Says that the text is UTF-8, whatever the feed's files are written in. */
  private static final char MARK = '\uFEFF';

  private FeedMessage() {}

  /**
   * @throws UnreadableInputException if the message holds neither text nor bytes, or asks for a
   *     mode that there is not
   */
  static Delivery delivery(String feed, Message message) throws JMSException {
    @Nullable String name = message.getStringProperty(NAME);
    String called = name == null || name.isBlank() ? message.getJMSMessageID() : name;
    return new Delivery(
        feed, kind(message), called, new ByteArrayInputStream(content(feed, message)));
  }

  private static byte[] content(String feed, Message message) throws JMSException {
    if (message instanceof BytesMessage bytes) {
      bytes.reset(); // it may have been read before, in an earlier try
      byte[] content = new byte[Math.toIntExact(bytes.getBodyLength())];
      bytes.readBytes(content);
      return content;
    }
    if (message instanceof TextMessage text) {
      @Nullable String content = text.getText();
      String written = content == null ? "" : content;
      boolean marked = !written.isEmpty() && written.charAt(0) == MARK;
      return (marked ? written : MARK + written).getBytes(StandardCharsets.UTF_8);
    }
    throw new UnreadableInputException(
        feed, 0, "is neither a text nor a bytes message, and was not opened");
  }

  private static Optional<Kind> kind(Message message) throws JMSException {
    @Nullable String mode = message.getStringProperty(MODE);
    if (mode == null) {
      return Optional.empty();
    }
    return switch (mode) {
      case "full" -> Optional.of(Kind.FULL);
      case "delta" -> Optional.of(Kind.DELTA);
      default ->
          throw new UnreadableInputException(
              NAME, 0, "has a property mode that is neither full nor delta");
    };
  }

  /** How often the broker has delivered the message, this time included. */
  static int deliveries(Message message) throws JMSException {
    return message.propertyExists("JMSXDeliveryCount")
        ? message.getIntProperty("JMSXDeliveryCount")
        : 1;
  }
}
