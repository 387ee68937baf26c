package devicehub.config;

import java.security.interfaces.RSAPrivateKey;

/**
 * A program's own account at Google, as its key file describes it.
 *
 * @param email whom the account is known as, {@code hub@acme-devices.iam.gserviceaccount.com}
 * @param keyId the name of its key there; empty where the file names none
 * @param key what it signs with
 * @param tokenUrl where it logs in
 */
public record ServiceAccount(String email, String keyId, RSAPrivateKey key, String tokenUrl) {

  /** Without what is secret. */
  @Override
  public String toString() {
    return email;
  }
}
