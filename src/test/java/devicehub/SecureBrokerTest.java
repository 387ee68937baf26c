package devicehub;

import static devicehub.RunningHub.HEADER;
import static devicehub.RunningHub.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import devicehub.messaging.AsksForAPassword;
import devicehub.messaging.MessagingException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.SslBrokerService;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker elsewhere, with TLS, a certificate of the company's own, and a password. */
class SecureBrokerTest {
  private static final String SECRET = "of-the-store";

  @TempDir Path folder;
  private SslBrokerService broker = new SslBrokerService();

  @BeforeEach
  void aBrokerCalledLocalhost() throws Exception {
    certify("broker");
    startBroker(0);
  }

  private void startBroker(int port) throws Exception {
    broker = new SslBrokerService();
    broker.setBrokerName("secure");
    broker.setUseJmx(false);
    broker.setPersistent(false);
    broker.setUseShutdownHook(false);
    broker.setPlugins(new BrokerPlugin[] {AsksForAPassword::new});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    try (InputStream file = new FileInputStream(store("broker").toFile())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, SECRET.toCharArray());
      keys.init(store, SECRET.toCharArray());
    }
    broker.addSslConnector(new URI("ssl://localhost:" + port), keys.getKeyManagers(), null, null);
    broker.start();
    broker.waitUntilStarted();
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
    broker.waitUntilStopped();
  }

  /** Makes {@code NAME.p12}, of {@code localhost}, and {@code NAME-trust.p12}, which trusts it. */
  private void certify(String name) throws Exception {
    keytool(store(name), "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=localhost")
        .waitFor();
    Path certificate = folder.resolve(name + ".pem");
    keytool(store(name), "-exportcert", "-alias", "a", "-file", certificate.toString()).waitFor();
    keytool(store(name + "-trust"), "-importcert", "-noprompt", "-file", certificate.toString())
        .waitFor();
  }

  private Process keytool(Path store, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", SECRET));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-ext", "SAN=dns:localhost"));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("keytool.log").toFile())
        .start();
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private int port() throws Exception {
    return broker.getTransportConnectors().get(0).getConnectUri().getPort();
  }

  private RunningHub hub(String host, String trust, String password) throws Exception {
    return RunningHub.start(
        RunningHub.folders(
            Files.createTempDirectory(folder, "hub"),
            "broker.url=failover:(ssl://" + host + ":" + port() + ")",
            "broker.user=hub",
            "broker.password=s3cret",
            "broker.trust=" + trust,
            "broker.trust.password=" + password));
  }

  private static void owe(RunningHub hub) throws Exception {
    assertThat(hub.send(hub.push("/feeds/mailboxes", HEADER + JANE)).statusCode()).isEqualTo(200);
    hub.wiring.cycle();
  }

  private long queued() throws Exception {
    Destination queue = broker.getDestination(new ActiveMQQueue("device.exceptions"));
    return queue.getDestinationStatistics().getMessages().getCount();
  }

  private static String dispatch(RunningHub hub) throws Exception {
    return hub.json(hub.to("/health/ready")).path("details").path("dispatch").asText();
  }

  @Test
  void messagesArriveOverTlsAlsoWhenTheBrokerCameBack() throws Exception {
    try (RunningHub hub = hub("localhost", store("broker-trust").toString(), SECRET)) {
      int port = port();
      stop();
      owe(hub);
      assertThat(dispatch(hub)).startsWith("1 messages wait for the broker: ");

      startBroker(port);
      // The first may meet a connection that was dead by then, or a broker that is slow to answer.
      await()
          .until(
              () -> {
                hub.wiring.cycle();
                return queued() > 0;
              });
      assertThat(queued()).isEqualTo(1);
      assertThat(dispatch(hub)).isEmpty();
    }
  }

  @Test
  void aBrokerOfAnotherNameGetsNothing() throws Exception {
    try (RunningHub hub = hub("127.0.0.1", store("broker-trust").toString(), SECRET)) {
      owe(hub);
      assertThat(dispatch(hub))
          .startsWith("1 messages wait for the broker: ")
          .contains("the broker's certificate is refused: ", "127.0.0.1")
          .doesNotContain("s3cret", SECRET);
      assertThat(queued()).isZero();
    }
  }

  @Test
  void aBrokerWithAStrangersCertificateGetsNothing() throws Exception {
    certify("stranger");
    try (RunningHub hub = hub("localhost", store("stranger-trust").toString(), SECRET)) {
      owe(hub);
      assertThat(dispatch(hub))
          .startsWith("1 messages wait for the broker: ")
          .contains("the broker's certificate is refused: ")
          .doesNotContain("s3cret", SECRET);
      assertThat(queued()).isZero();
    }
  }

  @Test
  void whatABrokerIsTrustedByIsReadAtTheStart() {
    assertThatThrownBy(() -> hub("localhost", "/nowhere/broker.p12", SECRET))
        .isInstanceOf(MessagingException.class)
        .hasMessage("broker.trust: there is no file /nowhere/broker.p12");
    assertThatThrownBy(() -> hub("localhost", store("broker-trust").toString(), "wr0ng"))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("password was incorrect")
        .hasMessageNotContaining("wr0ng");
  }
}
