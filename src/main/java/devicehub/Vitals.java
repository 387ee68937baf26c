package devicehub;

import devicehub.decision.Outcome;
import devicehub.matching.MatchCycle;
import devicehub.report.SummaryText;
import devicehub.store.Store;
import devicehub.web.Health;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What health says: when matching last ran, and whatever somebody should look after. Without a
 * store, a disk to write to and finished cycles the hub does not do its work; all else it lives
 * with.
 */
final class Vitals {
  /** So many cycles may fail to finish before the hub counts as stuck. */
  private static final int PERIODS = 3;

  private final Collection<Feed> feeds;
  private final ReportDesk desk;
  private final MatchCycle cycle;
  private final DispatchDesk dispatch;
  private final CamelHost camel;
  private final Store store;
  private final List<DiskProbe> disks;
  private final Duration period;
  private final Clock clock;

  Vitals(
      Collection<Feed> feeds,
      ReportDesk desk,
      MatchCycle cycle,
      DispatchDesk dispatch,
      CamelHost camel,
      Store store,
      List<DiskProbe> disks,
      Duration period,
      Clock clock) {
    this.feeds = feeds;
    this.desk = desk;
    this.cycle = cycle;
    this.dispatch = dispatch;
    this.camel = camel;
    this.store = store;
    this.disks = List.copyOf(disks);
    this.period = period;
    this.clock = clock;
  }

  Health health() {
    Map<String, String> details = new TreeMap<>();
    disks.forEach(disk -> disk.trouble().ifPresent(trouble -> details.put("disk", trouble)));
    store.trouble().ifPresent(trouble -> details.put("store", trouble));
    Optional<Outcome> last = cycle.last();
    last.flatMap(this::standstill).ifPresent(trouble -> details.put("cycle", trouble));
    boolean works = last.isPresent() && details.isEmpty();
    last.ifPresent(o -> details.put("lastMatchedAt", o.summary().startedAt().toString()));
    last.map(Outcome::waiting)
        .filter(waiting -> waiting.records() > 0)
        .ifPresent(waiting -> details.put("waiting", waiting.told()));
    last.flatMap(Outcome::held)
        .ifPresent(held -> details.merge("cycle", SummaryText.held(held), (a, b) -> a + "; " + b));
    if (!camel.problems().isEmpty()) {
      details.put("routes", String.join("; ", camel.problems()));
    }
    dispatch.trouble().ifPresent(trouble -> details.put("dispatch", trouble));
    desk.trouble().ifPresent(trouble -> details.put("reports", trouble));
    if (!details.containsKey("store")) {
      for (Feed feed : feeds) {
        desk.trouble(feed, clock.instant())
            .ifPresent(trouble -> details.put("feed " + feed.name(), trouble));
      }
    }
    return new Health(works, details);
  }

  private Optional<String> standstill(Outcome last) {
    Duration took = Duration.ofMillis(last.summary().durationMillis());
    // Half a minute for what comes after matching: reports, and a broker that does not answer.
    Duration usual = took.plus(period.multipliedBy(PERIODS)).plusSeconds(30);
    return cycle.sinceLast().compareTo(usual) > 0
        ? Optional.of("no cycle has finished since the one of " + last.summary().startedAt())
        : Optional.empty();
  }
}
