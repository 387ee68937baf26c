package devicehub.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Every setting there is; the shipped file, the table for people and the reading follow from it.
 */
final class KnownSettings {
  static final Setting<Boolean> SAMPLES =
      Setting.of("samples", "false", Values::flag, "Serve the sample company to the sample feeds.");
  static final Setting<Duration> MATCH_PERIOD =
      Setting.of("match.period", "2m", Values::duration, "How long after one cycle the next runs.");
  static final Setting<String> RULES_FILE =
      Setting.of(
          "rules.file",
          "rules.yaml",
          Values::fileName,
          "The rule book, a file in the configuration folder.");
  static final Setting<Path> REPORTS_DIR =
      Setting.of(
          "reports.dir", "${data}/reports", Values::path, "The folder reports are written to.");
  static final Setting<String> STORE_URL =
      Setting.of(
          "store.url",
          "",
          Values::storeUrl,
          "PostgreSQL to keep everything in, `jdbc:postgresql://…`; empty for files in the data"
              + " folder.");
  static final Setting<String> STORE_USER =
      Setting.of("store.user", "", Values::text, "Who logs in to `store.url`.");
  static final Setting<String> STORE_PASSWORD =
      Setting.secret("store.password", "Its password; best `${file:/path}` or `${VARIABLE}`.");
  static final Setting<Duration> STORE_LEASE =
      Setting.of(
          "store.lease",
          "15s",
          Values::lease,
          "How long a hub on PostgreSQL may be silent before another on the same database takes"
              + " over.");
  static final Setting<String> BROKER_URL =
      Setting.of(
          "broker.url",
          "",
          Values::brokerUrl,
          "ActiveMQ to send exceptions to, `ssl://…`, `tcp://…` or `failover:(…)`; empty for a built-in one.");
  static final Setting<String> BROKER_USER =
      Setting.of("broker.user", "", Values::text, "Who logs in to `broker.url`.");
  static final Setting<String> BROKER_PASSWORD =
      Setting.secret("broker.password", "Its password; best `${file:/path}` or `${VARIABLE}`.");
  static final Setting<String> BROKER_TRUST =
      Setting.of(
          "broker.trust",
          "",
          Values::text,
          "A key store (PKCS#12 or JKS) with the certificates that `ssl://` brokers are trusted by;"
              + " empty for those that Java trusts.");
  static final Setting<String> BROKER_TRUST_PASSWORD =
      Setting.secret("broker.trust.password", "The password of that file.");
  static final Setting<String> QUEUE_EXCEPTIONS =
      Setting.of(
          "queue.exceptions",
          "device.exceptions",
          Values::name,
          "The queue that gets a message for every change of an exception.");
  static final Setting<String> TOPIC_CYCLES =
      Setting.of(
          "topic.cycles",
          "device.cycles",
          Values::name,
          "The topic that gets a summary of every cycle.");
  static final Setting<String> HTTP_HOST =
      Setting.of(
          "http.host",
          "127.0.0.1",
          Values::host,
          "The address to listen on; `0.0.0.0` opens it to the network.");
  static final Setting<Integer> HTTP_PORT =
      Setting.of(
          "http.port",
          "8077",
          Values.number(0, 65_535),
          "The port for feeds that are pushed, the API and the review page; 0 takes a free one.");
  static final Setting<Path> HTTP_TOKEN_FILE =
      Setting.of(
          "http.token.file",
          "${data}/token",
          Values::file,
          "What callers must show, in a file for its owner only; made at the first start.");
  static final Setting<Duration> POLL_TIMEOUT =
      Setting.of(
          "poll.timeout",
          "60s",
          Values::duration,
          "How long asking one server may take, all pages and waits included.");
  static final Setting<Integer> POLL_PAGES =
      Setting.of(
          "poll.pages",
          "10000",
          Values.number(1, 1_000_000),
          "How many pages one server may answer with.");
  static final Setting<Long> LIMITS_BYTES =
      Setting.of(
          "limits.bytes",
          "2GB",
          Values::size,
          "The most that one file or page may hold, expanded.");
  static final Setting<Integer> LIMITS_ROWS =
      Setting.of(
          "limits.rows",
          "5000000",
          Values.number(1, 100_000_000),
          "The most rows that one file or page may have.");
  static final Setting<Integer> LIMITS_ROW =
      Setting.of(
          "limits.row",
          "1048576",
          Values.number(1, 100_000_000),
          "The most characters that one row may have.");
  static final Setting<Integer> LIMITS_FIELD =
      Setting.of(
          "limits.field",
          "65536",
          Values.number(1, 100_000_000),
          "The most characters that one field may have; a longer one costs its CSV row.");
  static final Setting<Integer> LIMITS_COLUMNS =
      Setting.of(
          "limits.columns", "512", Values.number(1, 10_000), "The most columns a file may have.");

  static final Setting<Integer> HOLD_ROWS =
      Setting.of(
          "hold.rows",
          "10",
          Values.number(1, 100_000_000),
          "Feeds with fewer rows or records are held for no share of them.");
  static final Setting<Integer> HOLD_SHRINK =
      Setting.of(
          "hold.shrink",
          "10",
          Values.number(0, 100),
          "Hold a snapshot with fewer records than usual by more than this percentage …");
  static final Setting<Integer> HOLD_SHRINK_ROWS =
      Setting.of(
          "hold.shrink.rows",
          "25",
          Values.number(0, 100_000_000),
          "… and by more than this many records.");
  static final Setting<Integer> HOLD_GROWTH =
      Setting.of(
          "hold.growth",
          "100",
          Values.number(0, 100_000),
          "Hold a snapshot with more records than usual by more than this percentage …");
  static final Setting<Integer> HOLD_GROWTH_ROWS =
      Setting.of(
          "hold.growth.rows",
          "500",
          Values.number(0, 100_000_000),
          "… and by more than this many records.");
  static final Setting<Integer> HOLD_REJECTED =
      Setting.of(
          "hold.rejected",
          "20",
          Values.number(0, 100),
          "Hold a snapshot if more than this percentage of its rows is rejected.");
  static final Setting<Integer> HOLD_EMPTY =
      Setting.of(
          "hold.empty",
          "5",
          Values.number(0, 100),
          "Hold a snapshot if more than this percentage lacks an owner or id that a fifth of it"
              + " lacked before at most.");
  static final Setting<Integer> HOLD_OVERLAP =
      Setting.of(
          "hold.overlap",
          "50",
          Values.number(0, 100),
          "Hold a snapshot that shares less than this percentage of records with the one in"
              + " force.");
  static final Setting<Duration> HOLD_OLDER =
      Setting.of(
          "hold.older",
          "1h",
          Values::anyDuration,
          "Hold a snapshot whose newest time is older than this before the one in force, or most of"
              + " whose records were last seen later than this from now.");
  static final Setting<Integer> GUARD_RETRACTIONS =
      Setting.of(
          "guard.retractions",
          "5",
          Values.number(0, 100),
          "Hold a cycle that would retract more than this percentage of the merges that stand …");
  static final Setting<Integer> GUARD_RETRACTIONS_PAIRS =
      Setting.of(
          "guard.retractions.pairs",
          "50",
          Values.number(0, 100_000_000),
          "… and more than this many, of mail records that are still there.");
  static final Setting<Integer> GUARD_MERGES =
      Setting.of(
          "guard.merges",
          "10",
          Values.number(0, 100_000),
          "Hold a cycle that would merge former exceptions, more than this percentage of the merges"
              + " that stand …");
  static final Setting<Integer> GUARD_MERGES_PAIRS =
      Setting.of(
          "guard.merges.pairs",
          "50",
          Values.number(0, 100_000_000),
          "… and more than this many, that no new enrolments or people explain.");
  static final Setting<Integer> GUARD_EXCEPTIONS =
      Setting.of(
          "guard.exceptions",
          "5",
          Values.number(0, 100_000),
          "Hold a cycle that would make exceptions, more than this percentage of the records"
              + " decided before …");
  static final Setting<Integer> GUARD_EXCEPTIONS_RECORDS =
      Setting.of(
          "guard.exceptions.records",
          "50",
          Values.number(0, 100_000_000),
          "… and more than this many, of records that were merged before.");
  static final Setting<Duration> GRACE =
      Setting.of(
          "grace",
          "48h",
          Values::anyDuration,
          "How long a mail record that full snapshots leave out still counts; a feed's `grace`"
              + " wins.");
  static final Setting<Duration> STALE_AFTER =
      Setting.of(
          "stale.after",
          "26h",
          Values::duration,
          "Warn of a feed that brought nothing good for so long, and conclude nothing new from what"
              + " it leaves out; a feed's `stale` wins.");
  static final Setting<Duration> RETENTION_RAW =
      Setting.of(
          "retention.raw",
          "7d",
          Values::duration,
          "How long raw input is kept that no longer counts, to look things up in.");
  static final Setting<Duration> RETENTION_REJECTED =
      Setting.of(
          "retention.rejected",
          "30d",
          Values::duration,
          "How long raw input is kept that could not be read, or was discarded.");
  static final Setting<Duration> RETENTION_OUTBOX =
      Setting.of(
          "retention.outbox",
          "30d",
          Values::duration,
          "How long messages are kept that have been sent.");
  static final Setting<Duration> RETENTION_EXCEPTIONS =
      Setting.of(
          "retention.exceptions",
          "90d",
          Values::duration,
          "How long the lives of cleared exceptions are kept.");
  static final Setting<Duration> RETENTION_DECISIONS =
      Setting.of(
          "retention.decisions",
          "400d",
          Values::duration,
          "How long retracted merges are kept, and people's decisions that later ones override.");
  static final Setting<Duration> RETENTION_LOG =
      Setting.of(
          "retention.log",
          "400d",
          Values::duration,
          "How long it is kept which snapshots came, and who released or discarded them.");

  /** Every setting, in the order of the shipped file. */
  static final List<Setting<?>> ALL =
      List.of(
          SAMPLES,
          MATCH_PERIOD,
          RULES_FILE,
          REPORTS_DIR,
          STORE_URL,
          STORE_USER,
          STORE_PASSWORD,
          STORE_LEASE,
          BROKER_URL,
          BROKER_USER,
          BROKER_PASSWORD,
          BROKER_TRUST,
          BROKER_TRUST_PASSWORD,
          QUEUE_EXCEPTIONS,
          TOPIC_CYCLES,
          HTTP_HOST,
          HTTP_PORT,
          HTTP_TOKEN_FILE,
          POLL_TIMEOUT,
          POLL_PAGES,
          LIMITS_BYTES,
          LIMITS_ROWS,
          LIMITS_ROW,
          LIMITS_FIELD,
          LIMITS_COLUMNS,
          HOLD_ROWS,
          HOLD_SHRINK,
          HOLD_SHRINK_ROWS,
          HOLD_GROWTH,
          HOLD_GROWTH_ROWS,
          HOLD_REJECTED,
          HOLD_EMPTY,
          HOLD_OVERLAP,
          HOLD_OLDER,
          GUARD_RETRACTIONS,
          GUARD_RETRACTIONS_PAIRS,
          GUARD_MERGES,
          GUARD_MERGES_PAIRS,
          GUARD_EXCEPTIONS,
          GUARD_EXCEPTIONS_RECORDS,
          GRACE,
          STALE_AFTER,
          RETENTION_RAW,
          RETENTION_REJECTED,
          RETENTION_OUTBOX,
          RETENTION_EXCEPTIONS,
          RETENTION_DECISIONS,
          RETENTION_LOG);

  private KnownSettings() {}

  static List<String> keys() {
    return ALL.stream().map(Setting::key).toList();
  }
}
