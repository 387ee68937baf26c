package devicehub.messaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQSslConnectionFactory;

/**
 * By what certificates a broker's own is trusted. The name in it must be the one in its address.
 *
 * @param file a key store, PKCS#12 or JKS; empty for what Java trusts
 */
public record BrokerTrust(String file, String password) {
  static final BrokerTrust USUAL = new BrokerTrust("", "");

  /**
   * @throws MessagingException if the key store cannot be read
   */
  ActiveMQConnectionFactory factory(String url) {
    if (file.isEmpty()) {
      return new ActiveMQConnectionFactory(url);
    }
    try {
      if (!Files.exists(Path.of(file))) {
        throw new MessagingException("broker.trust: there is no file " + file);
      }
      // Or a wrong password would only show when the first message is owed.
      KeyStore.getInstance(Path.of(file).toFile(), password.toCharArray());
      ActiveMQSslConnectionFactory factory = new ActiveMQSslConnectionFactory(url);
      factory.setTrustStore(file);
      factory.setTrustStorePassword(password);
      return factory;
    } catch (MessagingException e) {
      throw e;
    } catch (Exception e) {
      // Without what caused it, whose message is of ciphers.
      throw new MessagingException("broker.trust: %s: %s".formatted(file, e.getMessage()));
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
