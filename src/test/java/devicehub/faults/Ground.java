package devicehub.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The folders and settings of one hub under fault.
 *
 * <pre>
 *   folder/config  routes      two mail feeds of deltas, one of enrolments, one that shrinks
 *   folder/hub.log             all that the hub's processes said
 *   data/                      the hub's own, on another disk where that one shall fill up
 * </pre>
 *
 * @param brokerUrl empty for the hub's own broker
 * @param more lines of {@code hub.properties}; "#database=…" tells where the store really is
 */
record Ground(Path folder, Path data, int port, String brokerUrl, String more) {
  private static final String FEEDS =
      """
      pushed:
        kind: exchange
        charset: UTF-8
        snapshot: delta
      dropped:
        kind: exchange
        charset: UTF-8
        snapshot: delta
      enrolled:
        kind: csv
        side: enrollment
      shrinking:
        kind: exchange
        charset: UTF-8
        grace: 0s
      """;

  /** Writes configuration and routes. */
  static Ground prepare(Path folder, Path data, String brokerUrl, String... more)
      throws IOException {
    Ground ground = new Ground(folder, data, freePort(), brokerUrl, String.join("\n", more));
    Path config = Files.createDirectories(ground.config());
    Path routes = Files.createDirectories(ground.routes());
    Files.writeString(config.resolve("feeds.yaml"), FEEDS);
    Files.copy(Path.of("config/rules.yaml"), config.resolve("rules.yaml"));
    for (String route : List.of("cycle", "match", "receive")) {
      Path shipped = Path.of("routes", route + ".camel.yaml");
      Files.copy(shipped, routes.resolve(route + ".camel.yaml"));
    }
    Files.writeString(
        routes.resolve("purge.camel.yaml"),
        Files.readString(Path.of("routes/purge.camel.yaml"))
            .replace("delay: \"300000\"", "delay: \"300\"")
            .replace("period: \"86400000\"", "period: \"1000\""));
    // As shipped, but looking more often: a kill must not wait for a poll.
    Files.writeString(
        routes.resolve("dropped.camel.yaml"),
        Files.readString(Path.of("routes/exchange.camel.yaml"))
            .replace("exchange", "dropped")
            .replace("delay: \"5000\"", "delay: \"250\"")
            .replace("readLockCheckInterval: \"500\"", "readLockCheckInterval: \"50\"")
            .replace("readLockMinAge: \"1000\"", "readLockMinAge: \"100\""));
    Files.writeString(
        config.resolve("hub.properties"),
        """
        samples=false
        match.period=1s
        retention.raw=1s
        http.port=%d
        broker.url=%s
        %s
        """
            .formatted(ground.port, brokerUrl, ground.more));
    return ground;
  }

  /** Adds the feed {@code traveler}, which asks a server every second. */
  void askTraveler(String address) throws IOException {
    Files.writeString(
        config().resolve("feeds.yaml"),
        """
        traveler:
          kind: traveler
          http:
            url: %s
            user: hub
            password: sample
        """
            .formatted(address),
        StandardOpenOption.APPEND);
    Files.writeString(
        config().resolve("hub.properties"), "feed.traveler.period=1s\n", StandardOpenOption.APPEND);
    for (String route : List.of("poll", "traveler")) {
      Path shipped = Path.of("routes", route + ".camel.yaml");
      Files.copy(shipped, routes().resolve(route + ".camel.yaml"));
    }
  }

  /** The JDBC address of the hub's database, as a stranger reaches it. */
  String database() {
    return more.lines()
        .filter(line -> line.startsWith("#database="))
        .map(line -> line.substring("#database=".length()))
        .findFirst()
        .orElse("jdbc:sqlite:" + data.resolve("hub.db"));
  }

  Path config() {
    return folder.resolve("config");
  }

  Path routes() {
    return folder.resolve("routes");
  }

  Path log() {
    return folder.resolve("hub.log");
  }

  Path inbox() {
    return data.resolve("inbox").resolve("dropped");
  }

  Path report(String name) {
    return data.resolve("reports").resolve(name);
  }

  /** The command line's folders. */
  List<String> named() {
    return List.of("--config=" + config(), "--routes=" + routes(), "--data=" + data);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
