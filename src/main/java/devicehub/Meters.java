package devicehub;

import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.inventory.Inventory;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import devicehub.matching.MatchCycle;
import devicehub.review.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The hub's numbers for monitoring; counts and times, and no word about anybody.
 *
 * <pre>
 *   devicehub_merged 211.0
 *   devicehub_exceptions{reason="no_owner"} 3.0
 *   devicehub_feed_age_seconds{feed="exchange"} 64.2
 * </pre>
 */
final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final MatchCycle cycle;

  Meters(MatchCycle cycle) {
    this.cycle = cycle;
    gauge("leads", "1 while this hub does the work, 0 while it stands by.", Tags.empty(), () -> 1);
    ofCycle("merged", "Pairs that stand.", CycleSummary::mergedTotal);
    ofCycle("cycle.seconds", "How long the newest cycle took.", c -> c.durationMillis() / 1000.0);
    ofCycle(
        "cycle.started.seconds",
        "When the newest cycle began, in seconds since 1970.",
        c -> c.startedAt().toEpochMilli() / 1000.0);
    gauge(
        "cycle.held",
        "1 while the newest cycle is held: it would change too much at once.",
        Tags.empty(),
        () -> cycle.last().flatMap(Outcome::held).isPresent() ? 1 : 0);
    for (Reason reason : Reason.values()) {
      Tags tags = Tags.of("reason", reason.name().toLowerCase(Locale.ROOT));
      gauge(
          "exceptions",
          "Exceptions that are open.",
          tags,
          () -> cycle.last().map(o -> o.summary().exceptions().getOrDefault(reason, 0)).orElse(0));
    }
  }

  private void ofCycle(String name, String help, Function<CycleSummary, Number> value) {
    gauge(
        name,
        help,
        Tags.empty(),
        () -> cycle.last().map(outcome -> value.apply(outcome.summary())).orElse(Double.NaN));
  }

  Meters with(Outbox outbox) {
    gauge("outbox.messages", "Messages that wait for the broker.", Tags.empty(), outbox::backlog);
    return this;
  }

  Meters with(Collection<Feed> feeds, SnapshotLog log, Inventory inventory, Clock clock) {
    for (Feed feed : feeds) {
      Tags tags = Tags.of("feed", feed.name());
      gauge(
          "feed.age.seconds",
          "How long ago the feed brought what is in force.",
          tags,
          () -> {
            double youngest = Double.NaN;
            for (Snapshot snapshot : log.inForce()) {
              if (snapshot.feed().equals(feed.name())) {
                Duration age = Duration.between(snapshot.takenAt(), clock.instant());
                youngest = age.toMillis() / 1000.0;
              }
            }
            return youngest;
          });
      gauge(
          "feed.troubled",
          "1 while the newest input of the feed is held or failed.",
          tags,
          () -> new FeedStanding(feed, log, inventory, clock.instant()).isTroubled() ? 1 : 0);
    }
    return this;
  }

  private void gauge(String name, String help, Tags tags, Supplier<Number> value) {
    Gauge.builder("devicehub." + name, value)
        .description(help)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  /** All of them, in the text format of Prometheus. */
  String scrape() {
    return registry.scrape();
  }
}
