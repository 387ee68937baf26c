package devicehub.fleet;

import java.time.Instant;

/**
 * Everything a fleet depends on: the same plan always gives the same bytes.
 *
 * @param seed any number
 * @param people how many people to invent, at least; the last household is completed
 * @param asOf the moment the records are read; no clock is asked
 */
public record FleetPlan(long seed, int people, Instant asOf, Mix mix) {
  public FleetPlan {
    if (people < 1) {
      throw new IllegalArgumentException("a fleet needs at least one person, not " + people);
    }
  }

  /** How many households it takes until enough people are invented. */
  long households() {
    long count = 0;
    for (long met = 0; met < people; count++) {
      met += mix.trick(Dice.of(seed, count), count).people();
    }
    return count;
  }
}
