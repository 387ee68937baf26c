package devicehub.intake;

import java.time.Instant;
import java.util.Set;

/**
 * Everything about a feed that turning its rows into records needs.
 *
 * @param name the feed's name, as in record keys
 * @param kind the preset it is based on, such as {@code exchange} or {@code maas360}
 * @param dates how its times are written
 * @param active words of the status column that mean "enrolled", folded
 * @param inactive words that mean "enrolled but not reporting", folded
 * @param retired words that mean "no longer enrolled", folded
 * @param ignored words that mean "not an enrolment at all", folded
 */
public record FeedSpec(
    String name,
    FeedRole role,
    String kind,
    FieldMap fields,
    DateReader dates,
    Set<String> active,
    Set<String> inactive,
    Set<String> retired,
    Set<String> ignored) {

  /** The same for what a source gave at that moment, which no time in it can be later than. */
  public FeedSpec asOf(Instant given) {
    return new FeedSpec(
        name, role, kind, fields, dates.asOf(given), active, inactive, retired, ignored);
  }
}
