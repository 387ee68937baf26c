package devicehub.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging in with a signature, and how long what it brings is used. */
class SignedClaimTest {
  private static final URI ADDRESS = URI.create("https://oauth2.googleapis.com/token");
  private static KeyPair pair;

  private Instant now = Instant.ofEpochSecond(1_773_044_100);
  private int asked;
  private final OauthLogin login = new OauthLogin(ADDRESS, () -> "form=" + ++asked, () -> now);

  @BeforeAll
  static void makeKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
  }

  private String[] parts(String keyId, String subject) {
    SignedClaim claim =
        new SignedClaim(ADDRESS, "hub@x.example", keyId, pair.getPrivate(), "a b", subject);
    assertThat(claim).hasToString("hub@x.example at oauth2.googleapis.com");
    String form = claim.form(now);
    String start = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";
    assertThat(form).startsWith(start).matches("[A-Za-z0-9._=&%-]+");
    return form.substring(start.length()).split("\\.");
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  @Test
  void theClaimSaysWhoAsksForWhatAndWhomForAnHour() throws Exception {
    String[] parts = parts("3f1c", "admin@acme.example");
    assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"3f1c\"}");
    assertThat(decoded(parts[1]))
        .isEqualTo(
            "{\"iss\":\"hub@x.example\",\"scope\":\"a b\","
                + "\"aud\":\"https://oauth2.googleapis.com/token\","
                + "\"iat\":1773044100,\"exp\":1773047700,\"sub\":\"admin@acme.example\"}");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(pair.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    String[] parts = parts("", "");
    assertThat(decoded(parts[0])).doesNotContain("kid");
    assertThat(decoded(parts[1])).doesNotContain("sub");
  }

  private void given(String token, String expires) {
    login.accept(("{\"access_token\":\"" + token + "\"" + expires + "}").getBytes(UTF_8));
  }

  @ParameterizedTest(name = "{0} is renewed after {1} s")
  @CsvSource({"3599, 3539", "100, 50", "1, 0.5"})
  void aTokenIsKeptUntilShortlyBeforeItExpires(long expires, double seconds) {
    assertThat(login.request()).map(Request::body).hasValue("form=1");
    given("one", ",\"expires_in\":" + expires);
    long millis = Math.round(seconds * 1000);
    now = now.plusMillis(millis - 1);
    assertThat(login.request()).isEmpty();
    now = now.plusMillis(1);
    assertThat(login.request()).map(Request::body).hasValue("form=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", ",\"expires_in\":0", ",\"expires_in\":-1", ",\"expires_in\":9e18"})
  void aTokenThatNamesNoEndIsKeptUntilItIsRefused(String expires) {
    given("one", expires);
    now = now.plusSeconds(1_000_000);
    assertThat(login.request()).isEqualTo(Optional.empty());
    assertThat(login.expire()).isTrue();
    assertThat(login.request()).isPresent();
  }

  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'error':'invalid_grant','error_description':'Invalid JWT Signature.'}"
            + " | invalid_grant: Invalid JWT Signature.",
        "{'error':'invalid_client'} | invalid_client",
        "{'error':'a\\nb'} | a b",
        "{} | ''",
        "<html> | ''",
        "'' | ''",
      })
  void theServersReasonIsOneShortLine(String answer, String reason) {
    assertThat(login.refusal(answer.replace('\'', '"').getBytes(UTF_8))).isEqualTo(reason);
  }

  @Test
  void aLongReasonIsCut() {
    String words = "x".repeat(5_000);
    assertThat(login.refusal(("{\"error\":\"" + words + "\"}").getBytes(UTF_8))).hasSize(201);
    assertThatThrownBy(() -> login.accept("{\"error\":\"no\"}".getBytes(UTF_8)))
        .isInstanceOf(PollFailedException.class)
        .hasMessage("the token endpoint gave no token: no");
  }
}
