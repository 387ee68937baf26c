package devicehub.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;

/**
 * By what certificates a broker's own is trusted. The name in it must be the one in its address.
 *
 * @param file a key store, PKCS#12 or JKS; empty for what Java trusts
 */
public record BrokerTrust(String file, String password) {
  static final BrokerTrust USUAL = new BrokerTrust("", "");

  /**
   * @return empty where Java's own settings give the hub a certificate, and all of TLS is theirs
   * @throws MessagingException if the key store cannot be read
   */
  Optional<WatchedTrust> watched() {
    if (file.isEmpty() && System.getProperty("javax.net.ssl.keyStore") != null) {
      return Optional.empty();
    }
    if (file.isEmpty()) {
      try {
        return Optional.of(new WatchedTrust(null));
      } catch (GeneralSecurityException e) {
        throw new MessagingException("what Java trusts cannot be read", e);
      }
    }
    try {
      if (!Files.exists(Path.of(file))) {
        throw new MessagingException("broker.trust: there is no file " + file);
      }
      return Optional.of(
          new WatchedTrust(KeyStore.getInstance(Path.of(file).toFile(), password.toCharArray())));
    } catch (GeneralSecurityException | IOException e) {
      // Without what caused it, whose message is of ciphers.
      throw new MessagingException("broker.trust: %s: %s".formatted(file, e.getMessage()));
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
