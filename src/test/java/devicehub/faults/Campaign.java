package devicehub.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import devicehub.Commands;
import devicehub.drill.KillPoint;
import devicehub.faults.Ledger.Kind;
import devicehub.messaging.EmbeddedBroker;
import jakarta.jms.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * One hub with one data folder, under load all the while, killed again and again; at the end it may
 * finish its work, and what is there is compared with what it has confirmed.
 */
final class Campaign implements AutoCloseable {
  /** For anything the hub should come to by itself, on however busy a machine. */
  private static final int PATIENCE_SECONDS = 180;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ground ground;
  private final ForeignBroker broker;
  private final Proxy line;
  private final Ledger ledger;
  private final Caller caller;
  private final Verdict verdict = new Verdict();
  private final List<Long> readyMillis = new ArrayList<>();
  private final Load load;
  private int turn;

  /**
   * @param ownBroker whether the hub runs its own broker, which dies with it
   */
  Campaign(Path folder, boolean ownBroker) throws Exception {
    this(folder, folder.resolve("data"), ownBroker);
  }

  /**
   * @param data the hub's own folder, such as one on a disk that can be filled up
   */
  Campaign(Path folder, Path data, boolean ownBroker, String... settings) throws Exception {
    Files.createDirectories(folder);
    broker = new ForeignBroker("foreign-" + folder.getFileName());
    line = new Proxy(broker.port());
    String url = "tcp://127.0.0.1:" + line.port();
    ground = Ground.prepare(folder, data, ownBroker ? "" : url, settings);
    ledger = new Ledger(folder.resolve("ledger.txt"));
    caller = new Caller(ground);
    load = new Load(ground, ledger, caller);
  }

  Ground ground() {
    return ground;
  }

  /** The line to the broker elsewhere. */
  Proxy line() {
    return line;
  }

  ForeignBroker broker() {
    return broker;
  }

  Caller caller() {
    return caller;
  }

  Ledger ledger() {
    return ledger;
  }

  Verdict verdict() {
    return verdict;
  }

  /** How long each hub took from its start until it was ready, where it came so far. */
  List<Long> readyMillis() {
    return readyMillis;
  }

  /** Starts a hub and waits until it is ready, or has ended. */
  HubProcess start(String... jvm) throws Exception {
    return start(Map.of(), jvm);
  }

  /**
   * @param environment such as that of {@link Troubles}
   */
  HubProcess start(Map<String, String> environment, String... jvm) throws Exception {
    long begun = System.nanoTime();
    HubProcess hub = HubProcess.run(ground, environment, jvm);
    if (await(() -> !hub.isAlive() || health() == 200, PATIENCE_SECONDS) && hub.isAlive()) {
      readyMillis.add(NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
    return hub;
  }

  /**
   * Gives the hub its enrolments, and begins the load: whatever were matched without them would be
   * an exception.
   */
  void enroll() throws Exception {
    try (HubProcess hub = start()) {
      require(caller.push("enrolled", Rows.enrolled()) == 200, "the enrolments are taken");
      require(caller.push("shrinking", Rows.shrinking(40, 0)) == 200, "the export is taken");
      hub.stop(60);
    }
    load.start();
  }

  /** Runs a hub until it ends at a place in its code. */
  void killAt(KillPoint point, int pass) throws Exception {
    if (point == KillPoint.PURGE_ASIDE) {
      supersede(pass + 1);
    }
    try (HubProcess hub = start("-Ddevicehub.killpoint=" + point + ":" + pass)) {
      if (point == KillPoint.RELEASE_TAKEN) {
        release();
      }
      int end = point == KillPoint.STOPPING ? hub.stop(60) : hub.end(PATIENCE_SECONDS);
      if (end != KillPoint.EXIT) {
        verdict.wrong(point + ":" + pass + " was not reached; the hub ended with " + end);
      }
    }
    new ReportCheck(ground, verdict).look();
  }

  /** Kills a hub so long after its start, wherever it then is. */
  void killAfter(long millis) throws Exception {
    HubProcess hub = HubProcess.run(ground);
    LockSupport.parkNanos(MILLISECONDS.toNanos(millis));
    if (!hub.isAlive()) {
      verdict.wrong("the hub did not stay up; see " + ground.log());
    }
    hub.kill();
    new ReportCheck(ground, verdict).look();
  }

  /** Leaves so many raw inputs to purge. */
  private void supersede(int inputs) throws Exception {
    try (HubProcess hub = start()) {
      for (int input = 0; input <= inputs; input++) {
        turn++;
        push("shrinking", Rows.shrinking(40, turn), 200);
      }
      require(hub.stop(60) == 0, "the hub stops in order");
    }
    Books.age(ground);
  }

  /** Has a snapshot held, and releases it. */
  private void release() throws Exception {
    turn++;
    push("shrinking", Rows.shrinking(40, turn), 200);
    push("shrinking", Rows.shrinking(10, turn), 202);
    List<String> command = new ArrayList<>(List.of("release", "shrinking"));
    command.addAll(List.of("--note", "number " + turn, "--by", "Ann Poe"));
    command.addAll(ground.named());
    ledger.give(Kind.RELEASED, turn);
    require(Commands.run(command) == 0, "the release is confirmed");
    ledger.confirm(Kind.RELEASED, turn);
  }

  private void push(String feed, String content, int status) throws InterruptedException {
    int answered = caller.push(feed, content);
    require(answered == status, "a push to " + feed + " answers " + status + ", not " + answered);
  }

  /** Lets the hub take, decide and send all it was given, stops it, and checks everything. */
  Verdict conclude() throws Exception {
    load.finish();
    try (HubProcess hub = start()) {
      require(await(load::isConfirmed, PATIENCE_SECONDS), "all that was given is confirmed");
      long confirmed = System.currentTimeMillis();
      require(await(() -> cycleSince(confirmed), PATIENCE_SECONDS), "a cycle follows");
      require(await(() -> Books.owed(ground) == 0, PATIENCE_SECONDS), "all is sent");
      load.close();
      long whole = System.currentTimeMillis();
      require(await(() -> cycleSince(whole), PATIENCE_SECONDS), "a last cycle follows");
      require(await(() -> Books.owed(ground) == 0, PATIENCE_SECONDS), "all is sent");
      int end = hub.stop(60);
      require(end == 0, "the hub stops in order, not with " + end);
    }
    load.failures().forEach(failure -> verdict.wrong("a giver failed: " + failure));
    Deliveries deliveries = new Deliveries();
    if (ground.brokerUrl().isEmpty()) {
      takeFromOwnBroker(deliveries);
    } else {
      broker.takeInto(deliveries);
    }
    new LedgerCheck(ground, ledger, verdict).check(deliveries.all());
    return verdict;
  }

  private void takeFromOwnBroker(Deliveries deliveries) throws Exception {
    EmbeddedBroker own = new EmbeddedBroker(ground.data());
    own.start();
    try (Connection connection =
        new ActiveMQConnectionFactory("vm://hub?create=false").createConnection()) {
      deliveries.take(connection, 1_500);
    } finally {
      own.stop();
    }
  }

  /** Whether reports tell of a cycle that began later. */
  boolean cycleSince(long millis) {
    try {
      JsonNode summary = JSON.readTree(ground.report("summary.json").toFile());
      return Instant.parse(summary.path("lastMatchedAt").asText()).toEpochMilli() > millis;
    } catch (DateTimeParseException e) {
      verdict.wrong("summary.json is not whole while the hub runs");
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** The status of the hub's health; 0 without an answer. */
  int health() {
    try {
      return caller.ready();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void require(boolean condition, String sentence) {
    if (!condition) {
      verdict.wrong("not so: " + sentence);
    }
  }

  static boolean await(BooleanSupplier condition, int seconds) {
    long end = System.nanoTime() + SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(MILLISECONDS.toNanos(50));
    }
    return condition.getAsBoolean();
  }

  @Override
  public void close() throws Exception {
    load.close();
    line.close();
    broker.close();
  }
}
