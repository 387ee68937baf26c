package devicehub.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What the hub has confirmed, written down outside the hub; and what it was given at all. */
final class Ledger {
  /** In what way a thing was given to the hub, and how it confirms. */
  enum Kind {
    /** {@code POST /feeds/pushed?mode=delta}; a 2xx confirms. */
    PUSHED,
    /** A file in the inbox; that it is gone confirms. */
    DROPPED,
    /** {@code decide exclude}; exit code 0 confirms. */
    DECIDED,
    /** {@code release shrinking}; exit code 0 confirms. */
    RELEASED
  }

  private final Path file;
  private final Map<Kind, Set<Integer>> given = new TreeMap<>();
  private final Map<Kind, Set<Integer>> confirmed = new TreeMap<>();

  Ledger(Path file) {
    this.file = file;
    for (Kind kind : Kind.values()) {
      given.put(kind, new ConcurrentSkipListSet<>());
      confirmed.put(kind, new ConcurrentSkipListSet<>());
    }
  }

  void give(Kind kind, int number) {
    given.get(kind).add(number);
  }

  synchronized void confirm(Kind kind, int number) throws IOException {
    confirmed.get(kind).add(number);
    Files.writeString(
        file, kind + " " + number + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  Set<Integer> given(Kind kind) {
    return given.get(kind);
  }

  Set<Integer> confirmed(Kind kind) {
    return confirmed.get(kind);
  }

  int confirmed() {
    return confirmed.values().stream().mapToInt(Set::size).sum();
  }
}
