package devicehub.decision;

import java.util.List;

/**
 * Which of a cycle's merges stand just as they stood in an earlier cycle, both records, the rule
 * and the time included: whoever has told of them need not word them anew.
 *
 * <pre>
 *   earlier   0 ann  1 joe  2 zoe        joe's is another now, and kim's is new
 *   now       0 ann  1 joe  2 kim  3 zoe   →   run(0, was 0, 1)  run(3, was 2, 1)
 * </pre>
 *
 * <p>The cycles are told by marks: their merges would keep all their records in memory.
 *
 * @param mark of these merges
 * @param earlier mark of those they are compared with
 * @param runs in order, both now and earlier
 */
public record Carried(Mark mark, Mark earlier, List<Run> runs) {
  /** Is like no other. */
  public static final class Mark {}

  /** So many merges, which stand now from one position on, and stood from another. */
  public record Run(int from, int was, int count) {
    /** So many, each where it stood. */
    public static List<Run> all(int count) {
      return count == 0 ? List.of() : List.of(new Run(0, 0, count));
    }
  }

  /** Of merges of which nothing is known to be as it was. */
  public static Carried nothing() {
    return new Carried(new Mark(), new Mark(), List.of());
  }

  /** Of the merges that follow on these. */
  public Carried next(List<Run> runsOfNext) {
    return new Carried(new Mark(), mark, runsOfNext);
  }
}
