package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.config.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google's devices by a service account, connected as config/README.md says. */
class GoogleFeedTest {
  private static final KeyPair PAIR = KeyFile.pair("RSA", 2048);

  @TempDir Path folder;
  private HubRun hub;
  private GoogleServer google;

  @BeforeEach
  void aHubThatAsksGoogle() throws IOException {
    hub = new HubRun(folder);
    google = GoogleServer.start(PAIR.getPublic());
    String route = Files.readString(hub.routes.resolve("maas360.camel.yaml"));
    for (String shipped : List.of("maas360", "exchange", "people", "traveler")) {
      Files.delete(hub.routes.resolve(shipped + ".camel.yaml"));
    }
    Files.writeString(hub.routes.resolve("phones.camel.yaml"), route.replace("maas360", "phones"));
    Files.writeString(hub.config.resolve("hub.properties"), "samples=false\npoll.timeout=10s\n");
    key(PAIR.getPrivate());
    feed(GoogleServer.ADMIN);
  }

  @AfterEach
  void stop() {
    google.close();
  }

  private void key(PrivateKey key) throws IOException {
    Path file = folder.resolve("google.json");
    Files.writeString(file, KeyFile.json(key, google.address() + "/token"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void feed(String subject) throws IOException {
    Files.writeString(
        hub.config.resolve("feeds.yaml"),
        """
        phones:
          kind: google
          http:
            url: %s
            key-file: %s
            subject: %s
        """
            .formatted(google.address(), folder.resolve("google.json"), subject));
  }

  private String trouble() throws IOException {
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    return hub.feed("phones").path("trouble").asText();
  }

  @Test
  void aKeyFileAndASubjectBringEveryDevice() throws IOException {
    assertThat(hub.run("check")).as(hub.out + hub.err).isZero();
    assertThat(hub.once()).as(hub.out + hub.err).isZero();
    assertThat(hub.feed("phones").path("rowsIn").asInt()).isEqualTo(google.devices());
    assertThat(google.answered).containsExactly("token 1", "page 1", "page 2", "page 3");
  }

  @Test
  void aTokenThatExpiresBetweenPagesCostsNoDevice() throws IOException {
    google.expireAfter(1);
    assertThat(hub.once()).as(hub.out + hub.err).isZero();
    assertThat(hub.feed("phones").path("rowsIn").asInt()).isEqualTo(google.devices());
    assertThat(google.answered)
        .containsExactly("token 1", "page 1", "401", "token 2", "page 2", "page 3");
  }

  @Test
  void aSubjectThatTheAccountMayNotActForIsToldInGooglesWords() throws IOException {
    feed("nobody@acme.example");
    assertThat(trouble())
        .isEqualTo("the login answered HTTP 400: invalid_grant: Invalid email or User ID");
    assertThat(google.answered).containsExactly("400");
  }

  @Test
  void aKeyThatIsNotTheAccountsIsToldAndNeverShown() throws IOException {
    PrivateKey other = KeyFile.pair("RSA", 2048).getPrivate();
    key(other);
    assertThat(trouble()).endsWith("HTTP 400: invalid_grant: Invalid JWT Signature.");
    String secret = Base64.getEncoder().encodeToString(other.getEncoded()).substring(40, 64);
    assertThat(hub.out + hub.err + hub.text("exceptions.html") + hub.text("summary.json"))
        .contains("Invalid JWT Signature")
        .doesNotContain(secret);
  }

  @Test
  void checkNamesABadKeyFile() throws IOException {
    Path file = folder.resolve("google.json");
    Files.writeString(file, "{\"type\":\"authorized_user\"}");
    assertThat(hub.run("check")).isEqualTo(2);
    assertThat(hub.out + hub.err)
        .contains(":5: 'key-file' names the key file " + file + ", which is of another type");
  }
}
