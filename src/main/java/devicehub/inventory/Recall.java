package devicehub.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a start must look at to know which records are missing: the snapshots of the last grace and
 * the one before them, in steps from one full snapshot to the next.
 *
 * <pre>
 *   811 → 812  told: three rows         nothing else is read
 *   812 → 813  told: nothing is gone
 *   813 → 814  not told: 813 and 814 are read again, and compared
 * </pre>
 *
 * @param first the oldest of them; the log must keep it, and all that follow
 */
public record Recall(long first, List<Step> steps) {
  /** Of a feed without a grace: a start looks at nothing but what is in force. */
  public static final Recall NOTHING = new Recall(Long.MAX_VALUE, List.of());

  /**
   * From one full snapshot to the next.
   *
   * @param before the one before, and the deltas on top of it
   * @param told what was left out, if that is known
   */
  public record Step(List<Snapshot> before, Snapshot next, Optional<LeftOut> told) {}

  /**
   * @param accepted snapshots, oldest first, as {@link SnapshotLog#accepted} gives them
   * @param told what is known of any of them
   */
  public static Recall of(List<Snapshot> accepted, Collection<LeftOut> told) {
    Map<Long, LeftOut> bySnapshot = new HashMap<>();
    told.forEach(left -> bySnapshot.put(left.snapshot(), left));
    List<Step> steps = new ArrayList<>();
    List<Snapshot> before = new ArrayList<>();
    for (Snapshot next : accepted) {
      if (next.kind() == Snapshot.Kind.FULL && !before.isEmpty()) {
        List<Long> ids = before.stream().map(Snapshot::id).toList();
        // Compared with others, it would not say what this step leaves out.
        Optional<LeftOut> left =
            Optional.ofNullable(bySnapshot.get(next.id()))
                .filter(known -> known.before().equals(ids));
        steps.add(new Step(List.copyOf(before), next, left));
        before.clear();
      }
      before.add(next);
    }
    return accepted.isEmpty() ? NOTHING : new Recall(accepted.get(0).id(), steps);
  }

  /** The snapshots whose raw input a start would have to read for the steps that are not told. */
  public Set<Long> reread() {
    Set<Long> ids = new HashSet<>();
    for (Step step : steps) {
      if (step.told().isEmpty()) {
        step.before().forEach(before -> ids.add(before.id()));
        ids.add(step.next().id());
      }
    }
    return ids;
  }
}
