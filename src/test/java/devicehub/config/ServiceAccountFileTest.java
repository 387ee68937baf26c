package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAccountFileTest {
  private static final String TOKEN_URL = "https://oauth2.googleapis.com/token";
  private static final KeyPair PAIR = KeyFile.pair("RSA", 2048);
  private static final String GOOD = KeyFile.json(PAIR.getPrivate(), TOKEN_URL);

  @TempDir Path temp;
  ConfigFolder folder;

  @BeforeEach
  void folder() {
    folder = new ConfigFolder(temp);
    folder.write(
        "feeds.yaml",
        "feed:\n  kind: google\n  http:\n    key-file: ${FOLDER}/key.json\n"
            + "    subject: admin@acme.example\n");
  }

  private void key(String content) throws IOException {
    folder.write("key.json", content);
    Files.setPosixFilePermissions(
        folder.path("key.json"), PosixFilePermissions.fromString("rw-------"));
  }

  private HttpConfig http() {
    return folder.load(environment()).feeds().get("feed").http().orElseThrow();
  }

  private Map<String, String> environment() {
    return Map.of("FOLDER", temp.toString());
  }

  @Test
  void aKeyFileAndASubjectConnectGoogle() throws IOException {
    key(GOOD);
    HttpConfig http = http();
    assertThat(http.login()).isEqualTo(HttpConfig.Login.SERVICE_ACCOUNT);
    assertThat(http.serviceAccount())
        .hasValueSatisfying(
            account -> {
              assertThat(account.email()).isEqualTo(KeyFile.ACCOUNT);
              assertThat(account.keyId()).isEqualTo(KeyFile.KEY_ID);
              assertThat(account.key()).isEqualTo(PAIR.getPrivate());
              assertThat(account).hasToString(KeyFile.ACCOUNT);
            });
    assertThat(http.tokenUrl()).isEqualTo(TOKEN_URL);
    assertThat(http.subject()).isEqualTo("admin@acme.example");
    assertThat(http.scope())
        .isEqualTo("https://www.googleapis.com/auth/admin.directory.device.mobile.readonly");
    assertThat(http.first())
        .isEqualTo(
            "https://admin.googleapis.com/admin/directory/v1/customer/my_customer/devices/mobile"
                + "?projection=FULL&maxResults=100");
  }

  /** Part of a good file, what stands there instead, and what is said of it. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (?s).*                          | ``                        | is no JSON object
          (?s).*                          | []                        | is no JSON object
          (?s).*                          | -----BEGIN PRIVATE KEY    | is no JSON from line 1 on
          (?s)"token_uri".*               | ``                        | is no JSON from line 9 on
          (?s)$                           | more                      | is no JSON from line 11 on
          "service_account"               | "authorized_user"         | is of another type 'authorized_user': the key of a 'service_account' is needed
          "service_account"               | "MIIEsecret"              | is of another type: the key of a 'service_account' is needed
          "private_key"                   | "x"                       | has no 'private_key'
          "client_email"                  | "x"                       | has no 'client_email'
          "token_uri"                     | "x"                       | has no 'token_uri'
          "https://oauth2[^"]*"           | "file:///etc/passwd"      | has a 'token_uri' that must be an address such as https://mdm.example/path
          "https://oauth2[^"]*"           | "https://a@evil.example/" | has a 'token_uri' that must be an address such as https://mdm.example/path
          -----BEGIN                      | BEGIN                     | has a 'private_key' that is no PEM (-----BEGIN PRIVATE KEY-----…)
          (?s)N P(.*)END P                | N RSA P$1END RSA P        | has a 'private_key' of the kind 'rsa private key', but PKCS#8 is needed
          KEY-----.nMII                   | KEY-----\\\\nM!I          | has a 'private_key' that is no base64
          KEY-----.nMII                   | KEY-----\\\\nAAA          | has a 'private_key' that is no RSA key in PKCS#8
          """)
  void aBadKeyFileIsTold(String part, String instead, String problem) throws IOException {
    String bad = Pattern.compile(part).matcher(GOOD).replaceFirst(instead);
    assertThat(bad).isNotEqualTo(GOOD);
    key(bad);
    assertThat(folder.problems(environment()))
        .containsExactly(
            "feeds.yaml:4: 'key-file' names the key file " + temp + "/key.json, which " + problem);
  }

  @Test
  void aKeyThatGoogleWouldNotTakeIsTold() throws IOException {
    key(KeyFile.json(KeyFile.pair("EC", 256).getPrivate(), TOKEN_URL));
    assertThat(folder.problems(environment())).singleElement().asString().contains("no RSA key");
    key(KeyFile.json(KeyFile.pair("RSA", 1024).getPrivate(), TOKEN_URL));
    assertThat(folder.problems(environment()))
        .singleElement()
        .asString()
        .endsWith("has a 'private_key' of 1024 bits; 2048 are needed");
  }

  @Test
  void aKeyFileThatIsMissingOrOpenToOthersIsTold() throws IOException {
    String secret = "feeds.yaml:4: 'key-file' names the secret file " + temp + "/key.json, which ";
    assertThat(folder.problems(environment())).containsExactly(secret + "cannot be read");
    key(GOOD);
    Files.setPosixFilePermissions(
        folder.path("key.json"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(folder.problems(environment()))
        .containsExactly(secret + "others than its owner may read (chmod 600)");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          subject: a@acme.example           | 'key-file' is missing: login 'service-account' needs it
          key-file: '', subject: a          | 'key-file' is missing: login 'service-account' needs it
          login: token, token: t, subject: a | 'subject' is of no use to login 'token'
          login: service_account            | unknown login 'service_account'; did you mean 'service-account'?
          """)
  void keysOfOtherLoginsAreTold(String http, String problem) {
    folder.write("feeds.yaml", "feed:\n  kind: google\n  http:\n    {" + http + "}\n");
    assertThat(folder.problems()).singleElement().asString().endsWith(problem);
  }
}
