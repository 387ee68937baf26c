package devicehub.polling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * IBM MaaS360's login: a token for a POST, sent as {@code MaaS token="…"}. Version 2.0 also gives a
 * refresh token, which replaces the password at the next login. The service answers 200 even when
 * it refuses; {@code errorCode} tells (MaaS360 Web Services Reference Guide).
 */
public final class MaasLogin implements Login {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The account to log in with, in the service's own terms. */
  public record Account(
      String billingId,
      String platformId,
      String appId,
      String appVersion,
      String accessKey,
      String user,
      String password) {}

  private final URI address;
  private final Account account;
  private String token = "";
  private String refreshToken = "";

  /**
   * @param address where to log in, {@code …/auth-apis/auth/1.0/authenticate/{billingId}} or {@code
   *     …/2.0/authenticate/customer/{billingId}}
   */
  public MaasLogin(URI address, Account account) {
    this.address = address;
    this.account = account;
  }

  @Override
  public Optional<Request> request() {
    if (!token.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode body = JSON.createObjectNode();
    ObjectNode auth = body.putObject("authRequest").putObject("maaS360AdminAuth");
    auth.put("billingID", account.billingId());
    auth.put("platformID", account.platformId());
    auth.put("appID", account.appId());
    auth.put("appVersion", account.appVersion());
    auth.put("appAccessKey", account.accessKey());
    auth.put("userName", account.user());
    if (refreshToken.isEmpty()) {
      auth.put("password", account.password());
    } else {
      auth.put("refreshToken", refreshToken);
      refreshToken = ""; // good for one try: should it be refused, the password is asked next
    }
    Map<String, String> headers =
        Map.of("Accept", "application/json", "Content-Type", "application/json");
    return Optional.of(new Request("POST", address, headers, body.toString(), 0));
  }

  @Override
  public void accept(byte[] answer) {
    JsonNode response;
    try {
      response = JSON.readTree(answer).path("authResponse");
    } catch (IOException e) {
      throw new PollFailedException("the login answered something that is no JSON");
    }
    String error = response.path("errorCode").asText("0");
    token = response.path("authToken").asText("");
    refreshToken = response.path("refreshToken").asText("");
    if (!error.equals("0") || token.isEmpty()) {
      token = "";
      throw new PollFailedException(
          "the login was refused: error " + error + " " + response.path("errorDesc").asText(""));
    }
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Authorization", "MaaS token=\"" + token + "\"");
  }

  @Override
  public boolean expire() {
    token = "";
    return true;
  }
}
