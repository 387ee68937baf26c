package devicehub.config;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How a server is asked for no more than what changed since a moment, and how often for everything
 * all the same.
 *
 * <pre>
 *   lastReportedAfterInEpochms=1773044100123          MaaS360
 *   $filter=lastSyncDateTime ge 2026-03-09T08:15:00Z  a server that speaks OData
 * </pre>
 *
 * @param parameter the query parameter that takes the moment
 * @param value what is sent under it, with {@value #FROM} where the moment stands
 * @param overlap how much earlier than the last poll's beginning the moment is: for clocks that
 *     differ, and for servers that show a report late
 * @param fullEvery how long after a full poll began the next is asked for everything
 */
public record IncrementalConfig(
    String parameter, String value, Written format, Duration overlap, Duration fullEvery) {
  static final String FROM = "{from}";

  /** How a moment is written. */
  public enum Written {
    /** Milliseconds since 1970 UTC. */
    EPOCH_MS,
    /** Seconds since 1970 UTC. */
    EPOCH_S,
    /** {@code 2026-03-09T08:15:00Z}. */
    ISO
  }

  /** What is sent under the parameter to ask for what changed since the moment. */
  public String since(Instant from) {
    return value.replace(
        FROM,
        switch (format) {
          case EPOCH_MS -> String.valueOf(from.toEpochMilli());
          case EPOCH_S -> String.valueOf(from.getEpochSecond());
          case ISO -> from.truncatedTo(ChronoUnit.SECONDS).toString();
        });
  }
}
