package devicehub.matching;

import devicehub.decision.Outcome;
import java.util.List;

/**
 * What a cycle came to, as far as the next needs it to decide only what is different: the pairs,
 * which hold the records as well, the devices, and the exceptions.
 *
 * @param syncs from which the cycle reckoned staleness
 * @param referred in the order of the records' keys
 */
record Kept(MatchedPairs pairs, Roster roster, LastSyncs syncs, List<Outcome.Referred> referred) {}
