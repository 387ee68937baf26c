package devicehub.messaging;

import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ConnectionInfo;

/** A broker's plugin that lets in nobody from elsewhere but {@code hub}, with {@code s3cret}. */
public final class AsksForAPassword extends BrokerFilter {
  public AsksForAPassword(Broker next) {
    super(next);
  }

  @Override
  public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
    // The broker's own connections come without an address.
    if (info.getClientIp() != null
        && !("hub".equals(info.getUserName()) && "s3cret".equals(info.getPassword()))) {
      throw new SecurityException("User name [hub] or password is invalid.");
    }
    super.addConnection(context, info);
  }
}
