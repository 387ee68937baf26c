package devicehub.messaging;

import org.apache.camel.Component;
import org.apache.camel.component.jms.JmsComponent;

/**
 * Camel's {@code jms:} as routes need it: a message leaves its queue only when its route is
 * through.
 */
public final class Jms {
  private Jms() {}

  /** A component that is transacted by the session alone, without a transaction manager. */
  public static Component component(Connections connections) {
    JmsComponent jms = new JmsComponent();
    jms.setConnectionFactory(connections.factory());
    jms.setTransacted(true);
    jms.setLazyCreateTransactionManager(false);
    jms.setCacheLevelName("CACHE_CONSUMER");
    jms.setDeliveryPersistent(true);
    jms.setObjectMessageEnabled(false);
    jms.setHeaderFilterStrategy(new NoHeadersIn());
    jms.setDisableReplyTo(true); // or the sender of a message would choose where an answer goes
    return jms;
  }
}
