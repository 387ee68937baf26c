package devicehub;

import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawPart;
import devicehub.inventory.RowProblem;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import devicehub.report.FeedReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one feed stands: its newest snapshot, what is in force, and what troubles it. */
final class FeedStanding {
  private static final Pattern AT_LINE = Pattern.compile("line (\\d+): (.*)", Pattern.DOTALL);

  private final Feed feed;
  private final Optional<Snapshot> latest;
  private final Optional<Snapshot> good;
  private final Inventory.@Nullable Holding holding;
  private final Optional<String> unreadable;
  private final Instant now;

  FeedStanding(Feed feed, SnapshotLog log, Inventory inventory, Instant now) {
    this.feed = feed;
    this.good = log.newest(feed.name(), SnapshotLog.ACCEPTED, 1).stream().findFirst();
    this.latest =
        log.waiting(feed.name())
            .filter(held -> held.kind() == Snapshot.Kind.DELTA)
            .or(() -> log.latest(feed.name()))
            .filter(s -> s.state() != Snapshot.State.DISCARDED)
            .or(() -> good);
    this.holding = inventory.holdings().get(feed.name());
    this.unreadable = inventory.unreadable(feed.name());
    this.now = now;
  }

  FeedReport report() {
    return new FeedReport(
        feed.name(),
        feed.spec().role(),
        state(),
        latest.map(Snapshot::takenAt),
        latest.map(s -> s.parts().stream().map(RawPart::name).toList()).orElse(List.of()),
        latest.map(Snapshot::counts).orElse(Counts.NONE),
        says());
  }

  private String state() {
    if (!isLatestTroubled() && unreadable.isPresent()) {
      return "unreadable";
    }
    return isStale() && !isTroubled()
        ? "stale"
        : latest.map(snapshot -> word(snapshot.state())).orElse("no data yet");
  }

  private String says() {
    String reason =
        Stream.concat(latest.map(Snapshot::reason).stream(), unreadable.stream())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    if (!isStale()) {
      return reason;
    }
    return (reason.isEmpty() ? "" : reason + "; ")
        + "nothing good came since "
        + good.map(Snapshot::takenAt).orElseThrow()
        + "; what it said then still counts";
  }

  /** Whether nothing the feed brought ever took force. */
  boolean isMute() {
    return good.isEmpty();
  }

  /** Whether what is in force cannot be read, and so says nothing. */
  boolean isUnreadable() {
    return unreadable.isPresent();
  }

  /** Whether the last good answer is older than the feed's own limit. */
  boolean isStale() {
    return good.filter(s -> s.takenAt().plus(feed.stale()).isBefore(now)).isPresent();
  }

  private static String word(Snapshot.State state) {
    return switch (state) {
      case IN_FORCE, SUPERSEDED -> "in force";
      case HELD -> "held";
      case DISCARDED -> "discarded";
      case FAILED -> "failed";
    };
  }

  /**
   * Whether the feed waits for somebody: its newest snapshot is held or failed, or what is in force
   * cannot be read any more.
   */
  boolean isTroubled() {
    return unreadable.isPresent() || isLatestTroubled();
  }

  private boolean isLatestTroubled() {
    return latest
        .map(s -> s.state() == Snapshot.State.HELD || s.state() == Snapshot.State.FAILED)
        .orElse(false);
  }

  /** What troubles the feed in one line, and whether earlier records still count. */
  Optional<String> trouble() {
    if (!isTroubled()) {
      return isStale() ? Optional.of("stale: " + says()) : Optional.empty();
    }
    if (!isLatestTroubled()) {
      return unreadable.map(why -> why + "; it does not count until a full snapshot comes");
    }
    return latest.map(
        snapshot ->
            "%s at %s: %s; %s"
                .formatted(
                    word(snapshot.state()),
                    snapshot.takenAt(),
                    snapshot.reason(),
                    unreadable.orElse(
                        holding == null
                            ? "nothing of it is known"
                            : "what it brought before stays in force")));
  }

  /** What the feed brought last, if a person is asked about it. */
  Optional<Snapshot> held() {
    return latest.filter(snapshot -> snapshot.state() == Snapshot.State.HELD);
  }

  /** The rows, and the whole input, that were not taken. */
  List<RowProblem> problems() {
    List<RowProblem> rows = holding == null ? List.of() : holding.problems();
    Stream<RowProblem> whole =
        latest.filter(s -> isLatestTroubled()).map(FeedStanding::whole).stream();
    Stream<RowProblem> left =
        unreadable.map(why -> new RowProblem(feed.name(), feed.name(), 0, why, "")).stream();
    return Stream.of(whole, left, rows.stream()).flatMap(all -> all).toList();
  }

  private static RowProblem whole(Snapshot snapshot) {
    Matcher line = AT_LINE.matcher(snapshot.reason());
    boolean atLine = line.matches();
    List<RawPart> parts = snapshot.parts();
    return new RowProblem(
        snapshot.feed(),
        parts.isEmpty() ? snapshot.feed() : parts.get(parts.size() - 1).name(),
        atLine ? Long.parseLong(line.group(1)) : 0,
        (snapshot.state() == Snapshot.State.HELD ? "held: " : "")
            + (atLine ? line.group(2) : snapshot.reason()),
        "");
  }
}
