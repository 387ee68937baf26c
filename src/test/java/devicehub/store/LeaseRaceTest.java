package devicehub.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes ask for the lead at the same moment, again and again.
 *
 * <pre>
 *   ./mvnw -q test -Dtest=LeaseRaceTest -Ddevicehub.races=200
 * </pre>
 */
final class LeaseRaceTest {
  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  private static final int RACES = Integer.getInteger("devicehub.races", 20);

  @TempDir private Path folder;

  /** One of the two: waits for a word before each step, and says what came of it. */
  static final class Racer {
    private Racer() {}

    public static void main(String[] arguments) throws IOException {
      StoreSettings settings =
          new StoreSettings(Path.of(arguments[0]), arguments[1], "hub", "", Duration.ofSeconds(10));
      BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      PrintStream out = new PrintStream(System.out, true, UTF_8);
      while (true) {
        try (Candidate candidate = Candidate.of(settings)) {
          out.println("ready");
          if (told.readLine() == null) {
            return;
          }
          out.println(candidate.takesLead() ? "leads" : "stands by");
          told.readLine();
        }
      }
    }
  }

  private record Peer(Process process, BufferedReader says, PrintStream told) {
    static Peer start(Path data, StoreSettings settings) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Racer.class.getName(),
                  data.toString(),
                  settings.url())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Peer(
          process,
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)),
          new PrintStream(process.getOutputStream(), true, UTF_8));
    }

    /** The next of the words it says; logs may stand between them. */
    String word() {
      try {
        for (String line = says.readLine(); line != null; line = says.readLine()) {
          if (List.of("ready", "leads", "stands by").contains(line)) {
            return line;
          }
        }
        return "ended";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void oneLeadsAfterEveryRace() throws Exception {
    StoreSettings settings = SERVER.newDatabase(folder.resolve("unused"));
    Peer a = Peer.start(folder.resolve("a"), settings);
    Peer b = Peer.start(folder.resolve("b"), settings);
    try {
      for (int race = 0; race < RACES; race++) {
        assertThat(Stream.of(a, b).map(Peer::word)).containsOnly("ready");
        Stream.of(a, b).forEach(peer -> peer.told().println("go"));
        assertThat(Stream.of(a, b).map(Peer::word))
            .as("race " + race)
            .containsExactlyInAnyOrder("leads", "stands by");
        Stream.of(a, b).forEach(peer -> peer.told().println("again"));
      }
      System.out.println(RACES + " races, one leader each");
    } finally {
      a.process().destroyForcibly().waitFor();
      b.process().destroyForcibly().waitFor();
    }
  }
}
