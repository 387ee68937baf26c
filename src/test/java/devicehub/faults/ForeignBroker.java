package devicehub.faults;

import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** A broker behind a port, which outlives the hub's kills, as a company's would. */
final class ForeignBroker implements AutoCloseable {
  private static final long WAIT_MILLIS = 1_500;

  private final BrokerService broker = new BrokerService();
  private final String name;

  ForeignBroker(String name) throws Exception {
    this.name = name;
    broker.setBrokerName(name);
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.setPersistent(false);
    broker.setDataDirectoryFile(Path.of("target", "faults", name).toFile());
    broker.addConnector("tcp://127.0.0.1:0");
    broker.start();
    broker.waitUntilStarted();
  }

  int port() throws Exception {
    return broker.getTransportConnectors().get(0).getConnectUri().getPort();
  }

  /** Counts the cycles the hub tells of for so many seconds. */
  int cycles(int seconds) throws Exception {
    try (Connection connection =
            new ActiveMQConnectionFactory("vm://" + name + "?create=false").createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createTopic("device.cycles"))) {
      connection.start();
      int cycles = 0;
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      while (System.nanoTime() < end) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        cycles += consumer.receive(Math.max(1, left)) == null ? 0 : 1;
      }
      return cycles;
    }
  }

  /** Takes what waits on the queue of exceptions. */
  void takeInto(Deliveries deliveries) throws Exception {
    try (Connection connection =
        new ActiveMQConnectionFactory("vm://" + name + "?create=false").createConnection()) {
      deliveries.take(connection, WAIT_MILLIS);
    }
  }

  @Override
  public void close() throws Exception {
    broker.stop();
    broker.waitUntilStopped();
  }
}
