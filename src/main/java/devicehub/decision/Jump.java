package devicehub.decision;

/**
 * What a cycle would change at once, in the numbers that people are asked about.
 *
 * @param retracted merges that would end although their mail record is still there
 * @param merged exceptions that would be merged although no new record explains it
 * @param opened records that would newly be exceptions
 */
public record Jump(int retracted, int merged, int opened) {
  private static final int FEW = 10;

  /** Whether who saw the other has seen this one: no number differs by more than a tenth or ten. */
  public boolean isLike(Jump shown) {
    return near(retracted, shown.retracted)
        && near(merged, shown.merged)
        && near(opened, shown.opened);
  }

  private static boolean near(int now, int shown) {
    return Math.abs(now - shown) <= Math.max(FEW, shown / 10);
  }
}
