package devicehub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import devicehub.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** A hub that runs as its users run it, with one feed that is pushed to, and somebody who calls. */
final class RunningHub implements AutoCloseable {
  static final String HEADER =
      "\"DisplayName\",\"PrimarySMTPAddress\",\"DeviceID\",\"DeviceType\",\"DeviceModel\"\r\n";
  static final String JANE =
      "\"Jane Doe\",\"jane.doe@acme.example\",\"12VSNH98DT6F3C0D2RODSILDH8\",\"iPhone\",\"\"\r\n";
  static final String ANN =
      "\"Ann Poe\",\"ann.poe@acme.example\",\"6Q93UFOQ7H0K39JPMFPTEMJQ3K\",\"iPhone\",\"\"\r\n";

  private static final ObjectMapper JSON = new ObjectMapper();

  final HttpClient http = HttpClient.newHttpClient();
  final Path data;
  final Wiring wiring;
  final URI address;
  final String token;

  private RunningHub(HubRun folders) throws Exception {
    data = folders.data;
    Folders named =
        CommandLine.populateCommand(
            new Folders(),
            "--config=" + folders.config,
            "--routes=" + folders.routes,
            "--data=" + folders.data);
    wiring = Wiring.of(named, false);
    WebServer web = wiring.serve();
    wiring.takeIn();
    wiring.cycle();
    address = web.address();
    token = Files.readString(data.resolve("token")).strip();
  }

  /** Folders for a hub that knows the feed {@code mailboxes} and nothing else. */
  static HubRun folders(Path folder, String... settings) throws IOException {
    HubRun folders = new HubRun(folder);
    Files.writeString(
        folders.config.resolve("hub.properties"),
        "samples=false\nhttp.port=0\nmatch.period=1h\n" + String.join("\n", settings) + "\n");
    Files.writeString(
        folders.config.resolve("feeds.yaml"),
        "mailboxes:\n  kind: exchange\n  charset: UTF-8\n  grace: 0s\n");
    for (String route : new String[] {"exchange", "people", "maas360", "traveler", "poll"}) {
      Files.delete(folders.routes.resolve(route + ".camel.yaml"));
    }
    return folders;
  }

  static RunningHub start(HubRun folders) throws Exception {
    return new RunningHub(folders);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  HttpRequest.Builder known(String path) {
    return to(path).header("Authorization", "Bearer " + token);
  }

  HttpRequest.Builder push(String path, byte[] content) {
    return known(path).POST(BodyPublishers.ofByteArray(content));
  }

  HttpRequest.Builder push(String path, String content) {
    return push(path, content.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  JsonNode json(HttpRequest.Builder request) throws Exception {
    return JSON.readTree(send(request).body());
  }

  @Override
  public void close() {
    wiring.close();
  }
}
