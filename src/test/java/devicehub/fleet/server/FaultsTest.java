package devicehub.fleet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTest {
  private static final String DEVICES = "/api/traveler/devices";

  private SampleServers servers;
  private Caller caller;

  @BeforeEach
  void start() throws Exception {
    servers = SampleServers.start(0, Stock.read(Path.of("config/samples")));
    caller = new Caller(servers);
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HTML_LOGIN, 200, text/html;charset=UTF-8, <form",
    "EMPTY_BODY, 200, application/json;charset=UTF-8, ''",
    "SERVER_ERROR, 503, text/html;charset=UTF-8, 503",
    "UNAUTHORIZED, 401, text/html;charset=UTF-8, 401",
  })
  void theWholeAnswerIsReplaced(Fault fault, int status, String type, String part)
      throws Exception {
    servers.fail(Service.TRAVELER, fault);
    HttpResponse<String> answer = devices();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    assertThat(answer.body()).contains(part);
  }

  @Test
  void theBodyBreaksOffInTheMiddle() {
    servers.fail(Service.TRAVELER, Fault.TRUNCATED_BODY);
    assertThatThrownBy(this::devices).isInstanceOf(IOException.class);
  }

  @Test
  void theBodyDripsUntilTheServerCloses() throws Exception {
    servers.fail(Service.TRAVELER, Fault.SLOW_DRIP);
    HttpURLConnection connection =
        (HttpURLConnection) servers.address().resolve(DEVICES).toURL().openConnection();
    connection.setRequestProperty("Authorization", Caller.BASIC);
    try (InputStream body = connection.getInputStream()) {
      assertThat(body.read()).isEqualTo('{');
      servers.close();
      assertThat(body.readAllBytes()).hasSizeLessThan(connection.getContentLength() - 1);
    }
  }

  @Test
  void oneServicesFaultIsNotAnothers() throws Exception {
    servers.fail(Service.GRAPH, Fault.SERVER_ERROR);
    assertThat(devices().statusCode()).isEqualTo(200);
    assertThat(servers.requests(Service.TRAVELER)).isEqualTo(1);
    assertThat(servers.requests(Service.GRAPH)).isZero();
  }

  @Test
  void healingEndsAFaultAndRestockingChangesTheDevices() throws Exception {
    servers.fail(Service.TRAVELER, Fault.SERVER_ERROR);
    servers.heal(Service.TRAVELER);
    assertThat(devices().body()).contains("CN=Maya Bakker\\/OU=Finance");
    servers.restock(new Stock(List.of(), List.of(), List.of()));
    assertThat(devices().body()).contains("\"totalRecords\":\"0\"");
  }

  private HttpResponse<String> devices() throws Exception {
    return caller.get(DEVICES, "Authorization", Caller.BASIC);
  }
}
