package devicehub.polling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A token for a form, as OAuth 2.0 has it (RFC 6749): client credentials (4.4) for Microsoft Graph,
 * a {@link SignedClaim} for Google. The token is kept until shortly before it expires, or until the
 * server no longer honours it.
 */
public final class OauthLogin implements Login {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A token that ends within so many seconds might do so on its way. */
  private static final long MARGIN = 60;

  private static final int LONGEST_REASON = 200;

  private final URI tokenAddress;
  private final Supplier<String> form;
  private final InstantSource clock;
  private String token = "";
  private Instant ends = Instant.MAX;

  /**
   * @param form what to ask for a token with, made anew each time
   */
  public OauthLogin(URI tokenAddress, Supplier<String> form, InstantSource clock) {
    this.tokenAddress = tokenAddress;
    this.form = form;
    this.clock = clock;
  }

  /** A login by client credentials. */
  public OauthLogin(URI tokenAddress, String clientId, String clientSecret, String scope) {
    this(
        tokenAddress,
        () ->
            "grant_type=client_credentials&client_id="
                + encoded(clientId)
                + "&client_secret="
                + encoded(clientSecret)
                + (scope.isEmpty() ? "" : "&scope=" + encoded(scope)),
        InstantSource.system());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public Optional<Request> request() {
    if (!token.isEmpty() && clock.instant().isBefore(ends)) {
      return Optional.empty();
    }
    Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return Optional.of(new Request("POST", tokenAddress, headers, form.get(), 0));
  }

  @Override
  public void accept(byte[] answer) {
    JsonNode response;
    try {
      response = JSON.readTree(answer);
    } catch (IOException e) {
      throw new PollFailedException("the token endpoint answered something that is no JSON");
    }
    token = response.path("access_token").asText("");
    if (token.isEmpty()) {
      String why = reason(response);
      throw new PollFailedException(
          "the token endpoint gave no token: " + (why.isEmpty() ? "no error named" : why));
    }
    ends = end(response.path("expires_in").asLong(0));
  }

  /**
   * A token of a few seconds must outlast the question after it, or it would be renewed for ever.
   */
  private Instant end(long seconds) {
    if (seconds <= 0 || seconds > Integer.MAX_VALUE) {
      return Instant.MAX;
    }
    return clock.instant().plusMillis(Math.max((seconds - MARGIN) * 1000, seconds * 500));
  }

  @Override
  public String refusal(byte[] answer) {
    try {
      return reason(JSON.readTree(answer));
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * RFC 6749, 5.2: {@code {"error":"invalid_grant","error_description":"Invalid JWT Signature."}}.
   */
  private static String reason(JsonNode response) {
    String error = response.path("error").asText("");
    String description = response.path("error_description").asText("");
    String reason = description.isEmpty() ? error : error + ": " + description;
    String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Authorization", "Bearer " + token);
  }

  @Override
  public boolean expire() {
    token = "";
    return true;
  }
}
