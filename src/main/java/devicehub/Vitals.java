package devicehub;

import devicehub.decision.Outcome;
import devicehub.matching.MatchCycle;
import devicehub.report.SummaryText;
import devicehub.web.Health;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What health says: when matching last ran, and whatever somebody should look after. */
final class Vitals {
  private final Collection<Feed> feeds;
  private final ReportDesk desk;
  private final MatchCycle cycle;
  private final DispatchDesk dispatch;
  private final CamelHost camel;
  private final Clock clock;

  Vitals(
      Collection<Feed> feeds,
      ReportDesk desk,
      MatchCycle cycle,
      DispatchDesk dispatch,
      CamelHost camel,
      Clock clock) {
    this.feeds = feeds;
    this.desk = desk;
    this.cycle = cycle;
    this.dispatch = dispatch;
    this.camel = camel;
    this.clock = clock;
  }

  Health health() {
    Map<String, String> details = new TreeMap<>();
    Optional<Outcome> last = cycle.last();
    last.ifPresent(o -> details.put("lastMatchedAt", o.summary().startedAt().toString()));
    last.map(Outcome::waiting)
        .filter(waiting -> waiting.records() > 0)
        .ifPresent(waiting -> details.put("waiting", waiting.told()));
    last.flatMap(Outcome::held).ifPresent(held -> details.put("cycle", SummaryText.held(held)));
    if (!camel.problems().isEmpty()) {
      details.put("routes", String.join("; ", camel.problems()));
    }
    dispatch.trouble().ifPresent(trouble -> details.put("dispatch", trouble));
    for (Feed feed : feeds) {
      desk.trouble(feed, clock.instant())
          .ifPresent(trouble -> details.put("feed " + feed.name(), trouble));
    }
    return new Health(last.isPresent(), details);
  }
}
