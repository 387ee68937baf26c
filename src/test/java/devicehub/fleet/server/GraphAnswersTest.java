package devicehub.fleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GraphAnswersTest {
  private static final String DEVICES = "/v1.0/deviceManagement/managedDevices";

  private SampleServers servers;
  private Caller caller;

  @BeforeEach
  void start() throws Exception {
    List<String> devices = List.of("{\"id\":\"a\"}", "{\"id\":\"b\"}", "{\"id\":\"c\"}");
    servers = SampleServers.start(0, new Stock(List.of(), List.of(), devices));
    caller = new Caller(servers);
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void wrongSecretGetsNoToken() throws Exception {
    HttpResponse<String> answer =
        caller.post(
            "/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token",
            "grant_type=client_credentials&client_id=hub&client_secret=wrong&scope=x");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("invalid_client");
  }

  @Test
  void nextLinkLeadsToTheLastPageWhichHasNone() throws Exception {
    String first = get(DEVICES + "?$top=2").body();
    assertThat(first).contains("\"value\":[{\"id\":\"a\"},{\"id\":\"b\"}]");
    String next = first.replaceAll(".*\"@odata.nextLink\":\"([^\"]+)\".*", "$1");
    assertThat(get(next).body()).contains("[{\"id\":\"c\"}]").doesNotContain("nextLink");
  }

  @Test
  void everyOtherRequestIsTooManyWhileTheRateIsLimited() throws Exception {
    String token = caller.graphToken();
    servers.fail(Service.GRAPH, Fault.RATE_LIMIT);
    HttpResponse<String> refused = caller.get(DEVICES, "Authorization", token);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(caller.get(DEVICES, "Authorization", token).statusCode()).isEqualTo(200);
  }

  @Test
  void tokenExpiresBetweenTwoPages() throws Exception {
    servers.fail(Service.GRAPH, Fault.EXPIRED_TOKEN_MID_PAGING);
    String token = caller.graphToken();
    assertThat(caller.get(DEVICES + "?$top=2", "Authorization", token).statusCode()).isEqualTo(200);
    HttpResponse<String> refused =
        caller.get(DEVICES + "?$top=2&$skiptoken=2", "Authorization", token);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("InvalidAuthenticationToken");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return caller.get(path, "Authorization", caller.graphToken());
  }
}
