package devicehub;

import static devicehub.RunningHub.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import devicehub.store.PostgresServer;
import devicehub.store.StoreSettings;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs, processes of their own, on one database and one broker. */
class TwoHubsTest {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  @TempDir Path folder;
  private final BrokerService broker = new BrokerService();
  private final List<HubProcess> processes = new ArrayList<>();
  private String brokerUrl = "";
  private StoreSettings database = StoreSettings.sqlite(Path.of("none"));

  @BeforeEach
  void aDatabaseAndABroker() throws Exception {
    database = SERVER.newDatabase(folder.resolve("unused"));
    broker.setBrokerName("shared");
    broker.setUseJmx(false);
    broker.setPersistent(false);
    broker.setUseShutdownHook(false);
    brokerUrl = broker.addConnector("tcp://127.0.0.1:0").getPublishableConnectString();
    broker.start();
    brokerUrl = broker.getTransportConnectors().get(0).getPublishableConnectString();
  }

  @AfterEach
  void stop() throws Exception {
    for (HubProcess process : processes) {
      process.close();
    }
    broker.stop();
  }

  /** With a lease that a machine which is busy with other tests renews in time all the same. */
  private HubRun machine(String name) throws Exception {
    return machine(name, "8s");
  }

  private HubRun machine(String name, String lease) throws Exception {
    HubRun machine =
        RunningHub.folders(
            folder.resolve(name),
            "store.url=" + database.url(),
            "store.user=hub",
            "store.lease=" + lease,
            "broker.url=" + brokerUrl);
    Path purge = machine.routes.resolve("purge.camel.yaml");
    Files.writeString(purge, Files.readString(purge).replace("\"300000\"", "\"100\""));
    return machine;
  }

  private HubProcess run(HubRun machine) throws Exception {
    HubProcess process = new HubProcess(machine);
    processes.add(process);
    return process;
  }

  /** An export of so many mailboxes; nobody's phone is enrolled, so each is an exception. */
  private static String export(int people) {
    return HEADER
        + IntStream.range(0, people)
            .mapToObj(
                i ->
                    "\"P %d\",\"p%d@acme.example\",\"%026d\",\"iPhone\",\"\"\r\n"
                        .formatted(i, i, 7_000_000 + i))
            .collect(Collectors.joining());
  }

  private static String record(int person) {
    return "mailboxes:p%d@acme.example/%026d".formatted(person, 7_000_000 + person);
  }

  private List<String> eventIds(String event) throws Exception {
    try (Connection connection = new ActiveMQConnectionFactory(brokerUrl).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser =
            session.createBrowser(
                session.createQueue("device.exceptions"), "event = '" + event + "'")) {
      connection.start();
      List<String> found = new ArrayList<>();
      for (Object message : Collections.list(browser.getEnumeration())) {
        found.add(((Message) message).getStringProperty("eventId"));
      }
      return found;
    }
  }

  @Test
  void aKilledLeaderIsSucceededAndNothingConfirmedIsLost() throws Exception {
    HubRun here = machine("a");
    HubRun there = machine("b");
    HubProcess leader = run(here);
    leader.awaitStatus("UP");
    HubProcess standby = run(there);
    standby.awaitStatus("STANDBY");
    assertThat(standby.output()).contains(":" + leader.pid() + " leads on this database");
    assertThat(standby.health().path("details").path("leader").asText())
        .endsWith(":" + leader.pid());
    HttpResponse<String> refused = standby.push("mailboxes", export(1));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");

    for (int people = 20; people <= 23; people++) {
      assertThat(leader.push("mailboxes", export(people)).statusCode()).isEqualTo(200);
    }
    assertThat(there.run("decide", "exclude", record(3), "--note", "kiosk", "--by", "Ann Poe"))
        .as("from the machine that stands by: " + there.err)
        .isZero();
    HubRun third = machine("c");
    assertThat(third.once()).isEqualTo(Exit.LED_ELSEWHERE);
    assertThat(third.err).contains(":" + leader.pid() + ") leads on this database");
    assertThat(leader.push("mailboxes", export(24)).statusCode()).isEqualTo(200);
    assertThat(third.run("person", "erase", "p4@acme.example", "--note", "left", "--by", "Ann Poe"))
        .as("while a hub leads, on whichever machine")
        .isEqualTo(Exit.LED_ELSEWHERE);
    assertThat(third.err).contains(":" + leader.pid() + ") leads on this database");
    leader.awaitOutput("purged:");
    assertThat(standby.output()).as("who stands by").doesNotContain("purged:");
    leader.kill();

    standby.awaitStatus("UP");
    standby.awaitOutput("purged:");
    assertThat(standby.output()).contains("Taking over from");
    await().until(() -> openAt(there) == 23);
    assertThat(there.text("exceptions.json")).doesNotContain("p3@acme.example");
    there.run("decisions");
    assertThat(there.out).contains("exclude " + record(3), "by Ann Poe: kiosk");
    List<String> owed = new ArrayList<>();
    for (var exception : there.json("exceptions.json").path("exceptions")) {
      owed.add(exception.path("exceptionId").asText() + "-1");
    }
    await().untilAsserted(() -> assertThat(opened()).containsAll(owed));
  }

  @Test
  void anOrderlyStopNeedsNoWaitForTheLease() throws Exception {
    HubRun here = machine("a", "10m");
    HubRun there = machine("b", "10m");
    HubProcess leader = run(here);
    leader.awaitStatus("UP");
    assertThat(leader.push("mailboxes", export(20)).statusCode()).isEqualTo(200);
    HubProcess standby = run(there);
    standby.awaitStatus("STANDBY");

    leader.signal("TERM");
    standby.awaitStatus("UP");

    assertThat(leader.exit()).isZero();
    await().until(() -> openAt(there) == 20);
  }

  private List<String> opened() throws Exception {
    return eventIds("OPENED");
  }

  private static int openAt(HubRun machine) throws Exception {
    return machine.json("exceptions.json").path("exceptions").size();
  }

  @Test
  void aLeaderThatSleptTooLongWritesNothingAndEnds() throws Exception {
    HubRun here = machine("a");
    HubRun there = machine("b");
    HubProcess sleeper = run(here);
    sleeper.awaitStatus("UP");
    assertThat(sleeper.push("mailboxes", export(20)).statusCode()).isEqualTo(200);
    HubProcess standby = run(there);
    standby.awaitStatus("STANDBY");

    sleeper.signal("STOP");
    standby.awaitStatus("UP");
    assertThat(standby.push("mailboxes", export(21)).statusCode()).isEqualTo(200);
    await().until(() -> openAt(there) == 21);
    sleeper.signal("CONT");

    assertThat(sleeper.exit()).isEqualTo(Exit.LED_ELSEWHERE);
    assertThat(sleeper.output())
        .contains("devicehub: another hub (", ":" + standby.pid() + ") has taken the lead");
    assertThat(openAt(there)).isEqualTo(21);
    assertThat(standby.push("mailboxes", export(21)).body()).contains("nothing new");
    await().until(() -> opened().size() >= 21); // a cycle reports before it sends
    assertThat(opened()).doesNotHaveDuplicates().hasSize(21);
  }
}
