package devicehub.decision;

import java.time.Instant;

/** A merge as it was last written, and since when it stands. */
public record StandingMerge(Pair pair, String rule, Authority authority, Instant mergedAt) {}
