package devicehub;

import devicehub.decision.Outcome;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.inventory.Inventory;
import devicehub.inventory.RowProblem;
import devicehub.inventory.SnapshotLog;
import devicehub.matching.MatchCycle;
import devicehub.report.FeedReport;
import devicehub.report.ReportData;
import devicehub.report.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The bean {@code reports}: writes what the newest cycle came to. */
public final class ReportDesk {
  private final Collection<Feed> feeds;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final MatchCycle cycle;
  private final Reports reports;

  ReportDesk(
      Collection<Feed> feeds,
      SnapshotLog log,
      Inventory inventory,
      MatchCycle cycle,
      Reports reports) {
    this.feeds = feeds;
    this.log = log;
    this.inventory = inventory;
    this.cycle = cycle;
    this.reports = reports;
  }

  /** Writes all report files, each whole or not at all; who asks meanwhile waits. */
  public synchronized void write() {
    cycle.last().map(this::data).ifPresent(reports::write);
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
    }
    return new ReportData(
        outcome,
        inventory.records(Side.ENROLLMENT),
        inventory.records(Side.MAIL),
        Directory.of(inventory.people()),
        standings,
        problems);
  }
}
