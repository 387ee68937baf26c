package devicehub.store;

import static devicehub.decision.DecisionLogContract.MONDAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.DecisionLog;
import devicehub.decision.DecisionLogContract;
import devicehub.decision.OpenException;
import devicehub.decision.Reason;
import devicehub.decision.ReviewerDecision;
import devicehub.device.RecordKey;
import devicehub.inventory.RawPart;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLogContract;
import devicehub.review.Outbox.Message;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed while it writes has lost nothing that it confirmed. */
final class StoreKillTest {
  private static final int KILLS = 3;

  /** Closes a line, so that one which a kill cut short is not taken for the whole. */
  private static final String END = ";";

  @TempDir private Path data;

  /** Writes without end, and tells of each thing once its write is confirmed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      try (Store store = Store.open(StoreSettings.sqlite(Path.of(arguments[0])))) {
        DecisionLog log = store.decisions(change -> change.exception().eventId());
        for (int turn = 0; ; turn++) {
          String name = ProcessHandle.current().pid() + "-" + turn;
          RawPart part = store.raw().keep(name, new ByteArrayInputStream(name.getBytes(UTF_8)));
          tell("raw", part.sha256());
          Snapshot snapshot =
              SnapshotLogContract.snapshot(name, Snapshot.Kind.FULL, Snapshot.State.IN_FORCE, name);
          store.snapshots().add(snapshot);
          tell("snapshot", name);
          ReviewerDecision decision =
              DecisionLogContract.decision(ReviewerDecision.Kind.EXCLUDE, Optional.empty());
          tell("decision", String.valueOf(log.decide(decision).id()));
          var opened =
              DecisionLogContract.opened(
                  new RecordKey("exchange", name), 1, Reason.NO_OWNER, MONDAY);
          log.write(DecisionLogContract.telling(MONDAY, opened));
          tell("exception", opened.exception().id());
        }
      }
    }

    private static void tell(String kind, String id) {
      System.out.println(kind + " " + id + END);
      System.out.flush();
    }
  }

  @Test
  void nothingConfirmedIsLost() throws IOException, InterruptedException {
    Set<String> confirmed = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      confirmed.addAll(writeUntilKilled(101 + 23 * kill));

      assertThat(kept(confirmed)).containsAll(confirmed);
    }
  }

  private List<String> writeUntilKilled(int count) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader told =
        new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
      List<String> lines = told.lines().limit(count).collect(Collectors.toList());
      assertThat(lines).hasSize(count);
      // By its handle: killed as a Process, its output would be closed unread.
      writer.toHandle().destroyForcibly();
      told.lines().forEach(lines::add);
      return lines.stream()
          .filter(line -> line.endsWith(END))
          .map(line -> line.substring(0, line.length() - END.length()))
          .toList();
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private Set<String> kept(Set<String> confirmed) throws IOException {
    Set<String> kept = new HashSet<>();
    try (Store store = Store.open(StoreSettings.sqlite(data))) {
      for (String line : confirmed) {
        if (line.startsWith("raw ")) {
          try (InputStream part =
              store.raw().open(new RawPart(line.substring("raw ".length()), "", 0))) {
            assertThat(part.readAllBytes()).isNotEmpty();
            kept.add(line);
          }
        }
      }
      store.snapshots().inForce().forEach(snapshot -> kept.add("snapshot " + snapshot.feed()));
      DecisionLog log = store.decisions(change -> "");
      log.decisions().forEach(decision -> kept.add("decision " + decision.id()));
      List<OpenException> open = log.openExceptions();
      open.forEach(exception -> kept.add("exception " + exception.id()));
      assertThat(store.outbox().pending(Integer.MAX_VALUE))
          .as("each exception owes its message, and no message is without its exception")
          .extracting(Message::eventId)
          .containsExactlyInAnyOrderElementsOf(open.stream().map(OpenException::eventId).toList());
    }
    return kept;
  }
}
