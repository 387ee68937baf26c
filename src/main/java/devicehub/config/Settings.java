package devicehub.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The hub's own settings, as {@code config/hub.properties} and its overrides give them.
 *
 * <pre>
 *   match.period=2m
 *   store.password=${file:/run/secrets/store}
 *   feed.exchange.inbox=/srv/drop      kept for routes, as is route.*
 * </pre>
 */
public final class Settings {
  private final Map<Setting<?>, Object> values = new HashMap<>();
  private final Map<String, String> placeholders = new TreeMap<>();

  /** Filled by {@link SettingsFile} alone. */
  Settings() {}

  <T> void put(Setting<T> setting, T value, String text) {
    values.put(setting, value);
    if (!setting.secret()) {
      boolean span = value instanceof Duration;
      placeholders.put(setting.key(), span ? String.valueOf(((Duration) value).toMillis()) : text);
    }
  }

  void putForRoutes(String key, String text) {
    placeholders.put(key, text);
  }

  @SuppressWarnings("unchecked") // put() admits no other type
  private <T> T get(Setting<T> setting) {
    return (T) Objects.requireNonNull(values.get(setting), setting.key());
  }

  /** Whether to serve the sample company. */
  public boolean samples() {
    return get(KnownSettings.SAMPLES);
  }

  public Duration matchPeriod() {
    return get(KnownSettings.MATCH_PERIOD);
  }

  /** A file name in the configuration folder. */
  public String rulesFile() {
    return get(KnownSettings.RULES_FILE);
  }

  public Path reportsDir() {
    return get(KnownSettings.REPORTS_DIR);
  }

  /** Empty for the embedded store. */
  public String storeUrl() {
    return get(KnownSettings.STORE_URL);
  }

  public String storeUser() {
    return get(KnownSettings.STORE_USER);
  }

  public String storePassword() {
    return get(KnownSettings.STORE_PASSWORD);
  }

  /** How long a hub on PostgreSQL leads without renewing it. */
  public Duration storeLease() {
    return get(KnownSettings.STORE_LEASE);
  }

  /** Empty for the embedded broker. */
  public String brokerUrl() {
    return get(KnownSettings.BROKER_URL);
  }

  public String brokerUser() {
    return get(KnownSettings.BROKER_USER);
  }

  public String brokerPassword() {
    return get(KnownSettings.BROKER_PASSWORD);
  }

  /** A key store's file; empty for what Java trusts. */
  public String brokerTrust() {
    return get(KnownSettings.BROKER_TRUST);
  }

  public String brokerTrustPassword() {
    return get(KnownSettings.BROKER_TRUST_PASSWORD);
  }

  public String queueExceptions() {
    return get(KnownSettings.QUEUE_EXCEPTIONS);
  }

  public String topicCycles() {
    return get(KnownSettings.TOPIC_CYCLES);
  }

  public String httpHost() {
    return get(KnownSettings.HTTP_HOST);
  }

  /** 0 for any free one. */
  public int httpPort() {
    return get(KnownSettings.HTTP_PORT);
  }

  /** Made at the first start if it is not there. */
  public Path httpTokenFile() {
    return get(KnownSettings.HTTP_TOKEN_FILE);
  }

  /** For one server, all pages and waits included. */
  public Duration pollTimeout() {
    return get(KnownSettings.POLL_TIMEOUT);
  }

  public int pollPages() {
    return get(KnownSettings.POLL_PAGES);
  }

  /** Of one file or page, expanded; in bytes. */
  public long limitsBytes() {
    return get(KnownSettings.LIMITS_BYTES);
  }

  /** Of one file or page. */
  public int limitsRows() {
    return get(KnownSettings.LIMITS_ROWS);
  }

  /** In characters. */
  public int limitsRow() {
    return get(KnownSettings.LIMITS_ROW);
  }

  /** In characters. */
  public int limitsField() {
    return get(KnownSettings.LIMITS_FIELD);
  }

  public int limitsColumns() {
    return get(KnownSettings.LIMITS_COLUMNS);
  }

  /** Feeds smaller than this are held for no share of their rows. */
  public int holdRows() {
    return get(KnownSettings.HOLD_ROWS);
  }

  /** In percent of the records usual lately. */
  public int holdShrink() {
    return get(KnownSettings.HOLD_SHRINK);
  }

  public int holdShrinkRows() {
    return get(KnownSettings.HOLD_SHRINK_ROWS);
  }

  /** In percent of the records usual lately. */
  public int holdGrowth() {
    return get(KnownSettings.HOLD_GROWTH);
  }

  public int holdGrowthRows() {
    return get(KnownSettings.HOLD_GROWTH_ROWS);
  }

  /** In percent of the rows. */
  public int holdRejected() {
    return get(KnownSettings.HOLD_REJECTED);
  }

  /** In percent of the records. */
  public int holdEmpty() {
    return get(KnownSettings.HOLD_EMPTY);
  }

  /** In percent of the smaller snapshot. */
  public int holdOverlap() {
    return get(KnownSettings.HOLD_OVERLAP);
  }

  public Duration holdOlder() {
    return get(KnownSettings.HOLD_OLDER);
  }

  /** In percent of the merges that stand. */
  public int guardRetractions() {
    return get(KnownSettings.GUARD_RETRACTIONS);
  }

  public int guardRetractionsPairs() {
    return get(KnownSettings.GUARD_RETRACTIONS_PAIRS);
  }

  /** In percent of the merges that stand. */
  public int guardMerges() {
    return get(KnownSettings.GUARD_MERGES);
  }

  public int guardMergesPairs() {
    return get(KnownSettings.GUARD_MERGES_PAIRS);
  }

  /** In percent of the records decided before. */
  public int guardExceptions() {
    return get(KnownSettings.GUARD_EXCEPTIONS);
  }

  public int guardExceptionsRecords() {
    return get(KnownSettings.GUARD_EXCEPTIONS_RECORDS);
  }

  /** For mail feeds that name none; nothing for none. */
  public Duration grace() {
    return get(KnownSettings.GRACE);
  }

  /** For feeds that name none. */
  public Duration staleAfter() {
    return get(KnownSettings.STALE_AFTER);
  }

  public Duration retentionRaw() {
    return get(KnownSettings.RETENTION_RAW);
  }

  public Duration retentionRejected() {
    return get(KnownSettings.RETENTION_REJECTED);
  }

  public Duration retentionOutbox() {
    return get(KnownSettings.RETENTION_OUTBOX);
  }

  public Duration retentionExceptions() {
    return get(KnownSettings.RETENTION_EXCEPTIONS);
  }

  public Duration retentionDecisions() {
    return get(KnownSettings.RETENTION_DECISIONS);
  }

  public Duration retentionLog() {
    return get(KnownSettings.RETENTION_LOG);
  }

  /**
   * What routes may name in double braces: every setting that is no secret, times in milliseconds,
   * and the keys under {@code route.} and {@code feed.NAME.}, which may hold secrets.
   */
  public Map<String, String> forRoutes() {
    return Collections.unmodifiableMap(placeholders);
  }

  /** Every setting as a Markdown table: what the README shows. */
  public static String describe() {
    List<String> rows =
        KnownSettings.ALL.stream()
            .map(
                setting ->
                    "| `%s` | %s | %s |"
                        .formatted(
                            setting.key(),
                            setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
                            setting.description()))
            .toList();
    return rows.stream()
        .collect(
            Collectors.joining("\n", "| Setting | Default | Meaning |\n|---|---|---|\n", "\n"));
  }
}
