package devicehub.ldap;

import static devicehub.ldap.InMemoryDirectory.PASSWORD;
import static devicehub.ldap.InMemoryDirectory.failure;
import static devicehub.ldap.InMemoryDirectory.search;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.ldap.InMemoryDirectory.Wishes;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the JDK trusts is one setting for the whole program, so these run alone. */
@Isolated
class EncryptedLoginTest {
  private static final char[] STORE_PASSWORD = "changeit".toCharArray();

  @TempDir Path temp;
  SSLContext usual;

  @BeforeEach
  void rememberWhoIsTrusted() throws Exception {
    usual = SSLContext.getDefault();
  }

  @AfterEach
  void trustAsBefore() {
    SSLContext.setDefault(usual);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ldaps, tls", "ldap+starttls, plain"})
  void aTrustedServerIsSearched(String scheme, String listener) throws Exception {
    SSLContext certified = certified("127.0.0.1");
    SSLContext.setDefault(certified);
    try (var directory =
        InMemoryDirectory.start(new Wishes().encrypting(certified)).addPeople(250)) {
      LdapServer server = directory.as(url(directory, scheme, listener), PASSWORD);

      assertThat(search(server, "(mail=*)", "&pageSize=100")).hasSize(250);
      assertThat(search(server, "(mail=*)", "&pageSize=100")).hasSize(250);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ldaps, tls", "ldap+starttls, plain"})
  void aServerThatNobodyVouchesForGetsNoPassword(String scheme, String listener) throws Exception {
    SSLContext certified = certified("127.0.0.1");
    try (var directory = InMemoryDirectory.start(new Wishes().encrypting(certified))) {
      LdapServer server = directory.as(url(directory, scheme, listener), PASSWORD);

      assertThat(failure(server, "(mail=*)", ""))
          .isEqualTo(
              server.url()
                  + " cannot be reached: unable to find valid certification path to requested"
                  + " target");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ldaps, tls", "ldap+starttls, plain"})
  void aServerOfAnotherNameGetsNoPassword(String scheme, String listener) throws Exception {
    SSLContext certified = certified("127.0.0.2");
    SSLContext.setDefault(certified);
    try (var directory = InMemoryDirectory.start(new Wishes().encrypting(certified))) {
      LdapServer server = directory.as(url(directory, scheme, listener), PASSWORD);

      assertThat(failure(server, "(mail=*)", "")).contains(" cannot be reached: ", "127.0.0.1");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ldap+starttls, plain"})
  void aServerThatCannotEncryptGetsNoPassword(String scheme, String listener) throws Exception {
    try (var directory = InMemoryDirectory.start()) {
      LdapServer server = directory.as(url(directory, scheme, listener), PASSWORD);

      assertThat(failure(server, "(mail=*)", "")).startsWith(server.url() + " ");
    }
  }

  private static String url(InMemoryDirectory directory, String scheme, String listener) {
    return scheme + "://127.0.0.1:" + directory.port(listener);
  }

  /** A context that shows, and trusts, a new certificate for an address. */
  private SSLContext certified(String address) throws Exception {
    Path file = temp.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "directory",
                "-dname",
                "CN=directory",
                "-ext",
                "san=ip:" + address,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(STORE_PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("keytool.out").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, STORE_PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("directory", keys.getCertificate("directory"));
    KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
    shown.init(keys, STORE_PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
