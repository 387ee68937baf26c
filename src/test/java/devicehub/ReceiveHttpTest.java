package devicehub;

import static devicehub.RunningHub.ANN;
import static devicehub.RunningHub.HEADER;
import static devicehub.RunningHub.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to POST /feeds/{feed}, and what the sender is told. */
class ReceiveHttpTest {
  private static final String FEED = "/feeds/mailboxes";

  /** Shows what of a request reached the route: its headers, in a file Camel names by headers. */
  private static final String SPY =
      """
      - route:
          id: receive
          errorHandler:
            noErrorHandler: {}
          from:
            uri: direct:receive
            steps:
              - setVariable:
                  name: delivery
                  simple:
                    expression: "${body}"
              - setBody:
                  simple:
                    expression: "headers: ${headers}"
              - to:
                  uri: "file:{{data.dir}}/spy"
              - removeHeaders:
                  pattern: "*"
              - setBody:
                  simple:
                    expression: "${variable.delivery}"
              - bean:
                  ref: deliveries
                  method: receive
      """;

  @TempDir static Path folder;
  private static RunningHub hub;

  @BeforeAll
  static void start() throws Exception {
    HubRun folders = RunningHub.folders(folder, "limits.bytes=64KB");
    Files.writeString(folders.routes.resolve("receive.camel.yaml"), SPY);
    hub = RunningHub.start(folders);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void aSnapshotReplacesADeltaAddsAndTheSameAgainIsNothingNew() throws Exception {
    String both = HEADER + JANE + ANN + "\"Cut\",\"cut@acme.example\"\r\n";
    JsonNode first = hub.json(hub.push(FEED, both));
    assertThat(first.path("feed").asText()).isEqualTo("mailboxes");
    assertThat(first.path("state").asText()).isEqualTo("in force");
    assertThat(first.path("rowsIn").asInt()).isEqualTo(3);
    assertThat(first.path("accepted").asInt()).isEqualTo(2);
    assertThat(first.path("rejected").asInt()).isEqualTo(1);

    JsonNode again = hub.json(hub.push(FEED, both));
    assertThat(again.path("state").asText()).isEqualTo("nothing new");
    assertThat(again.path("snapshot")).isEqualTo(first.path("snapshot"));

    String jane = HEADER + JANE;
    String ann = HEADER + ANN;
    assertThat(state(hub.push(FEED + "?mode=full", jane))).isEqualTo("in force");
    assertThat(mails()).isEqualTo(1);
    assertThat(state(hub.push(FEED + "?mode=delta", ann))).isEqualTo("in force");
    assertThat(state(hub.push(FEED + "?mode=delta", ann))).isEqualTo("nothing new");
    assertThat(mails()).isEqualTo(2);
    assertThat(state(hub.push(FEED, jane))).as("drops what the delta added").isEqualTo("in force");
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void gzipIsExpandedWithinLimits() throws Exception {
    byte[] zipped = gzip((HEADER + ANN + JANE).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> taken =
        hub.send(hub.push(FEED, zipped).header("Content-Encoding", "gzip"));
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).contains("\"accepted\":2");

    byte[] bomb = gzip(new byte[8 << 20]);
    HttpResponse<String> refused =
        hub.send(hub.push(FEED, bomb).header("Content-Encoding", "gzip"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("expands to more than it may");

    assertThat(status(hub.push(FEED, "plain").header("Content-Encoding", "gzip"))).isEqualTo(400);
    assertThat(status(hub.push(FEED, zipped).header("Content-Encoding", "br"))).isEqualTo(415);
  }

  @Test
  void whatCannotBeReadIsRefusedWithReasonAndLine() throws Exception {
    HttpResponse<String> half = hub.send(hub.push(FEED, HEADER + "\"Jane Doe\",\"jane"));
    assertThat(half.statusCode()).isEqualTo(400);
    assertThat(half.body()).contains("\"error\":").contains("\"line\":2").doesNotContain("jane");
    HttpResponse<String> page = hub.send(hub.push(FEED, "<!doctype html><p>log in"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("HTML page");
  }

  @Test
  void anEmptyExportIsHeld() throws Exception {
    hub.send(hub.push(FEED, HEADER + JANE));
    HttpResponse<String> held = hub.send(hub.push(FEED, HEADER));
    assertThat(held.statusCode()).isEqualTo(202);
    assertThat(held.body()).contains("\"state\":\"held\"").contains("\"reason\":");
  }

  @Test
  void aBodyAboveTheLimitIsRefusedWhetherItSaysItsLengthOrNot() throws Exception {
    byte[] large = "x".repeat(65_537).getBytes(StandardCharsets.UTF_8);
    assertThat(status(hub.push(FEED, large))).isEqualTo(413);
    assertThat(
            status(
                hub.known(FEED)
                    .POST(
                        BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(large)))))
        .isEqualTo(413);
  }

  @ParameterizedTest(name = "{0} {1} with {2} is answered {3}")
  @CsvSource({
    "POST, /feeds/mailboxes, nothing, 401",
    "POST, /feeds/mailboxes, Bearer wrong, 401",
    "POST, /feeds/mailboxes, Bearer, 401",
    "POST, /feeds/mailboxes, Basic aHViOmh1Yg==, 401",
    "POST, /feeds/unknown, nothing, 401",
    "GET, /, nothing, 401",
    "GET, /?token=wrong, nothing, 401",
    "GET, /reports/users.csv, nothing, 401",
    "GET, /nowhere, nothing, 401",
    "POST, /feeds/unknown, token, 404",
    "POST, /feeds/, token, 404",
    "POST, /feeds/mailboxes/x, token, 404",
    "POST, /feeds/..%2f..%2fmailboxes, token, 400",
    "POST, /feeds/mailboxes?mod=delta, token, 400",
    "POST, /feeds/mailboxes?mode=Delta, token, 400",
    "GET, /feeds/mailboxes, token, 405",
    "PUT, /feeds/mailboxes, token, 405",
    "TRACE, /feeds/mailboxes, token, 405",
    "OPTIONS, /feeds/mailboxes, token, 405",
    "GET, /nowhere, token, 404",
    "GET, /reports/hub.lock, token, 404",
    "GET, /reports/..%2ftoken, token, 400",
    "GET, /, token, 200",
    "GET, /reports/users.csv, token, 200",
    "GET, /metrics, nothing, 200",
    "GET, /health/live, nothing, 200",
    "GET, /health/ready, nothing, 200",
  })
  void everyRouteAsksForTheToken(String method, String path, String shown, int status)
      throws Exception {
    var request = shown.equals("token") ? hub.known(path) : hub.to(path);
    if (shown.startsWith("B")) {
      request.header("Authorization", shown);
    }
    HttpResponse<String> answer = hub.send(request.method(method, BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain(hub.token);
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    if (status != 400) {
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void aFormIsNoExport() throws Exception {
    assertThat(
            status(hub.push(FEED, "x").header("Content-Type", "multipart/form-data; boundary=y")))
        .isEqualTo(415);
  }

  @Test
  void aPageOfAnotherSiteCannotPush() throws Exception {
    assertThat(status(hub.push(FEED, HEADER + JANE).header("Origin", "https://evil.example")))
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CamelFileName",
        "camelfilename",
        "CAMELFILENAME",
        "CAmelFileName",
        "Camel-File-Name",
        "cAmelHttpUri",
        "CamelHttpMethod",
        "CamelHttpPath",
        "CamelBeanMethodName",
        "CamelBeanMethodname",
        "CamelExecCommandExecutable",
        "CamelJmsDestinationName",
        "CamelToEndpoint",
        "CamelSlipEndpoint",
        "org.apache.camel.FileName",
        "breadcrumbId",
        "JMSReplyTo",
        "feed",
        "X-Anything"
      })
  void noHeaderOfTheRequestReachesTheRoute(String name) throws Exception {
    String content = HEADER + JANE.replace("Jane", name.replaceAll("\\W", ""));
    assertThat(status(hub.push(FEED, content).header(name, "../../evil"))).isEqualTo(200);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()))).doesNotContain("evil");
    }
    try (Stream<Path> spied = Files.list(hub.data.resolve("spy"))) {
      for (Path file : spied.toList()) {
        assertThat(Files.readString(file)).isEqualTo("headers: {}");
      }
    }
  }

  @Test
  void theNameIsToldAndIsNoPath() throws Exception {
    String name = "../../../etc/passwd%2e.csv";
    List<Path> before = outside();
    hub.send(hub.push(FEED, HEADER + "\"Cut\"\r\n" + ANN).header("X-File-Name", name));
    hub.wiring.cycle();
    assertThat(Files.readString(hub.data.resolve("reports/rejected.csv")))
        .contains("mailboxes,../../../etc/passwd%2e.csv,2,");
    assertThat(outside()).isEqualTo(before);
  }

  private List<Path> outside() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.startsWith(hub.data)).sorted().toList();
    }
  }

  @Test
  void aBrowserShowsTheTokenOnceAndReadsWithACookie() throws Exception {
    HttpResponse<String> login = hub.send(hub.to("/?token=" + hub.token));
    assertThat(login.statusCode()).isEqualTo(303);
    assertThat(login.headers().firstValue("Location")).contains("/");
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(hub.token);
    String kept = cookie.replaceFirst(";.*", "");

    HttpResponse<String> page = hub.send(hub.to("/").header("Cookie", kept));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(page.body()).contains("Device exceptions");
    assertThat(status(hub.to("/").header("Cookie", kept + "x"))).isEqualTo(401);
    assertThat(
            status(
                hub.to(FEED).header("Cookie", kept).POST(BodyPublishers.ofString(HEADER + JANE))))
        .as("a cookie only reads")
        .isEqualTo(401);
  }

  @ParameterizedTest(name = "{0} is answered {1}")
  @CsvSource({"evil.example, 421", "127.0.0.1.evil.example, 421", "localhost, 200", "[::1], 200"})
  void aForeignNameThatLeadsToThisMachineIsNotAnswered(String host, int status) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", hub.address.getPort())) {
      String request =
          "GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void theNumbersSpeakOfNobody() throws Exception {
    hub.send(hub.push(FEED, HEADER + JANE));
    hub.wiring.cycle();
    assertThat(hub.send(hub.to("/metrics")).body())
        .contains(
            "devicehub_merged 0.0",
            "devicehub_exceptions{reason=\"no_owner\"}",
            "devicehub_outbox_messages 0.0",
            "devicehub_feed_troubled{feed=\"mailboxes\"} 0.0",
            "devicehub_feed_age_seconds{feed=\"mailboxes\"}")
        .doesNotContainIgnoringCase("jane");
  }

  @Test
  void theTokenIsItsOwnersAlone() throws Exception {
    Path file = hub.data.resolve("token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(hub.token).hasSize(43);
  }

  @Test
  void theNumbersAreNotForWhoComesByAProxy() throws Exception {
    assertThat(status(hub.to("/metrics").header("X-Forwarded-For", "192.0.2.7"))).isEqualTo(401);
  }

  @Test
  void aDeliveryThatNoRouteTakesIsToBeSentAgain(@TempDir Path other) throws Exception {
    HubRun folders = RunningHub.folders(other);
    Files.delete(folders.routes.resolve("receive.camel.yaml"));
    try (RunningHub deaf = RunningHub.start(folders)) {
      HttpResponse<String> answer = deaf.send(deaf.push(FEED, HEADER + JANE));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void aHubIsNotOpenedToTheNetworkBeforeItHasAToken(@TempDir Path other) throws Exception {
    HubRun open = RunningHub.folders(other, "http.host=0.0.0.0");
    assertThat(open.run("run")).isEqualTo(Exit.FAILED);
    assertThat(open.err).contains("put one there first");
  }

  private int mails() throws IOException {
    hub.wiring.cycle();
    JsonNode summary =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree(hub.data.resolve("reports/summary.json").toFile());
    return summary.path("records").path("mails").asInt(-1);
  }

  private String state(java.net.http.HttpRequest.Builder request) throws Exception {
    return hub.json(request).path("state").asText();
  }

  private int status(java.net.http.HttpRequest.Builder request) throws Exception {
    return hub.send(request).statusCode();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(content);
    }
    return zipped.toByteArray();
  }
}
