package devicehub.fleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Maas360AnswersTest {
  private static final String SEARCH = "/device-apis/devices/2.0/search/customer/30000001";

  private SampleServers servers;
  private Caller caller;

  @BeforeEach
  void start() throws Exception {
    List<String> devices =
        IntStream.rangeClosed(1, 5)
            .mapToObj(
                i ->
                    "{\"maas360DeviceID\":\"Appl%d\",\"imeiEsn\":12,\"lastReportedInEpochms\":%d}"
                        .formatted(i, i * 1000))
            .toList();
    servers = SampleServers.start(0, new Stock(devices, List.of(), List.of()));
    caller = new Caller(servers);
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void wrongPasswordIsStatus200WithAnErrorCode() throws Exception {
    HttpResponse<String> answer =
        caller.post(
            "/auth-apis/auth/1.0/authenticate/30000001",
            Caller.maasLogin("wrong"),
            "Accept",
            "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"errorCode\":1001").doesNotContain("authToken");
  }

  @Test
  void answersInXmlUnlessAskedForJson() throws Exception {
    String login =
        "<authRequest><maaS360AdminAuth><billingID>30000001</billingID><userName>hub</userName>"
            + "<password>sample</password></maaS360AdminAuth></authRequest>";
    assertThat(caller.post("/auth-apis/auth/1.0/authenticate/30000001", login).body())
        .contains("<authToken>", "<errorCode>0</errorCode>");
    assertThat(caller.get(SEARCH + "?pageSize=1", "Authorization", caller.maasToken()).body())
        .contains("<device><maas360DeviceID>Appl1</maas360DeviceID>", "<pageSize>1</pageSize>");
  }

  @Test
  void refreshTokenStandsInForThePasswordInVersion2() throws Exception {
    String path = "/auth-apis/auth/2.0/authenticate/customer/30000001";
    String first =
        caller.post(path, Caller.maasLogin("sample"), "Accept", "application/json").body();
    String refresh = first.replaceAll(".*\"refreshToken\":\"([^\"]+)\".*", "$1");
    String again =
        Caller.maasLogin("").replace("\"password\":\"\"", "\"refreshToken\":\"" + refresh + "\"");
    assertThat(caller.post(path, again, "Accept", "application/json").body())
        .contains("\"errorCode\":0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?pageSize=2&pageNumber=1 | {\"devices\":{\"device\":[{ | \"pageSize\":2}",
        "?pageSize=2&pageNumber=3 | {\"devices\":{\"device\":{ | \"pageSize\":1}",
        "?pageSize=2&pageNumber=4 | {\"devices\":{\"count\":5 | \"pageSize\":0}",
      })
  void deviceIsAnArrayAnObjectOrMissing(String query, String head, String tail) throws Exception {
    assertThat(search(query).body()).startsWith(head).contains(tail);
  }

  @Test
  void onlyDevicesReportedSinceAreTold() throws Exception {
    assertThat(
            search("?lastReportedAfterInEpochms=3000&sortAttribute=lastReported&sortOrder=dsc")
                .body())
        .containsSubsequence("Appl5", "Appl4")
        .contains("\"count\":2");
  }

  @Test
  void withoutATokenItIs401() throws Exception {
    assertThat(caller.get(SEARCH).statusCode()).isEqualTo(401);
  }

  @Test
  void tokenExpiresBetweenTwoPagesAndANewOneWorks() throws Exception {
    servers.fail(Service.MAAS360, Fault.EXPIRED_TOKEN_MID_PAGING);
    String token = caller.maasToken();
    String page = SEARCH + "?pageSize=2&pageNumber=";
    assertThat(caller.get(page + 1, "Authorization", token).statusCode()).isEqualTo(200);
    assertThat(caller.get(page + 2, "Authorization", token).statusCode()).isEqualTo(401);
    assertThat(caller.get(page + 2, "Authorization", caller.maasToken()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aLoopingServerNeverComesToAnEmptyPage() throws Exception {
    servers.fail(Service.MAAS360, Fault.NEXT_LOOP);
    assertThat(search("?pageSize=2&pageNumber=9").body()).contains("Appl1", "\"pageSize\":2");
  }

  private HttpResponse<String> search(String query) throws Exception {
    return caller.get(
        SEARCH + query, "Authorization", caller.maasToken(), "Accept", "application/json");
  }
}
