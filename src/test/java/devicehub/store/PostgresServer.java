package devicehub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL on the loopback, started once for all tests of a JVM and stopped at its end.
 * Tests that need it are skipped where it is not installed.
 */
public final class PostgresServer implements BeforeAllCallback {
  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static Optional<Running> running = Optional.empty();

  private record Running(Path programs, Path folder, int port) {}

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Optional<Path> programs = programs();
    Assumptions.assumeTrue(programs.isPresent(), "postgresql is not installed");
    startOnce(programs.get());
  }

  /** A new, empty database of the server. */
  public StoreSettings newDatabase(Path data) {
    int port = running.orElseThrow().port();
    String name = "hub" + DATABASES.incrementAndGet();
    Jdbi.create("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "hub", "")
        .useHandle(handle -> handle.execute("CREATE DATABASE " + name));
    return new StoreSettings(
        data, "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), "hub", "");
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLATIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static synchronized void startOnce(Path programs) throws IOException {
    if (running.isPresent()) {
      return;
    }
    Path folder = Files.createTempDirectory("devicehub-postgres");
    if (isRoot()) { // whom the server refuses to serve
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    int port = freePort();
    Running server = new Running(programs, folder, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    run(server, "initdb", "-U", "hub", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
    start(server);
    running = Optional.of(server);
  }

  private static void start(Running server) throws IOException {
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
            .formatted(server.port());
    String log = server.folder().resolve("log").toString();
    run(server, "pg_ctl", "start", "-w", "-o", options, "-l", log);
  }

  /** Ends the server's processes in the midst of whatever they do, until {@link #comeBack}. */
  public void goAway() throws IOException {
    run(running.orElseThrow(), "pg_ctl", "stop", "-m", "immediate");
  }

  public void comeBack() throws IOException {
    start(running.orElseThrow());
  }

  private static void stop(Running server) {
    try {
      run(server, "pg_ctl", "stop", "-m", "immediate");
      try (Stream<Path> files = Files.walk(server.folder())) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Running server, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(server.programs().resolve(program).toString());
    command.addAll(List.of("-D", server.folder().resolve("data").toString()));
    command.addAll(List.of(arguments));
    // Into a file: the server inherits it, and a pipe would stay open for as long as it runs.
    Path output = Files.createTempFile("devicehub-postgres", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(new File("/"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(program + " failed: " + Files.readString(output, UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      Files.delete(output);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
