package devicehub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import devicehub.config.KeyFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Google's token endpoint and its list of mobile devices, two a page, on the loopback. A claim is
 * looked at as Google does, its signature too, and refused in Google's words.
 */
final class GoogleServer implements AutoCloseable {
  static final String ADMIN = "admin@acme.example";
  private static final String SCOPE =
      "https://www.googleapis.com/auth/admin.directory.device.mobile.readonly";
  private static final Path DEVICES =
      Path.of("src/test/resources/samples/google/managed-devices/input.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final PublicKey key;
  private final JsonNode devices;

  /** What was answered: {@code token 1}, {@code page 1}, {@code 401}, {@code 400}. */
  final List<String> answered = new CopyOnWriteArrayList<>();

  private int tokens;
  private String valid = "";
  private int expiresAfter = -1;

  private GoogleServer(HttpServer server, PublicKey key) throws IOException {
    this.server = server;
    this.key = key;
    this.devices = JSON.readTree(DEVICES.toFile()).path("mobiledevices");
  }

  static GoogleServer start(PublicKey key) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    GoogleServer google = new GoogleServer(server, key);
    server.createContext("/token", google::token);
    server.createContext("/admin/directory/v1/customer/my_customer/devices/mobile", google::page);
    server.start();
    return google;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int devices() {
    return devices.size();
  }

  /** Honours no token any more once so many pages are out. */
  void expireAfter(int pages) {
    expiresAfter = pages;
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String refusal = refusal(form);
    ObjectNode answer = JSON.createObjectNode();
    if (refusal.isEmpty()) {
      tokens++;
      valid = "ya29.c.token" + tokens;
      answer.put("access_token", valid).put("expires_in", 3599).put("token_type", "Bearer");
      answer(exchange, 200, answer, "token " + tokens);
    } else {
      answer.put("error", "invalid_grant").put("error_description", refusal);
      answer(exchange, 400, answer, "400");
    }
  }

  /** Why Google would not give a token for this; empty if it would. */
  private String refusal(Map<String, String> form) throws IOException {
    if (!form.getOrDefault("grant_type", "")
        .equals("urn:ietf:params:oauth:grant-type:jwt-bearer")) {
      return "Invalid grant_type";
    }
    String[] parts = form.getOrDefault("assertion", "").split("\\.");
    if (parts.length != 3 || !isSigned(parts)) {
      return "Invalid JWT Signature.";
    }
    JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
    JsonNode claim = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    long now = Instant.now().getEpochSecond();
    long begins = claim.path("iat").asLong();
    long ends = claim.path("exp").asLong();
    if (!header.path("alg").asText().equals("RS256")
        || !header.path("kid").asText().equals(KeyFile.KEY_ID)
        || !claim.path("iss").asText().equals(KeyFile.ACCOUNT)) {
      return "Invalid grant: account not found";
    }
    if (begins > now || ends <= now || ends - begins > 3600) {
      return "Invalid JWT: Token must be a short-lived token (60 minutes)";
    }
    if (!claim.path("aud").asText().equals(address() + "/token")) {
      return "Invalid JWT: Failed audience check.";
    }
    boolean known = claim.path("sub").asText().equals(ADMIN);
    return known && claim.path("scope").asText().equals(SCOPE) ? "" : "Invalid email or User ID";
  }

  private boolean isSigned(String[] parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
    int page = Integer.parseInt(query.getOrDefault("pageToken", "p/+=0").substring(4));
    if (page == expiresAfter) {
      expiresAfter = -1;
      valid = "";
    }
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (valid.isEmpty() || !shown.equals("Bearer " + valid)) {
      answer(exchange, 401, JSON.createObjectNode().putObject("error").put("code", 401), "401");
      return;
    }
    if (!query.getOrDefault("projection", "").equals("FULL") || !query.containsKey("maxResults")) {
      answer(exchange, 400, JSON.createObjectNode(), "400");
      return;
    }
    ObjectNode answer = JSON.createObjectNode().put("kind", "admin#directory#mobiledevices");
    var list = answer.putArray("mobiledevices");
    for (int i = 2 * page; i < Math.min(devices.size(), 2 * page + 2); i++) {
      list.add(devices.get(i));
    }
    if (2 * page + 2 < devices.size()) {
      // Signs that a query must escape: Google's tokens are base64.
      answer.put("nextPageToken", "p/+=" + (page + 1));
    }
    answer(exchange, 200, answer, "page " + (page + 1));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8));
    }
    return fields;
  }

  private void answer(HttpExchange exchange, int status, JsonNode body, String told)
      throws IOException {
    answered.add(told);
    byte[] bytes = body.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
