package devicehub.config;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;

/** A service account's key file, written as Google issues it. */
public final class KeyFile {
  public static final String ACCOUNT = "hub@acme-devices.iam.gserviceaccount.com";
  public static final String KEY_ID = "3f1c0d6f6b1e4c7a9d2e8b5a4c3d2e1f00112233";

  private KeyFile() {}

  public static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String json(PrivateKey key, String tokenUrl) {
    return """
    {
      "type": "service_account",
      "project_id": "acme-devices",
      "private_key_id": "%s",
      "private_key": "%s",
      "client_email": "%s",
      "client_id": "100000000000000000000",
      "auth_uri": "https://accounts.google.com/o/oauth2/auth",
      "token_uri": "%s",
      "universe_domain": "googleapis.com"
    }
    """
        .formatted(KEY_ID, pem(key).replace("\n", "\\n"), ACCOUNT, tokenUrl);
  }

  private static String pem(PrivateKey key) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
  }
}
