package devicehub.report;

import devicehub.intake.FeedRole;
import devicehub.inventory.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one feed stands when a report is written.
 *
 * <pre>
 *   exchange  MAIL  "in force"  2026-11-23T13:58:02Z  [MobileDevices.csv]  212 rows in = 203 + …
 *   maas360   ENROLLMENT  "held"  …  "41 % fewer devices than in the five before"
 * </pre>
 *
 * @param state in words: {@code in force}, {@code held}, {@code failed}, {@code stale}, {@code
 *     unreadable}, {@code no data yet}
 * @param takenAt when the newest snapshot was taken
 * @param inputs the names of that snapshot's inputs
 * @param trouble why it is held, failed, stale or unreadable, else empty
 */
public record FeedReport(
    String name,
    FeedRole role,
    String state,
    Optional<Instant> takenAt,
    List<String> inputs,
    Counts counts,
    String trouble) {
  public FeedReport {
    inputs = List.copyOf(inputs);
  }
}
