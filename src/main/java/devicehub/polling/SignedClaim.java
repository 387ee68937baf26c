package devicehub.polling;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * What a service account asks for a token with, instead of a password: a claim signed with its key
 * (RFC 7523, RFC 7515; Google's "OAuth 2.0 for server to server applications").
 *
 * <pre>
 *   {"alg":"RS256","typ":"JWT","kid":"3f1c…"} . {"iss":"hub@acme-devices.iam.gserviceaccount.com",
 *    "scope":"https://…/admin.directory.device.mobile.readonly","aud":"https://oauth2.googleapis.com/token",
 *    "sub":"admin@acme.example","iat":1773044100,"exp":1773047700} . signature
 * </pre>
 *
 * @param address where it is shown; it counts nowhere else
 * @param account who asks
 * @param keyId the name of the key; empty to leave it out
 * @param scope what for, separated by blanks
 * @param subject whom the account acts for; empty for itself
 */
public record SignedClaim(
    URI address, String account, String keyId, PrivateKey key, String scope, String subject) {
  /** The longest that Google accepts. */
  private static final Duration VALID = Duration.ofHours(1);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** The form that asks for a token, signed at this moment. */
  public String form(Instant now) {
    // Nothing in a signed claim needs to be escaped: it is base64url and dots.
    return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
        + signed(now);
  }

  private String signed(Instant now) {
    String text = encoded(header()) + "." + encoded(claim(now));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + account + " does not sign", e);
    }
  }

  private ObjectNode header() {
    ObjectNode header = JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT");
    return keyId.isEmpty() ? header : header.put("kid", keyId);
  }

  private ObjectNode claim(Instant now) {
    ObjectNode claim =
        JSON.createObjectNode()
            .put("iss", account)
            .put("scope", scope)
            .put("aud", address.toString())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(VALID).getEpochSecond());
    return subject.isEmpty() ? claim : claim.put("sub", subject);
  }

  private static String encoded(ObjectNode json) {
    return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return account + " at " + address.getHost();
  }
}
