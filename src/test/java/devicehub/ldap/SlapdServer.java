package devicehub.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real slapd on the loopback, strict as an administrator would have it: nobody reads without a
 * login, nobody is given more than 500 entries, and only the hub may page through all of them.
 */
public final class SlapdServer implements AutoCloseable {
  public static final String BASE = "dc=acme,dc=example";
  public static final String HUB = "cn=hub,dc=acme,dc=example";
  public static final String GUEST = "cn=guest,dc=acme,dc=example";
  public static final String PASSWORD = "hub-secret";

  private static final Path SLAPD = Path.of("/usr/sbin/slapd");
  private static final Path SLAPADD = Path.of("/usr/sbin/slapadd");
  private static final Path SCHEMAS = Path.of("/etc/ldap/schema");

  private static final String ACCOUNTS =
      """
      dn: dc=acme,dc=example
      objectClass: domain
      dc: acme

      dn: cn=hub,dc=acme,dc=example
      objectClass: organizationalRole
      objectClass: simpleSecurityObject
      cn: hub
      userPassword: hub-secret

      dn: cn=guest,dc=acme,dc=example
      objectClass: organizationalRole
      objectClass: simpleSecurityObject
      cn: guest
      userPassword: hub-secret

      """;

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private SlapdServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts a server that holds the entries; skips the test where slapd is not installed. */
  public static SlapdServer start(Path folder, String ldif) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(SLAPD) && Files.isDirectory(SCHEMAS),
        "slapd is not installed (Debian: apt-get install slapd)");
    Files.createDirectories(folder.resolve("db"));
    try (var schema = SlapdServer.class.getResourceAsStream("exchange.schema")) {
      Files.write(folder.resolve("exchange.schema"), Objects.requireNonNull(schema).readAllBytes());
    }
    Files.writeString(folder.resolve("slapd.conf"), configuration(folder));
    Files.writeString(folder.resolve("entries.ldif"), ACCOUNTS + ldif);
    SlapdServer server = new SlapdServer(folder, freePort());
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
    Process load =
        server.run(
            SLAPADD.toString(),
            "-q",
            "-f",
            folder.resolve("slapd.conf").toString(),
            "-l",
            folder.resolve("entries.ldif").toString());
    assertThat(load.waitFor()).as(server.output()).isZero();
    server.start();
    return server;
  }

  private static String configuration(Path folder) {
    List<String> lines = new ArrayList<>();
    for (String schema : List.of("core", "cosine", "inetorgperson")) {
      lines.add("include " + SCHEMAS.resolve(schema + ".schema"));
    }
    lines.add("include " + folder.resolve("exchange.schema"));
    lines.addAll(
        List.of(
            "modulepath /usr/lib/ldap",
            "moduleload back_mdb",
            "disallow bind_anon",
            "require authc",
            "sizelimit 500",
            "database mdb",
            "suffix " + BASE,
            "directory " + folder.resolve("db"),
            "maxsize 67108864",
            "dbnosync",
            "index objectClass eq",
            "index mail pres,eq",
            "limits dn.exact=" + HUB + " size.prtotal=unlimited",
            "access to attrs=userPassword by anonymous auth by * none",
            "access to * by dn.exact=" + HUB + " read by dn.exact=" + GUEST + " read by * none"));
    return String.join("\n", lines) + "\n";
  }

  /** Starts the server, again if it was stopped, on the same port. */
  public void start() throws IOException {
    process =
        run(
            SLAPD.toString(),
            "-d",
            "0",
            "-h",
            url() + "/",
            "-f",
            folder.resolve("slapd.conf").toString());
    await().atMost(Duration.ofSeconds(30)).until(this::listens);
  }

  private boolean listens() throws IOException {
    assertThat(Objects.requireNonNull(process).isAlive()).as(output()).isTrue();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (java.net.ConnectException e) {
      return false;
    }
  }

  private Process run(String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("slapd.out").toFile()))
        .start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("slapd.out"), UTF_8);
  }

  public String url() {
    return "ldap://127.0.0.1:" + port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  /** Stops the server; it can be started again. */
  @Override
  public void close() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroy();
      running.waitFor();
    }
  }
}
