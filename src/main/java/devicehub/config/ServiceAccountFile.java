package devicehub.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a service account's key file as Google issues it. No message repeats what the file holds
 * beyond names: the rest may be the key.
 *
 * <pre>
 *   {"type": "service_account", "private_key_id": "3f1c…",
 *    "private_key": "-----BEGIN PRIVATE KEY-----\nMIIEv…\n-----END PRIVATE KEY-----\n",
 *    "client_email": "hub@acme-devices.iam.gserviceaccount.com",
 *    "token_uri": "https://oauth2.googleapis.com/token"}
 * </pre>
 */
final class ServiceAccountFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern PEM =
      Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----(.*)-----END \\1-----\\s*", Pattern.DOTALL);
  private static final String TYPE = "service_account";

  /** RS256 asks for it (RFC 7518, 3.3). */
  private static final int FEWEST_BITS = 2048;

  private final String name;
  private final JsonNode content;

  private ServiceAccountFile(String name, JsonNode content) {
    this.name = name;
    this.content = content;
  }

  /**
   * @throws BadValueException naming the file and what is wrong with it
   */
  static ServiceAccount read(String name) {
    return new ServiceAccountFile(name, json(name, SecretFile.read(name))).account();
  }

  private static JsonNode json(String name, String text) {
    try {
      JsonNode content = JSON.readTree(text);
      if (content.isObject()) {
        return content;
      }
    } catch (JsonProcessingException e) {
      throw bad(name, "is no JSON from line " + e.getLocation().getLineNr() + " on");
    }
    throw bad(name, "is no JSON object");
  }

  private ServiceAccount account() {
    String type = content.path("type").asText(TYPE);
    if (!type.equals(TYPE)) {
      String other = type.matches("[a-z_]{1,40}") ? " '" + type + "'" : "";
      throw bad(name, "is of another type" + other + ": the key of a '" + TYPE + "' is needed");
    }
    return new ServiceAccount(
        text("client_email"), content.path("private_key_id").asText(""), key(), tokenUrl());
  }

  private String text(String field) {
    String text = content.path(field).asText("").strip();
    if (text.isEmpty()) {
      throw bad(name, "has no '" + field + "'");
    }
    return text;
  }

  private String tokenUrl() {
    String url = text("token_uri");
    try {
      return Values.httpUrl(url);
    } catch (BadValueException e) {
      throw bad(name, "has a 'token_uri' that " + e.getMessage());
    }
  }

  private RSAPrivateKey key() {
    Matcher pem = PEM.matcher(text("private_key"));
    if (!pem.matches()) {
      throw bad(name, "has a 'private_key' that is no PEM (-----BEGIN PRIVATE KEY-----…)");
    }
    if (!pem.group(1).equals("PRIVATE KEY")) {
      String label = pem.group(1).toLowerCase(Locale.ROOT);
      throw bad(name, "has a 'private_key' of the kind '" + label + "', but PKCS#8 is needed");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(pem.group(2).replaceAll("\\s", ""));
      RSAPrivateKey key =
          (RSAPrivateKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      int bits = key.getModulus().bitLength();
      if (bits < FEWEST_BITS) {
        throw bad(name, "has a 'private_key' of " + bits + " bits; " + FEWEST_BITS + " are needed");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw bad(name, "has a 'private_key' that is no base64");
    } catch (GeneralSecurityException e) {
      throw bad(name, "has a 'private_key' that is no RSA key in PKCS#8");
    }
  }

  private static BadValueException bad(String name, String what) {
    return new BadValueException("names the key file " + name + ", which " + what);
  }
}
