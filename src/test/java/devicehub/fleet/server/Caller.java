package devicehub.fleet.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A plain HTTP client that says what each vendor wants to hear. */
final class Caller {
  static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("hub:sample".getBytes(StandardCharsets.UTF_8));
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  Caller(SampleServers servers) {
    this.server = servers.address();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private URI uri(String path) {
    return path.startsWith("http") ? URI.create(path) : URI.create(server + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  String maasToken() throws Exception {
    String body =
        post(
                "/auth-apis/auth/1.0/authenticate/30000001",
                maasLogin("sample"),
                "Accept",
                "application/json")
            .body();
    return "MaaS token=\"" + body.replaceAll(".*\"authToken\":\"([^\"]+)\".*", "$1") + "\"";
  }

  static String maasLogin(String password) {
    return "{\"authRequest\":{\"maaS360AdminAuth\":{\"billingID\":\"30000001\",\"platformID\":\"3\","
        + "\"appID\":\"com.30000001.api\",\"appVersion\":\"1.0\",\"appAccessKey\":\"k\","
        + "\"userName\":\"hub\",\"password\":\""
        + password
        + "\"}}}";
  }

  String graphToken() throws Exception {
    String body =
        post(
                "/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token",
                "grant_type=client_credentials&client_id=hub&client_secret=sample"
                    + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default")
            .body();
    return "Bearer " + body.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
  }
}
