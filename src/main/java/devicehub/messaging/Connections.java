package devicehub.messaging;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.apache.activemq.RedeliveryPolicy;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/**
 * Pooled connections to one broker. Nothing waits without an end: a broker that is down or silent
 * is a trouble after seconds, and the outbox keeps what was owed.
 */
public final class Connections implements AutoCloseable {
  private static final int CONNECTIONS = 2;
  private static final int WAIT_MILLIS = 10_000;

  /** How often a message is delivered again before it is given up. */
  static final int REDELIVERIES = 3;

  private static final long REDELIVERY_DELAY_MILLIS = 200;

  /** What brings a broker back before it is connected to, where that is in our hands. */
  private interface Wakening {
    void wake() throws Exception;
  }

  private final JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
  private final Optional<WatchedTrust> trust;
  private final Wakening wakening;

  private Connections(
      ActiveMQConnectionFactory factory, Optional<WatchedTrust> trust, Wakening wakening) {
    this.trust = trust;
    factory.setSendTimeout(atMost(factory.getSendTimeout()));
    factory.setRequestTimeout(atMost(factory.getRequestTimeout()));
    factory.setConnectResponseTimeout(atMost(factory.getConnectResponseTimeout()));
    // Text is all we read: no message may make objects of our classes.
    factory.setTrustAllPackages(false);
    factory.setTrustedPackages(List.of());
    RedeliveryPolicy redelivery = factory.getRedeliveryPolicy();
    redelivery.setMaximumRedeliveries(REDELIVERIES);
    redelivery.setInitialRedeliveryDelay(REDELIVERY_DELAY_MILLIS);
    redelivery.setUseExponentialBackOff(true);
    redelivery.setBackOffMultiplier(2);
    pool.setConnectionFactory(factory);
    pool.setMaxConnections(CONNECTIONS);
    pool.setBlockIfSessionPoolIsFullTimeout(WAIT_MILLIS);
    this.wakening = wakening;
  }

  /** To the hub's own broker, which must be started before them and stopped after. */
  public static Connections to(EmbeddedBroker broker) {
    return new Connections(
        new ActiveMQConnectionFactory("vm://" + EmbeddedBroker.NAME + "?create=false"),
        Optional.empty(),
        broker::revive);
  }

  /**
   * To a broker elsewhere.
   *
   * @param url such as {@code ssl://mq.example:61617} or {@code failover:(ssl://mq1:61617,…)}
   * @param user empty where the broker asks for none
   * @throws MessagingException if what it shall be trusted by cannot be read
   */
  public static Connections to(String url, String user, String password, BrokerTrust trust) {
    ActiveMQSslConnectionFactory factory =
        new ActiveMQSslConnectionFactory(BrokerAddress.bounded(url));
    Optional<WatchedTrust> watched = trust.watched();
    watched.ifPresent(w -> factory.setKeyAndTrustManagers(null, new TrustManager[] {w}, null));
    if (!user.isEmpty()) {
      factory.setUserName(user);
      factory.setPassword(password);
    }
    return new Connections(factory, watched, () -> {});
  }

  private static int atMost(int givenMillis) {
    return givenMillis > 0 ? givenMillis : WAIT_MILLIS;
  }

  Connection open() throws JMSException {
    trust.ifPresent(WatchedTrust::forget);
    try {
      wakening.wake();
    } catch (Exception e) {
      throw (JMSException) new JMSException("the broker does not start").initCause(e);
    }
    return pool.createConnection();
  }

  /** What a failure of a connection that was opened here comes down to, in one line. */
  String trouble(JMSException failure) {
    return MessagingException.oneLine(
        trust.<Throwable>flatMap(WatchedTrust::refusal).orElse(failure));
  }

  ConnectionFactory factory() {
    return pool;
  }

  @Override
  public void close() {
    pool.stop();
  }
}
