package devicehub.decision;

import devicehub.device.DeviceRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A finished cycle as reports see it: what stands now, with since when it stands.
 *
 * @param carried which of the merges stand as they stood
 * @param fleet what was decided on; nothing while the cycle is held
 * @param held that the cycle is held, and why. What stood before then stands still: the summary
 *     counts it, {@code exceptions} tells those that the held cycle would leave as they are, and
 *     {@code merges} none
 */
public record Outcome(
    CycleSummary summary,
    List<Stood> merges,
    Carried carried,
    List<Referred> exceptions,
    Fleet fleet,
    Audit audit,
    Waiting waiting,
    Optional<Held> held) {
  private static final Comparator<Fix> MOST_FIRST =
      Comparator.comparingInt(Fix::clears).reversed().thenComparing(Fix::settleBy);

  public Outcome(CycleSummary summary, List<Stood> merges, List<Referred> exceptions) {
    this(
        summary,
        merges,
        Carried.nothing(),
        exceptions,
        Fleet.NONE,
        Audit.NONE,
        Waiting.NOTHING,
        Optional.empty());
  }

  /** The outcome of a later cycle that was given the same; its lists are these very lists. */
  public Outcome again(Instant at, long millis) {
    return new Outcome(
        summary.again(at, millis), merges, carried, exceptions, fleet, audit, waiting, held);
  }

  /**
   * A cycle that waits for a person.
   *
   * @param cycle as it was first held, which is what people release
   * @param reason what this cycle would change; the numbers may differ a little from those
   * @param examples some of the records and what would become of them
   */
  public record Held(HeldCycle cycle, String reason, List<String> examples) {}

  /**
   * What was decided on.
   *
   * @param devices every device that is enrolled, by the enrolment that leads it
   * @param mails every mail record, excluded ones included
   */
  public record Fleet(List<DeviceRecord> devices, List<DeviceRecord> mails) {
    public static final Fleet NONE = new Fleet(List.of(), List.of());
  }

  /** A merge and since when it stands. */
  public record Stood(Merge merge, Instant mergedAt) {
    public StandingMerge standing() {
      return new StandingMerge(merge.pair(), merge.rule(), merge.authority(), mergedAt);
    }
  }

  /**
   * Records that are neither merged nor exceptions, because a feed is awaited that may hold the
   * other half: it never brought anything, or nothing good for too long.
   *
   * @param feeds the names of the feeds awaited, in order
   */
  public record Waiting(int records, List<String> feeds) {
    public static final Waiting NOTHING = new Waiting(0, List.of());

    /** In words; empty if nothing waits. */
    public String told() {
      return records == 0
          ? ""
          : (records == 1 ? "1 record waits" : records + " records wait")
              + " to be decided until "
              + String.join(", ", feeds)
              + (feeds.size() == 1 ? " brings" : " bring")
              + " something good";
    }
  }

  /** An exception and its life so far. */
  public record Referred(Referral referral, OpenException life) {}

  /** A change that would settle exceptions, and how many. */
  public record Fix(String settleBy, int clears) {}

  /**
   * What would settle exceptions, the change that clears most of them first.
   *
   * @param most how many changes are told, at least one
   */
  public List<Fix> fixes(int most) {
    Map<String, Integer> clears = new HashMap<>();
    for (Referred referred : exceptions) {
      clears.merge(referred.referral().settleBy(), 1, Integer::sum);
    }
    clears.remove("");
    // Nearly every exception has one of its own: to sort them all takes longer than to count them.
    PriorityQueue<Fix> leastFirst = new PriorityQueue<>(MOST_FIRST.reversed());
    clears.forEach(
        (settleBy, count) -> {
          if (leastFirst.size() < most || count >= leastFirst.element().clears()) {
            leastFirst.add(new Fix(settleBy, count));
          }
          if (leastFirst.size() > most) {
            leastFirst.remove();
          }
        });
    return leastFirst.stream().sorted(MOST_FIRST).toList();
  }
}
