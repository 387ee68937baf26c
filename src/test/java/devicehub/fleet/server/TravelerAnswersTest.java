package devicehub.fleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TravelerAnswersTest {
  private static final String DEVICES = "/api/traveler/devices";

  private SampleServers servers;
  private Caller caller;

  @BeforeEach
  void start() throws Exception {
    servers =
        SampleServers.start(
            0, new Stock(List.of(), List.of(device("A"), device("B"), device("C")), List.of()));
    caller = new Caller(servers);
  }

  private static String device(String id) {
    return "{\"deviceid\":\"" + id + "\",\"username\":\"CN=Jane Doe\\/O=Acme\"}";
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void refusesWithoutSayingHowToLogIn() throws Exception {
    HttpResponse<String> answer = caller.get(DEVICES);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
  }

  @Test
  void nextLeadsThroughAllPagesAndIsEmptyAtTheEnd() throws Exception {
    assertThat(get(DEVICES + "?pm=2"))
        .contains("\"next\":\"\\/api\\/traveler\\/devices?pm=2&page=2\"")
        .contains("\"totalRecords\":\"3\"", device("A"), device("B"))
        .doesNotContain(device("C"));
    assertThat(get(DEVICES + "?pm=2&page=2"))
        .contains("\"next\":\"\"", "\"data\":[" + device("C") + "]");
  }

  @Test
  void oneDeviceIsAnObject() throws Exception {
    assertThat(get(DEVICES + "/B")).contains("\"data\":" + device("B"));
    assertThat(caller.get(DEVICES + "/Z", "Authorization", Caller.BASIC).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nextMayLoopOrLeadElsewhere() throws Exception {
    servers.fail(Service.TRAVELER, Fault.NEXT_LOOP);
    assertThat(get(DEVICES + "?pm=1&page=2")).contains("page=2\"");
    servers.heal(Service.TRAVELER);
    servers.fail(Service.TRAVELER, Fault.FOREIGN_NEXT);
    assertThat(get(DEVICES)).contains("\"next\":\"http:\\/\\/elsewhere.invalid\\/api");
  }

  @Test
  void sessionEndsBetweenTwoPages() throws Exception {
    servers.fail(Service.TRAVELER, Fault.EXPIRED_TOKEN_MID_PAGING);
    assertThat(get(DEVICES + "?pm=2")).contains("page=2");
    assertThat(status(DEVICES + "?pm=2&page=2")).isEqualTo(401);
    assertThat(status(DEVICES + "?pm=2&page=2")).isEqualTo(200);
  }

  private String get(String path) throws Exception {
    return caller.get(path, "Authorization", Caller.BASIC).body();
  }

  private int status(String path) throws Exception {
    return caller.get(path, "Authorization", Caller.BASIC).statusCode();
  }
}
