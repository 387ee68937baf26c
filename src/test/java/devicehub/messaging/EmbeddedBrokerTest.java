package devicehub.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.broker.BrokerRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerTest {
  private static final long SMALL_STORE_BYTES = 20 << 20;

  @TempDir private Path data;

  @Test
  void aSecondBrokerOnTheSameFolderIsTurnedAway() throws IOException {
    try (EmbeddedBroker first = new EmbeddedBroker(data);
        EmbeddedBroker second = new EmbeddedBroker(data)) {
      first.start();

      assertThatThrownBy(second::start)
          .isInstanceOf(MessagingException.class)
          .hasMessageStartingWith("the broker in " + data.resolve("broker") + " cannot start")
          .hasMessageContaining("lock is already held");
    }
  }

  @Test
  void othersDoNotReadTheJournal() throws IOException {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (EmbeddedBroker broker = new EmbeddedBroker(data)) {
      broker.start();

      assertThat(Files.getPosixFilePermissions(data.resolve("broker")))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFullStoreRefusesMessagesAndLosesNone() throws IOException, JMSException {
    try (Owed owed = new Owed(data);
        EmbeddedBroker broker = new EmbeddedBroker(data, SMALL_STORE_BYTES);
        Connections connections = connectionsTo(broker)) {
      Set<String> events = new HashSet<>(owed.open(300, 100_000));
      Dispatcher dispatcher = new Dispatcher(owed.outbox(), connections);

      Dispatched full = dispatcher.drain();
      assertThat(full.trouble()).isNotEmpty();
      assertThat(full.sent() + full.backlog()).isEqualTo(300);
      assertThat(full.backlog()).isPositive();

      Set<String> read = new HashSet<>();
      for (int round = 0; round < 10 && !read.equals(events); round++) {
        read.addAll(Reader.consume(connections));
        dispatcher.drain();
      }
      assertThat(read).isEqualTo(events);
    }
  }

  @Test
  void aBrokerThatItsDiskHasStoppedComesBackWithTheNextRound() throws Exception {
    try (Owed owed = new Owed(data);
        EmbeddedBroker broker = new EmbeddedBroker(data);
        Connections connections = connectionsTo(broker)) {
      Dispatcher dispatcher = new Dispatcher(owed.outbox(), connections);
      List<String> before = owed.open(2, 10);
      dispatcher.drain();
      BrokerRegistry.getInstance().lookup(EmbeddedBroker.NAME).stop();

      List<String> after = owed.open(2, 10);
      dispatcher.drain();
      dispatcher.drain(); // for the first may have met a connection that was dead by then

      assertThat(Reader.eventIds(connections)).containsAll(before).containsAll(after).hasSize(4);
    }
  }

  private static Connections connectionsTo(EmbeddedBroker broker) {
    broker.start();
    return Connections.to(broker);
  }
}
