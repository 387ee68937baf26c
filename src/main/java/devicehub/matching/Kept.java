package devicehub.matching;

import devicehub.decision.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle came to, as far as the next needs it to decide only what is different: the pairs,
 * which hold the records as well, the devices, and the exceptions.
 *
 * @param syncs from which the cycle reckoned staleness
 * @param referred in the order of the records' keys
 * @param links of both sides' records, if a cycle needed them
 */
record Kept(
    MatchedPairs pairs,
    Roster roster,
    LastSyncs syncs,
    List<Outcome.Referred> referred,
    @Nullable Linked links) {
  /** Both sides' links. */
  record Linked(Links enrollments, Links mails) {}

  Kept with(Linked all) {
    return new Kept(pairs, roster, syncs, referred, all);
  }
}
