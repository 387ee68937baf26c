package devicehub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The command {@code run} in a process of its own, that may be killed and put to sleep. */
final class HubProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final HubRun folders;
  private final Path output;
  private final int port;
  private final Process process;

  HubProcess(HubRun folders) throws IOException {
    this.folders = folders;
    this.output = Files.createTempFile(folders.config.getParent(), "run", ".txt");
    this.port = freePort();
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddevicehub.http.port=" + port,
                "-Ddevicehub.match.period=500ms",
                "-Dlogback.configurationFile=logback.xml", // the shipped one, which says more
                "-cp",
                System.getProperty("java.class.path"),
                Hub.class.getName(),
                "run",
                "--config=" + folders.config,
                "--routes=" + folders.routes,
                "--data=" + folders.data)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  long pid() {
    return process.pid();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** Waits until {@code /health/ready} says so. */
  void awaitStatus(String status) {
    await(() -> health().path("status").asText().equals(status));
  }

  void awaitOutput(String text) {
    await(() -> output().contains(text));
  }

  private void await(java.util.concurrent.Callable<Boolean> condition) {
    org.awaitility.Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .failFast(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("it ended: " + output());
              }
            })
        .ignoreExceptions()
        .until(condition);
  }

  JsonNode health() throws Exception {
    return JSON.readTree(send(request("/health/ready").GET()).body());
  }

  HttpResponse<String> push(String feed, String content) throws Exception {
    String token = Files.readString(folders.data.resolve("token")).strip();
    return send(
        request("/feeds/" + feed)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(content)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a signal by its name: STOP, CONT, TERM. */
  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What it ends with, by itself. */
  int exit() throws Exception {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + output());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
