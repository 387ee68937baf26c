package devicehub.polling;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A login that needs no exchange: none at all, a password sent with each request, or a token. */
public final class FixedLogin implements Login {
  private final Map<String, String> headers;

  private FixedLogin(Map<String, String> headers) {
    this.headers = headers;
  }

  public static Login none() {
    return new FixedLogin(Map.of());
  }

  /**
   * HTTP Basic (RFC 7617), sent unasked: Domino answers 401 without a challenge, after which a
   * client that waits for one never logs in.
   */
  public static Login basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new FixedLogin(
        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  public static Login header(String name, String value) {
    return new FixedLogin(Map.of(name, value));
  }

  @Override
  public Optional<Request> request() {
    return Optional.empty();
  }

  @Override
  public void accept(byte[] answer) {
    throw new IllegalStateException("nothing was asked");
  }

  @Override
  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public boolean expire() {
    return false;
  }
}
