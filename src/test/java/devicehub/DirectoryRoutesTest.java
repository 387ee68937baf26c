package devicehub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import devicehub.ldap.SlapdServer;
import devicehub.routes.RouteCheck;
import devicehub.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The hub as it is shipped, given the example routes and a feeds file, against a real slapd. */
class DirectoryRoutesTest {
  private static final int PEOPLE = 3_200;
  private static final int DEVICES = 600;

  @TempDir static Path serverFolder;
  private static SlapdServer slapd;

  @TempDir Path temp;

  @BeforeAll
  static void startServer() throws Exception {
    slapd = SlapdServer.start(serverFolder, DirectoryEntries.ldif(PEOPLE, DEVICES));
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (slapd != null) {
      slapd.close();
    }
  }

  @BeforeEach
  void configure() throws IOException {
    Path config = Files.createDirectories(temp.resolve("config"));
    Files.copy(Path.of("config/rules.yaml"), config.resolve("rules.yaml"));
    Files.writeString(
        config.resolve("hub.properties"),
        "samples=false\nhttp.port=0\nfeed.people.period=100\nfeed.exchange.period=100\n");
    feeds(SlapdServer.HUB, SlapdServer.PASSWORD);
    Path routes = Files.createDirectories(temp.resolve("routes"));
    for (String shipped :
        new String[] {"cycle", "examples/directory-ldap", "examples/exchange-ad"}) {
      Path file = Path.of("routes", shipped + ".camel.yaml");
      Files.copy(file, routes.resolve(file.getFileName()));
    }
    Files.writeString(
        routes.resolve("phones.camel.yaml"),
        Files.readString(Path.of("routes/exchange.camel.yaml")).replace("exchange", "phones"));
    Path inbox = Files.createDirectories(temp.resolve("data/inbox/phones"));
    Files.writeString(inbox.resolve("phones.csv"), DirectoryEntries.enrollments(DEVICES));
  }

  private void feeds(String user, String password) throws IOException {
    String ldap =
        """
          ldap:
            url: %s
            user: %s
            password: %s
            base: dc=acme,dc=example
        """
            .formatted(slapd.url(), user, password);
    Files.writeString(
        temp.resolve("config/feeds.yaml"),
        "people:\n  kind: directory\n"
            + ldap
            + "exchange:\n  kind: ad\n"
            + ldap
            + "phones:\n  kind: csv\n  side: enrollment\n");
  }

  private Folders folders() {
    Folders folders = new Folders();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("folders", spec(folders)))
        .parseArgs(
            "--config=" + temp.resolve("config"),
            "--routes=" + temp.resolve("routes"),
            "--data=" + temp.resolve("data"));
    return folders;
  }

  private static CommandLine.Model.CommandSpec spec(Folders folders) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(folders);
  }

  private String matched(boolean once) throws Exception {
    try (Wiring hub = Wiring.of(folders(), once)) {
      hub.takeIn();
      hub.cycle();
      return hub.summary();
    }
  }

  @Test
  void ownersResolveByEveryNameTheDirectoryKnows() throws Exception {
    assertThat(matched(true))
        .containsPattern("Merged pairs +600\n")
        .containsPattern("Exceptions +0\n")
        .containsPattern("people +directory +in force +3,200 rows in = 3,200 accepted")
        .containsPattern("exchange +mail +in force +600 rows in = 600 accepted");
  }

  @Test
  void ownersStillResolveAfterTheDirectoryIsGoneAndTheHubRestarted() throws Exception {
    matched(true);
    slapd.close();
    try {
      assertThat(matched(true))
          .containsPattern("Merged pairs +600\n")
          .containsPattern("Exceptions +0\n")
          .containsPattern("people +directory +failed ")
          .contains("! " + slapd.url() + " cannot be reached: Connection refused");
    } finally {
      slapd.start();
    }
  }

  @Test
  void healthSaysThatTheDirectoryIsGoneAndThatItIsBack() throws Exception {
    try (Wiring hub = Wiring.of(folders(), false)) {
      hub.takeIn();
      hub.cycle();
      WebServer web = hub.serve();
      assertThat(health(web)).doesNotContain("people");
      slapd.close();
      try {
        await()
            .untilAsserted(
                () ->
                    assertThat(health(web))
                        .contains("feed people", "cannot be reached", "stays in force"));
        hub.cycle();
        assertThat(hub.summary()).containsPattern("Merged pairs +600\n");
      } finally {
        slapd.start();
      }
      await().untilAsserted(() -> assertThat(health(web)).doesNotContain("people"));
    }
  }

  @Test
  void aLoginThatMayNotPageFailsTheFeedRatherThanCutIt() throws Exception {
    feeds(SlapdServer.GUEST, SlapdServer.PASSWORD);

    assertThat(matched(true))
        .containsPattern("people +directory +failed ")
        .contains("gives " + SlapdServer.GUEST + " no more entries than its size limit");
  }

  @Test
  void aRefusedLoginFailsTheFeed() throws Exception {
    feeds(SlapdServer.HUB, "wrong");

    assertThat(matched(true)).contains("refuses the login as " + SlapdServer.HUB);
  }

  @Test
  void theExampleRoutesPassTheCheck() throws Exception {
    Folders folders = folders();
    var settings = Wiring.routeSettings(folders, Wiring.configuration(folders));

    assertThat(new RouteCheck(folders.routes(), Wiring.BEANS, settings).problems()).isEmpty();
  }

  private static String health(WebServer web) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(web.address() + "/health/ready")).build(),
            BodyHandlers.ofString())
        .body();
  }
}
