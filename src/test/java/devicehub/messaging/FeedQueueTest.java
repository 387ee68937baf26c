package devicehub.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.inventory.Delivery;
import devicehub.inventory.Receipt;
import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.Snapshot.State;
import devicehub.inventory.SnapshotLogContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.command.ActiveMQTextMessage;
import org.junit.jupiter.api.Test;

/** What a message that met a store in trouble is counted for. */
final class FeedQueueTest {
  private static final int OUTAGES = 3 * Connections.REDELIVERIES;

  private final List<String> taken = new ArrayList<>();
  private int outages;

  @Test
  void aStoreThatComesAndGoesIsWaitedForWithinOneDelivery() throws Exception {
    try (Connections connections = nowhere()) {
      FeedQueue queue = new FeedQueue(connections, this::receive, () -> true);
      ActiveMQTextMessage message = message();
      message.setRedeliveryCounter(Connections.REDELIVERIES); // the last time it is delivered

      queue.take("mailboxes", message);
    }
    assertThat(taken).hasSize(OUTAGES + 1).containsOnly("\uFEFFDeviceID\r\n");
  }

  @Test
  void anyOtherTroubleGivesTheMessageBack() throws Exception {
    try (Connections connections = nowhere()) {
      FeedQueue queue = new FeedQueue(connections, this::receive, () -> false);

      assertThatThrownBy(() -> queue.take("mailboxes", message())).isInstanceOf(IOException.class);
    }
    assertThat(taken).hasSize(1);
  }

  private Receipt receive(Delivery delivery) throws IOException {
    taken.add(new String(delivery.content().readAllBytes(), UTF_8));
    if (outages++ < OUTAGES) {
      throw new IOException("terminating connection due to administrator command");
    }
    return new Receipt(
        SnapshotLogContract.snapshot("mailboxes", Kind.FULL, State.IN_FORCE, "one"), true);
  }

  private static ActiveMQTextMessage message() throws Exception {
    ActiveMQTextMessage message = new ActiveMQTextMessage();
    message.setText("DeviceID\r\n");
    message.setStringProperty("name", "export.csv");
    return message;
  }

  /** Nobody connects: nothing is set aside. */
  private static Connections nowhere() {
    return Connections.to("tcp://127.0.0.1:1", "", "", BrokerTrust.USUAL);
  }
}
