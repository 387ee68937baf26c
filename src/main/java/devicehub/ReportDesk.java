package devicehub;

import devicehub.decision.Outcome;
import devicehub.directory.Directory;
import devicehub.inventory.Inventory;
import devicehub.inventory.RowProblem;
import devicehub.inventory.SnapshotLog;
import devicehub.matching.MatchCycle;
import devicehub.report.FeedReport;
import devicehub.report.ReportData;
import devicehub.report.ReportUnwritableException;
import devicehub.report.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code reports}: writes what the newest cycle came to. */
public final class ReportDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);

  private final Collection<Feed> feeds;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final MatchCycle cycle;
  private final HeldRows heldRows;
  private final Reports reports;
  private volatile String unwritten = "";

  ReportDesk(
      Collection<Feed> feeds,
      SnapshotLog log,
      Inventory inventory,
      MatchCycle cycle,
      HeldRows heldRows,
      Reports reports) {
    this.feeds = feeds;
    this.log = log;
    this.inventory = inventory;
    this.cycle = cycle;
    this.heldRows = heldRows;
    this.reports = reports;
  }

  /**
   * Writes all report files, each whole or not at all; who asks meanwhile waits. A report that
   * cannot be written is a trouble that health tells: the queue gets its messages all the same.
   */
  public synchronized void write() {
    try {
      cycle.last().map(this::data).ifPresent(reports::write);
      unwritten = "";
    } catch (ReportUnwritableException e) {
      unwritten = String.valueOf(e.getMessage());
      LOG.error("the earlier report stays: {}", unwritten);
    }
  }

  /** Why the reports are not those of the newest cycle; empty while they are. */
  Optional<String> trouble() {
    return unwritten.isEmpty() ? Optional.empty() : Optional.of(unwritten);
  }

  /** What troubles a feed now. */
  Optional<String> trouble(Feed feed, Instant now) {
    return new FeedStanding(feed, log, inventory, now).trouble();
  }

  /** Whether the newest that a feed brought failed or is held. */
  boolean isTroubled(Feed feed) {
    return new FeedStanding(feed, log, inventory, Instant.EPOCH).isTroubled();
  }

  ReportData data(Outcome outcome) {
    TreeMap<String, Feed> inOrder = new TreeMap<>();
    feeds.forEach(feed -> inOrder.put(feed.name(), feed));
    List<FeedReport> standings = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>();
    for (Feed feed : inOrder.values()) {
      FeedStanding standing = new FeedStanding(feed, log, inventory, outcome.summary().startedAt());
      standings.add(standing.report());
      problems.addAll(standing.problems());
      standing.held().ifPresent(held -> problems.addAll(heldRows.of(feed, held)));
    }
    return new ReportData(outcome, Directory.of(inventory.people()), standings, problems);
  }
}
