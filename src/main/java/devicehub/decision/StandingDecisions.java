package devicehub.decision;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.RecordKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people's decisions, read in order, come to: who is merged, separated, excluded. They hold
 * for a record however its server spells its id: in capitals today, and tomorrow in small letters.
 */
public final class StandingDecisions {
  private static final StandingDecisions NONE = new StandingDecisions(List.of());

  private final Map<Set<RecordKey>, ReviewerDecision> merged = new HashMap<>();
  private final Map<Set<RecordKey>, ReviewerDecision> separated = new HashMap<>();
  private final Map<RecordKey, ReviewerDecision> excluded = new HashMap<>();
  private final Set<RecordKey> involved = new HashSet<>();
  private final KeyIndex involvedIds = new KeyIndex(16);

  private StandingDecisions(List<ReviewerDecision> inOrder) {
    for (ReviewerDecision decision : inOrder) {
      Set<RecordKey> pair = pairOf(decision);
      switch (decision.kind()) {
        case MERGE -> {
          if (!separated.containsKey(pair)) {
            merged.put(pair, decision);
          }
        }
        case SEPARATE -> {
          merged.remove(pair);
          separated.merge(
              pair, decision, (first, again) -> first.hardware().isEmpty() ? again : first);
        }
        case EXCLUDE -> excluded.put(decision.record().folded(), decision);
        case RESTORE -> {
          excluded.remove(decision.record().folded());
          if (decision.other().isPresent()) {
            merged.remove(pair);
            merged.values().removeIf(decision::isOfPairOf);
          }
        }
      }
    }
    merged.keySet().forEach(involved::addAll);
    separated.keySet().forEach(involved::addAll);
    involved.addAll(excluded.keySet());
    involved.forEach(record -> involvedIds.put(IdText.hash(record.id()), 0));
  }

  public static StandingDecisions none() {
    return NONE;
  }

  public static StandingDecisions of(List<ReviewerDecision> inOrder) {
    return inOrder.isEmpty() ? NONE : new StandingDecisions(inOrder);
  }

  /**
   * The decisions made before a moment that say nothing any more, since later ones override them.
   * Without them the others must come to the same, or else none is given.
   */
  public static List<ReviewerDecision> overridden(List<ReviewerDecision> inOrder, Instant before) {
    Set<Long> standing = of(inOrder).ids();
    List<ReviewerDecision> gone =
        inOrder.stream()
            .filter(decision -> decision.at().isBefore(before))
            .filter(decision -> !standing.contains(decision.id()))
            .toList();
    List<ReviewerDecision> left =
        inOrder.stream().filter(decision -> !gone.contains(decision)).toList();
    return of(left).ids().equals(standing) ? gone : List.of();
  }

  private Set<Long> ids() {
    return Stream.of(merged.values(), separated.values(), excluded.values())
        .flatMap(Collection::stream)
        .map(ReviewerDecision::id)
        .collect(Collectors.toSet());
  }

  private static Set<RecordKey> pairOf(ReviewerDecision decision) {
    return decision.other().map(other -> pair(decision.record(), other)).orElseGet(Set::of);
  }

  private static Set<RecordKey> pair(RecordKey a, RecordKey b) {
    RecordKey one = a.folded();
    RecordKey two = b.folded();
    return one.equals(two) ? Set.of(one) : Set.of(one, two);
  }

  /** Whether people have decided nothing that still counts. */
  public boolean isEmpty() {
    return involved.isEmpty();
  }

  /** Whether any decision names the record. */
  public boolean involves(RecordKey record) {
    return !involved.isEmpty() && involved.contains(record.folded());
  }

  /** Whether any decision names the record; most records are in none, and this is quick. */
  public boolean involves(DeviceRecord record) {
    return !involved.isEmpty() && involvedIds.contains(record.keyHash()) && involves(record.key());
  }

  public Collection<ReviewerDecision> merges() {
    return merged.values().stream().sorted(Comparator.comparingLong(ReviewerDecision::id)).toList();
  }

  public Collection<ReviewerDecision> separations() {
    return List.copyOf(separated.values());
  }

  public Optional<ReviewerDecision> separation(RecordKey a, RecordKey b) {
    return Optional.ofNullable(separated.get(pair(a, b)));
  }

  public Optional<ReviewerDecision> exclusion(RecordKey record) {
    return Optional.ofNullable(excluded.get(record.folded()));
  }

  /** Whether people have taken the record out of matching. */
  public boolean isExcluded(DeviceRecord record) {
    return involves(record) && exclusion(record.key()).isPresent();
  }
}
