package devicehub.polling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** OAuth 2.0 client credentials (RFC 6749, 4.4), as Microsoft Graph wants them. */
public final class OauthLogin implements Login {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI tokenAddress;
  private final String form;
  private String token = "";

  public OauthLogin(URI tokenAddress, String clientId, String clientSecret, String scope) {
    this.tokenAddress = tokenAddress;
    this.form =
        "grant_type=client_credentials&client_id="
            + encoded(clientId)
            + "&client_secret="
            + encoded(clientSecret)
            + (scope.isEmpty() ? "" : "&scope=" + encoded(scope));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public Optional<Request> request() {
    Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return token.isEmpty()
        ? Optional.of(new Request("POST", tokenAddress, headers, form, 0))
        : Optional.empty();
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
      throw new PollFailedException(
          "the token endpoint gave no token: " + response.path("error").asText("no error named"));
    }
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
  }

  @Override
  public boolean expire() {
    token = "";
    return true;
  }
}
