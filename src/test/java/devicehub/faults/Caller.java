package devicehub.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Who pushes to the hub, and asks for its health. */
final class Caller {
  private static final Duration WAIT = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI address;
  private final Path token;

  Caller(Ground ground) {
    address = URI.create("http://127.0.0.1:" + ground.port());
    token = ground.data().resolve("token");
  }

  /** The status of the answer; 0 without one. */
  int push(String feed, String content) throws InterruptedException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address.resolve("/feeds/" + feed))
              .header("Authorization", "Bearer " + Files.readString(token).strip())
              .POST(BodyPublishers.ofString(content));
      return send(request);
    } catch (IOException | IllegalArgumentException e) {
      return 0; // no hub, or none that has made its token yet
    }
  }

  /** The status of {@code /health/ready}; 0 without an answer. */
  int ready() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(address.resolve("/health/ready")));
    } catch (IOException e) {
      return 0;
    }
  }

  String health() throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(address.resolve("/health/ready")).timeout(WAIT).build(),
            BodyHandlers.ofString())
        .body();
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.timeout(WAIT).build(), BodyHandlers.discarding()).statusCode();
  }
}
