package devicehub.messaging;

import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Receiver;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code feedQueue}: takes the messages of a feed's queue in, within the transaction that
 * received them.
 *
 * <pre>
 *   feeds.mailboxes   text or bytes, as an export's file would hold; mode=delta, name=export.csv
 *   DLQ.feeds.mailboxes   the same message with reason="line 2: a quote is open at the end"
 * </pre>
 *
 * <p>What cannot be read is set aside at once, since reading it again would change nothing. Any
 * other trouble gives the message back to the broker, which delivers it again; the last time it is
 * set aside as well, so that it never blocks those behind it. While the store is away they all
 * wait.
 */
public final class FeedQueue {
  private static final Logger LOG = LoggerFactory.getLogger(FeedQueue.class);

  /** The hub's store, which no message is at fault for. */
  public interface Storage {
    /**
     * Returns once it answers.
     *
     * @return whether that had to be waited for
     * @throws InterruptedIOException if the hub stops before
     */
    boolean await() throws InterruptedIOException;
  }

  private final Receiver receiver;
  private final Storage storage;
  private final DeadLetters deadLetters;

  public FeedQueue(Connections connections, Receiver receiver, Storage storage) {
    this.receiver = receiver;
    this.storage = storage;
    this.deadLetters = new DeadLetters(connections);
  }

  /**
   * Takes one message in.
   *
   * @param feed the feed's name
   * @throws IOException if it could not be kept, and shall be delivered again
   * @throws JMSException if the broker is in trouble
   */
  public void take(String feed, Message message) throws IOException, JMSException {
    try {
      receive(feed, message);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (UnreadableInputException e) {
      setAside(message, (e.line() > 0 ? "line " + e.line() + ": " : "") + e.reason());
    } catch (IOException | RuntimeException e) {
      if (FeedMessage.deliveries(message) <= Connections.REDELIVERIES) {
        throw e;
      }
      setAside(message, MessagingException.oneLine(e));
    }
  }

  /** A store that goes away in the midst of it is waited for: that counts as no delivery. */
  private void receive(String feed, Message message) throws IOException, JMSException {
    storage.await();
    while (true) {
      try {
        receiver.receive(FeedMessage.delivery(feed, message));
        return;
      } catch (UnreadableInputException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        if (!storage.await()) {
          throw e;
        }
      }
    }
  }

  private void setAside(Message message, String reason) throws JMSException {
    String queue = deadLetters.add(message, reason);
    LOG.warn("a message that cannot be taken in went to {}, with its reason", queue);
  }
}
