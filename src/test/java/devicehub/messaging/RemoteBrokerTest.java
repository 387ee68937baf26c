package devicehub.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending to a broker behind a port, which comes and goes and asks for a password. */
final class RemoteBrokerTest {
  @TempDir private Path folder;
  private Owed owed;
  private int port;
  private BrokerService broker;

  @BeforeEach
  void findAPort() throws IOException {
    owed = new Owed(folder.resolve("data"));
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws Exception {
    stopBroker();
    owed.close();
  }

  private void startBroker() throws Exception {
    broker = new BrokerService();
    broker.setBrokerName("remote");
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.setDataDirectoryFile(folder.resolve("remote").toFile());
    broker.setPlugins(new BrokerPlugin[] {AsksForAPassword::new});
    broker.addConnector("tcp://127.0.0.1:" + port);
    broker.start();
    broker.waitUntilStarted();
  }

  private void stopBroker() throws Exception {
    if (broker != null) {
      broker.stop();
      broker.waitUntilStopped();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://127.0.0.1:PORT", "failover:(tcp://127.0.0.1:PORT)"})
  void messagesWaitWhileTheBrokerIsAwayAndArriveOnItsReturn(String address) throws Exception {
    try (Connections connections = connections(address, "s3cret")) {
      Dispatcher dispatcher = new Dispatcher(owed.outbox(), connections);
      HashSet<String> events = new HashSet<>(owed.open(3, 10));

      assertThat(dispatcher.drain().trouble()).as("before it was ever up").isNotEmpty();
      startBroker();
      drained(dispatcher);

      stopBroker();
      events.addAll(owed.open(3, 10));
      assertThat(dispatcher.drain().backlog()).as("while it is down").isEqualTo(3);
      startBroker();
      drained(dispatcher);

      assertThat(new HashSet<>(Reader.eventIds(connections))).isEqualTo(events);
    }
  }

  @Test
  void aWrongPasswordIsATroubleThatDoesNotShowIt() throws Exception {
    startBroker();
    owed.open(1, 10);
    try (Connections connections = connections("tcp://127.0.0.1:PORT", "wr0ng")) {
      Dispatched refused = new Dispatcher(owed.outbox(), connections).drain();

      assertThat(refused.sent()).isZero();
      assertThat(refused.trouble()).isNotEmpty().doesNotContain("wr0ng");
    }
  }

  private Connections connections(String address, String password) {
    return Connections.to(
        address.replace("PORT", String.valueOf(port)), "hub", password, BrokerTrust.USUAL);
  }

  /** In a round or two: the first may meet a connection that was dead by then. */
  private static void drained(Dispatcher dispatcher) {
    if (dispatcher.drain().backlog() > 0) {
      assertThat(dispatcher.drain().backlog()).isZero();
    }
  }
}
